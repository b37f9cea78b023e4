import {
  isBackCover,
  isWorkingVersion,
  type Kit,
  type News,
  newsOfText,
  publishedFiches,
  rubriquesOf,
  sequence,
  uuid5,
} from '../../src/kit/index.ts'
import { escapeXml } from '../../src/problems/index.ts'
import { absolute, sitePath, withBase } from '../../src/text/index.ts'
import { type Bundle, bundleOf } from '../ground/index.ts'
import { hasUse, readSitePages } from '../pages/index.ts'
import { hostFiles } from './host-files.ts'

/** Makes the files that hosts, search engines, feed readers and devices ask for. @param redirections pages that only lead on */
export function machineFiles(kit: Kit, news: News, redirections: Readonly<Record<string, string>>): Bundle {
  // Search engines show no page of a working version.
  const url = isWorkingVersion(kit) ? null : kit.site.url
  const where = url ? `Sitemap: ${absolute(url, '/sitemap.xml', kit)}\n` : ''
  const files: Record<string, string> = {
    'robots.txt': `User-agent: *\nAllow: /\n${where}`,
    // GitHub Pages hides files whose name opens with an underscore unless told not to.
    '.nojekyll': '',
    ...hostFiles(kit),
    'site.webmanifest': webAppManifest(kit),
    ...redirections,
    ...(url && { 'sitemap.xml': sitemap(kit, url) }),
    'fiches.atom': feed(kit, news),
  }
  return bundleOf(files)
}

/** Every page that a search engine may show, with the month of a fiche's last update. @param url of the site, without base */
export function sitemap(kit: Kit, url: string): string {
  const items = sequence(kit)
    .filter(item => !isBackCover(item))
    .map(item => ({ path: sitePath(item), maj: item.kind === 'fiche' ? item.fiche.maj : null }))
  const rubriques = rubriquesOf(kit)
  const ownPages = [
    ...kit.familles.map(({ id }) => `/familles/${id}/`),
    ...readSitePages()
      .filter(page => page.plan && hasUse(page, new Set(), rubriques))
      .map(({ path }) => path),
  ]
  const entries = [...items, ...ownPages.map(path => ({ path, maj: null }))].map(
    ({ path, maj }) =>
      `<url><loc>${escapeXml(absolute(url, path, kit))}</loc>${maj ? `<lastmod>${maj}</lastmod>` : ''}</url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`
}

/** An Atom feed of the fiches, the last updated first, each with what its last edition changed. The ids are made of names, not
 *  of addresses: they stay when the site gets one, or moves. @see RFC 4287 */
export function feed(kit: Kit, news: News): string {
  const { url } = kit.site
  const fiches = publishedFiches(kit).sort((a, b) => b.maj.localeCompare(a.maj) || a.numero - b.numero)
  const addressOf = (path: string) => escapeXml(url ? absolute(url, path, kit) : withBase(path, kit))
  const idOf = (name: string) => `urn:uuid:${uuid5(`urn:kit:${kit.slug}:${name}`)}`
  const entries = fiches.map(({ slug, titre, maj, resume }) => {
    const [last] = newsOfText(news, slug)
    const summary = last ? [resume, ...last.details] : [resume]
    return `<entry><title>${escapeXml(titre)}</title><id>${idOf(`fiche:${slug}`)}</id><link rel="alternate" href="${addressOf(`/fiches/${slug}/`)}"/><updated>${instant(maj)}</updated><summary>${escapeXml(summary.join('\n'))}</summary></entry>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<title>${escapeXml(kit.titre)}</title>
<id>${idOf('fiches')}</id>
<link rel="alternate" href="${addressOf('/')}"/>
<link rel="self" href="${addressOf('/fiches.atom')}"/>
<updated>${instant(fiches[0]?.maj ?? kit.edition.mois)}</updated>
<author><name>${escapeXml(kit.editeur.nom)}</name></author>
${entries.join('\n')}
</feed>
`
}

/** A fiche knows the month of its update; a feed wants an instant. */
const instant = (month: string) => `${month}-01T00:00:00Z`

/** Redirects each fiche's former addresses to the present one: `_redirects` for hosts that read it, and pages for other
 *  hosts. @returns path in the site → content */
export function redirects(kit: Kit): Record<string, string> {
  const moves = publishedFiches(kit).flatMap(({ slug, anciens_slugs }) =>
    anciens_slugs.map(former => ({ former, to: withBase(`/fiches/${slug}/`, kit) })),
  )
  if (moves.length === 0) return {}
  const rules = moves.map(({ former, to }) => `${withBase(`/fiches/${former}/*`, kit)} ${to} 301`)
  const pages = moves.map(({ former, to }) => [`fiches/${former}/index.html`, leadOn(to)] as const)
  return { _redirects: `${rules.join('\n')}\n`, ...Object.fromEntries(pages) }
}

/** A page that leads on. @param to path of letters, digits, hyphens and strokes: nothing to escape */
export const leadOn = (to: string): string => `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Cette page a changé d’adresse</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${to}">
<link rel="canonical" href="${to}">
</head>
<body><p>Cette page a changé d’adresse : <a href="${to}">ouvrir la page</a>.</p></body>
</html>
`

/** Describes the site for a device that installs it beside its applications. @see https://www.w3.org/TR/appmanifest/ */
export function webAppManifest(kit: Kit): string {
  const icon = (name: string, rest: Record<string, string>) => ({
    src: withBase(`/icones/${name}`, kit),
    ...rest,
  })
  const home = withBase('/', kit)
  const manifest = {
    id: home,
    name: kit.titre,
    short_name: kit.titre,
    ...(kit.sous_titre && { description: kit.sous_titre }),
    lang: 'fr',
    dir: 'ltr',
    start_url: home,
    scope: home,
    display: 'standalone',
    background_color: kit.tokens.neutre.papier.hex,
    theme_color: kit.tokens.neutre.papier.hex,
    icons: [
      icon('icone.svg', { sizes: 'any', type: 'image/svg+xml' }),
      icon('icone-192.png', { sizes: '192x192', type: 'image/png' }),
      icon('icone-512.png', { sizes: '512x512', type: 'image/png' }),
      icon('icone-masque-512.png', { sizes: '512x512', type: 'image/png', purpose: 'maskable' }),
    ],
  }
  return `${JSON.stringify(manifest, null, 1)}\n`
}
