import { servedAt, sitePath, withBase } from '../../../../src/addresses.ts'
import { type Item, isBackCover, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { anchorOf, SEARCH_POINTER } from '../../../../src/web/search/documents.ts'
import { isWorkingVersion } from '../../../../src/working-version.ts'
import { sha256 } from '../../../disk/sha256.ts'
import { count, type Finding, fault, verified } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import { elementsOf, find, findAll, ownText, type Parent, parseHtml, textOf } from '../read/html.ts'
import { readSearch } from '../read/search-index.ts'
import type { SiteText } from '../read/site.ts'
import { titleOf } from '../source/titles.ts'
import { lettersOf } from '../words.ts'

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
      const isShown = !isBackCover(item)
      return isShown && pages.files.has(`${path}index.html`)
        ? [{ title: titleOf(kit, item), path, item }]
        : []
    })
    return verified(
      `${count(listed.length, 'document')} cherchés dans la recherche, sitemap.xml, sw.js et fiches.atom`,
      [
        ...(await inSearch(pages, listed)),
        ...(await inOffline(pages, listed, (await pages.text('sw.js')) ?? '')),
        ...(kit.site.url === null
          ? []
          : inSitemap(kit, kit.site.url, listed, {
              xml: (await pages.text('sitemap.xml')) ?? '',
              pages: pages.pages,
            })),
        ...(kit.site.url === null
          ? []
          : inFeed(kit, kit.site.url, listed, (await pages.text('fiches.atom')) ?? '')),
      ],
    )
  },
}

/** Each document is found by its own title. */
async function inSearch({ files, pages, read }: SiteText, listed: readonly Listed[]): Promise<Finding[]> {
  const place = 'Site, recherche'
  const search = await readSearch({ files, read })
  if (search === null) return [fault(place, 'Le site n’a pas de recherche.')]
  const { engine, documents, path: index } = search
  const stale = index.includes(sha256(search.bytes).slice(0, 16))
    ? []
    : [fault(place, `« ${index} » ne porte pas l’empreinte de son contenu.`)]
  const missing = listed
    .filter(({ item }) => item.kind === 'fiche' || (item.kind === 'page' && item.page.gabarit === 'texte'))
    .filter(
      ({ title, path }) =>
        !engine
          .search(title, null)
          .found.some(({ document }) => document.adresse.replace(/^\//, '') === path),
    )
    .map(({ title }) => fault(place, `« ${title} » n’est pas trouvé par son titre.`))
  const wrong = documents.flatMap(({ adresse, parties }) => {
    const page = pages.get(`${adresse.replace(/^\//, '')}index.html`)
    if (files.has(adresse)) return []
    if (!page) return [fault(place, `Un résultat mène à ${adresse}, que le site n’a pas.`)]
    const text = lettersOf(textOf(page.root))
    const ids = new Set([...elementsOf(page.root)].map(({ attribs }) => attribs['id']))
    return parties.flatMap(part => {
      const [ancre, { titre }] = [anchorOf(part), part]
      return [
        ...(ancre === undefined || ids.has(ancre)
          ? []
          : [fault(place, `« ${titre} » mène à ${adresse}#${ancre}, que la page n’a pas.`)]),
        ...(!adresse.startsWith('fiches/') || text.includes(lettersOf(titre))
          ? []
          : [fault(place, `« ${titre} » n’est pas un titre de ${adresse}.`)]),
      ]
    })
  })
  return [...stale, ...missing, ...wrong]
}

/** Each document is kept for reading offline, as it is now, with its styles, programs and fonts. */
async function inOffline(
  { files, pages, read }: SiteText,
  listed: readonly Listed[],
  worker: string,
): Promise<Finding[]> {
  const place = 'Site, sw.js'
  const precached = new Map(
    [...worker.matchAll(/\{"url":"([^"]*)","revision":(?:"([^"]*)"|null)\}/g)].map(
      ([, url = '', revision]) => [url === './' ? '' : url, revision ?? null] as const,
    ),
  )
  const readers = [...pages.keys()].map(path => servedAt(path))
  const needed = [
    ...new Set([...listed.map(({ path }) => path), ...readers]),
    SEARCH_POINTER,
    ...[...files].filter(isAsset),
  ]
  const missing = needed
    .filter(path => !precached.has(path))
    .map(path => fault(place, `« ${path || 'l’accueil'} » n’est pas lu hors connexion.`))
  const stale: Finding[] = []
  for (const [url, revision] of precached) {
    const file = url === '' || url.endsWith('/') ? `${url}index.html` : url
    if (!files.has(file)) stale.push(fault(place, `« ${url} » est à garder, et le site ne l’a pas.`))
    else if (revision !== null && !sha256(await read(file)).startsWith(revision))
      stale.push(fault(place, `« ${url} » est gardé sous l’empreinte d’une autre version.`))
  }
  return [...missing, ...stale]
}

/** A style sheet, a program, a font, or all that the search knows. */
const isAsset = (path: string) => path.startsWith('assets/')

function inSitemap(
  kit: Kit,
  url: string,
  listed: readonly Listed[],
  { xml, pages }: { xml: string; pages: SiteText['pages'] },
): Finding[] {
  const origin = url.replace(/\/$/, '')
  const base = origin.endsWith(kit.site.base.replace(/\/$/, '')) ? `${origin}/` : `${origin}${kit.site.base}`
  const dates = new Map(
    findAll(parseHtml(xml, { xml: true }), ({ name }) => name === 'url').map(entry => {
      const said = (tag: string) => textOf(find(entry, ({ name }) => name === tag) ?? parseHtml('')).trim()
      return [said('loc'), said('lastmod')] as const
    }),
  )
  const strange = [...dates.keys()].flatMap(address => {
    const page = address.startsWith(base) ? pages.get(`${address.slice(base.length)}index.html`) : undefined
    if (!page) return [fault('Site, sitemap.xml', `${address} n’est aucune page du site.`)]
    return hidesItself(page.root) && !isWorkingVersion(kit)
      ? [fault('Site, sitemap.xml', `${address} y est, et se cache des moteurs de recherche.`)]
      : []
  })
  const missing = listed.flatMap(({ title, path, item }) => {
    const date = dates.get(`${base}${path}`)
    if (date === undefined) return [fault('Site, sitemap.xml', `« ${title} » n’y est pas (${base}${path}).`)]
    return item.kind === 'fiche' && !date.startsWith(item.fiche.maj)
      ? [fault('Site, sitemap.xml', `« ${title} » y est du ${date || 'jour'} au lieu de ${item.fiche.maj}.`)]
      : []
  })
  return [...strange, ...missing]
}

const hidesItself = (root: Parent) =>
  find(
    root,
    ({ attribs }) => attribs['name'] === 'robots' && /noindex|none/.test(attribs['content'] ?? ''),
  ) !== undefined

function* inFeed(kit: Kit, url: string, listed: readonly Listed[], xml: string): Generator<Finding> {
  const place = 'Site, fiches.atom'
  const feed = parseHtml(xml, { xml: true })
  const text = (parent: Parent, tag: string) =>
    textOf(find(parent, ({ name }) => name === tag) ?? parseHtml('')).trim()
  const link = (parent: Parent, rel: string) =>
    find(parent, ({ name, attribs }) => name === 'link' && attribs['rel'] === rel)?.attribs['href'] ?? ''
  const entries = findAll(feed, ({ name }) => name === 'entry').map(entry => ({
    title: ownText(find(entry, ({ name }) => name === 'title') ?? parseHtml('')),
    link: link(entry, 'alternate'),
    month: text(entry, 'updated').slice(0, 7),
    summary: text(entry, 'summary'),
  }))
  const ids = findAll(feed, ({ name }) => name === 'id').map(id => textOf(id).trim())
  const feedUrl = new URL(withBase('/fiches.atom', kit), url).href
  if (link(feed, 'self') !== feedUrl)
    yield fault(place, `Le fil se dit à ${link(feed, 'self')} et non ${feedUrl}.`)
  if (
    lettersOf(text(find(feed, ({ name }) => name === 'author') ?? feed, 'name')) !==
    lettersOf(kit.editeur.nom)
  )
    yield fault(place, `Le fil n’est pas de « ${kit.editeur.nom} ».`)
  if (new Set(ids).size !== ids.length) yield fault(place, 'Deux entrées ont le même identifiant.')
  if (!/<\/feed>\s*$/.test(xml)) yield fault(place, 'Le fil s’arrête avant sa fin.')
  for (const { title, path, item } of listed) {
    if (item.kind !== 'fiche') continue
    const entry = entries.find(one => one.title === title && one.link.endsWith(`/${path}`))
    if (!entry) {
      yield fault(place, `« ${title} » n’y est pas, ou mène ailleurs.`)
      continue
    }
    const { maj, resume } = item.fiche
    if (entry.month !== maj) yield fault(place, `« ${title} » y est de ${entry.month} au lieu de ${maj}.`)
    if (!entry.summary.startsWith(resume))
      yield fault(place, `« ${title} » y est résumé « ${entry.summary} ».`)
  }
}
