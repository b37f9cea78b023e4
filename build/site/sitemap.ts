import { absolute, sitePath } from '../../src/addresses.ts'
import { escapeXml } from '../../src/edit-html.ts'
import { rubriquesOf } from '../../src/indexes/indexes.ts'
import { isBackCover, sequence } from '../../src/indexes/sequence.ts'
import type { Kit } from '../../src/kit.ts'

/** Every page that a search engine may show, with the month of a fiche's last update. @param url of the site, without base */
export function sitemap(kit: Kit, url: string): string {
  const items = sequence(kit)
    .filter(item => !isBackCover(item))
    .map(item => ({ path: sitePath(item), maj: item.kind === 'fiche' ? item.fiche.maj : null }))
  const others = [
    ...kit.familles.map(({ id }) => `/familles/${id}/`),
    ...(rubriquesOf(kit).ressources ? ['/ressources/'] : []),
    '/a-propos/',
    '/nouveautes/',
    '/mentions-legales/',
    '/accessibilite/',
  ]
  const entries = [...items, ...others.map(path => ({ path, maj: null }))].map(
    ({ path, maj }) =>
      `<url><loc>${escapeXml(absolute(url, path, kit))}</loc>${maj ? `<lastmod>${maj}</lastmod>` : ''}</url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`
}

export function robots(kit: Kit): string {
  const where = kit.site.url ? `Sitemap: ${absolute(kit.site.url, '/sitemap.xml', kit)}\n` : ''
  return `User-agent: *\nAllow: /\n${where}`
}
