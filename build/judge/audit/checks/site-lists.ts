import { createHash } from 'node:crypto'
import { inflateSync } from 'fflate'
import { sitePath } from '../../../../src/addresses.ts'
import { type Item, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { SEARCH_POINTER, type SearchData, type SearchPointer } from '../../../../src/web/search/documents.ts'
import { openEngine } from '../../../../src/web/search/engine.ts'
import { count, type Finding, fault } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import { find, findAll, parseHtml, textOf } from '../read/html.ts'
import type { SiteText } from '../read/site.ts'
import { titleOf } from '../source/titles.ts'

type Listed = { title: string; path: string; item: Item }

/** What machines read of the site names every document: search, sitemap, list of what is read offline, feed. */
export const siteLists: AuditCheck = {
  id: 'listes-site',
  title: 'La recherche, le plan du site, la lecture hors connexion et le fil connaissent toutes les fiches',
  subject: 'site',
  async run({ kit, site }) {
    const pages = await site()
    const listed = sequence(kit).flatMap((item): Listed[] => {
      const path = sitePath(item).slice(1)
      // A site has no back cover; an index with nothing to say has no page.
      const isShown = item.kind !== 'page' || item.page.gabarit !== 'quatrieme'
      return isShown && pages.files.has(`${path}index.html`)
        ? [{ title: titleOf(kit, item), path, item }]
        : []
    })
    const text = async (path: string) =>
      pages.files.has(path) ? new TextDecoder().decode(await pages.read(path)) : ''
    return {
      state: 'verifie',
      evidence: `${count(listed.length, 'document')} cherchés dans la recherche, sitemap.xml, sw.js et fiches.atom`,
      findings: [
        ...(await inSearch(pages, listed)),
        ...(await inOffline(pages, listed, await text('sw.js'))),
        ...(kit.site.url === null ? [] : inSitemap(kit, kit.site.url, listed, await text('sitemap.xml'))),
        ...(kit.site.url === null ? [] : inFeed(listed, await text('fiches.atom'))),
      ],
    }
  },
}

/** Each document is found by its own title. */
async function inSearch({ files, read }: SiteText, listed: readonly Listed[]): Promise<Finding[]> {
  const place = 'Site, recherche'
  const index = await searchIndex({ files, read })
  if (index === null) return [fault(place, 'Le site n’a pas de recherche.')]
  const bytes = await read(index)
  const stale = index.includes(hash(bytes).slice(0, 16))
    ? []
    : [fault(place, `« ${index} » ne porte pas l’empreinte de son contenu.`)]
  const data = JSON.parse(new TextDecoder().decode(inflateSync(bytes))) as SearchData
  const engine = openEngine(data)
  const missing = listed
    .filter(({ item }) => item.kind === 'fiche' || (item.kind === 'page' && item.page.gabarit === 'texte'))
    .filter(
      ({ title, path }) =>
        !engine
          .search(title, null)
          .found.some(({ document }) => document.adresse.replace(/^\//, '') === path),
    )
    .map(({ title }) => fault(place, `« ${title} » n’est pas trouvé par son titre.`))
  return [...stale, ...missing]
}

/** The file in which all is that the search knows; null where none is. */
async function searchIndex({ files, read }: Pick<SiteText, 'files' | 'read'>): Promise<string | null> {
  if (!files.has(SEARCH_POINTER)) return null
  const { index } = JSON.parse(new TextDecoder().decode(await read(SEARCH_POINTER))) as SearchPointer
  return files.has(index) ? index : null
}

/** Each document is kept for reading offline, as it is now. */
async function inOffline(
  { files, read }: SiteText,
  listed: readonly Listed[],
  worker: string,
): Promise<Finding[]> {
  const place = 'Site, sw.js'
  const precached = new Map(
    [...worker.matchAll(/\{"url":"([^"]*)","revision":(?:"([^"]*)"|null)\}/g)].map(
      ([, url = '', revision]) => [url === './' ? '' : url, revision ?? null] as const,
    ),
  )
  const index = await searchIndex({ files, read })
  const missing = [...listed.map(({ path }) => path), SEARCH_POINTER, ...(index === null ? [] : [index])]
    .filter(path => !precached.has(path))
    .map(path => fault(place, `« ${path || 'l’accueil'} » n’est pas lu hors connexion.`))
  const stale: Finding[] = []
  for (const [url, revision] of precached) {
    const file = url === '' || url.endsWith('/') ? `${url}index.html` : url
    if (!files.has(file)) stale.push(fault(place, `« ${url} » est à garder, et le site ne l’a pas.`))
    else if (revision !== null && !hash(await read(file)).startsWith(revision))
      stale.push(fault(place, `« ${url} » est gardé sous l’empreinte d’une autre version.`))
  }
  return [...missing, ...stale]
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function inSitemap(kit: Kit, url: string, listed: readonly Listed[], xml: string): Finding[] {
  const origin = url.replace(/\/$/, '')
  const base = origin.endsWith(kit.site.base.replace(/\/$/, '')) ? `${origin}/` : `${origin}${kit.site.base}`
  const dates = new Map(
    findAll(parseHtml(xml, { xml: true }), ({ name }) => name === 'url').map(entry => {
      const said = (tag: string) => textOf(find(entry, ({ name }) => name === tag) ?? parseHtml('')).trim()
      return [said('loc'), said('lastmod')] as const
    }),
  )
  return listed.flatMap(({ title, path, item }) => {
    const date = dates.get(`${base}${path}`)
    if (date === undefined) return [fault('Site, sitemap.xml', `« ${title} » n’y est pas (${base}${path}).`)]
    return item.kind === 'fiche' && !date.startsWith(item.fiche.maj)
      ? [fault('Site, sitemap.xml', `« ${title} » y est du ${date || 'jour'} au lieu de ${item.fiche.maj}.`)]
      : []
  })
}

function inFeed(listed: readonly Listed[], xml: string): Finding[] {
  const entries = findAll(parseHtml(xml, { xml: true }), ({ name }) => name === 'entry').map(entry => {
    const title = find(entry, ({ name }) => name === 'title')
    const link = find(entry, ({ name }) => name === 'link')
    return { title: title ? textOf(title).trim() : '', link: link?.attribs['href'] ?? '' }
  })
  return listed
    .filter(({ item }) => item.kind === 'fiche')
    .filter(
      ({ title, path }) => !entries.some(entry => entry.title === title && entry.link.endsWith(`/${path}`)),
    )
    .map(({ title }) => fault('Site, fiches.atom', `« ${title} » n’y est pas, ou mène ailleurs.`))
}
