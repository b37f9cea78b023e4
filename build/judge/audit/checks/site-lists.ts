import { sitePath, withBase } from '../../../../src/addresses.ts'
import { type Item, isBackCover, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { uuid5 } from '../../../../src/uuid5.ts'
import { anchorOf } from '../../../../src/web/search/documents.ts'
import { sha256 } from '../../../disk/files.ts'
import { count, type Finding, fault } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import { find, findAll, ownText, type Parent, parseXml, textOf } from '../read/html.ts'
import { readSearch } from '../read/search-index.ts'
import type { SiteText } from '../read/site.ts'
import { isDraft } from '../source/layout-words.ts'
import { titleOf } from '../source/titles.ts'
import { lettersOf } from '../words.ts'
import { inOffline } from './offline-list.ts'

type Listed = { title: string; path: string; item: Item }

/** What machines read of the site names every document: search, sitemap, list of what is read offline, feed. */
export const siteLists: AuditCheck = {
  id: 'listes-site',
  title: 'La recherche, le plan du site, la lecture hors connexion et le fil connaissent toutes les fiches',
  async *run({ kit, site }) {
    const pages = await site()
    // A site has no back cover; an index with nothing to say has no page.
    const listed = sequence(kit)
      .map((item): Listed => ({ title: titleOf(kit, item), path: sitePath(item).slice(1), item }))
      .filter(({ item, path }) => !isBackCover(item) && pages.files.has(`${path}index.html`))
    yield* inSearch(pages, listed, await readSearch(pages))
    yield* inOffline(
      pages,
      listed.map(({ path }) => path),
    )
    const { url } = kit.site
    if (url !== null) {
      const xml = (await pages.text('sitemap.xml')) ?? ''
      yield* inSitemap(kit, url, listed, { xml, pages: pages.pages })
      yield* inFeed(kit, url, listed, (await pages.text('fiches.atom')) ?? '')
    }
    return `${count(listed.length, 'document')} cherchés dans la recherche, sitemap.xml, sw.js et fiches.atom`
  },
}

/** Each document is found by its own title. */
function* inSearch(
  { files, pages }: SiteText,
  listed: readonly Listed[],
  search: Awaited<ReturnType<typeof readSearch>>,
): Generator<Finding> {
  const place = 'Site, recherche'
  if (search === null) {
    yield fault(place, 'Le site n’a pas de recherche.')
    return
  }
  const { engine, documents, path: index } = search
  if (!index.includes(sha256(search.bytes).slice(0, 16)))
    yield fault(place, `« ${index} » ne porte pas l’empreinte de son contenu.`)
  for (const { title, path, item } of listed) {
    if (item.kind !== 'fiche' && !(item.kind === 'page' && item.page.gabarit === 'texte')) continue
    const heading = find(pages.get(`${path}index.html`)?.root, 'h1')
    // « 67 152979 » is read « 67 152 979 », and typed so.
    const results = [title, textOf(heading)].flatMap(asked => engine.search(asked, null).found)
    if (!results.some(({ document }) => document.adresse === path))
      yield fault(place, `« ${title} » n’est pas trouvé par son titre.`)
  }
  for (const { adresse, parties } of documents) {
    const root = pages.get(`${adresse}index.html`)?.root
    if (files.has(adresse)) continue
    if (!root) yield fault(place, `Un résultat mène à ${adresse}, que le site n’a pas.`)
    const text = lettersOf(textOf(root))
    const ids = new Set(findAll(root, () => true).map(({ attribs }) => attribs['id']))
    for (const part of root ? parties : []) {
      const ancre = anchorOf(part)
      if (ancre !== undefined && !ids.has(ancre))
        yield fault(place, `« ${part.titre} » mène à ${adresse}#${ancre}, que la page n’a pas.`)
      if (adresse.startsWith('fiches/') && !text.includes(lettersOf(part.titre)))
        yield fault(place, `« ${part.titre} » n’est pas un titre de ${adresse}.`)
    }
  }
}

function* inSitemap(
  kit: Kit,
  url: string,
  listed: readonly Listed[],
  { xml, pages }: { xml: string; pages: SiteText['pages'] },
): Generator<Finding> {
  const place = 'Site, sitemap.xml'
  const origin = url.replace(/\/$/, '')
  const base = origin.endsWith(kit.site.base.replace(/\/$/, '')) ? `${origin}/` : `${origin}${kit.site.base}`
  const dates = new Map(
    findAll(parseXml(xml), 'url').map(entry => {
      const textIn = (tag: string) => textOf(find(entry, tag)).trim()
      return [textIn('loc'), textIn('lastmod')] as const
    }),
  )
  for (const address of dates.keys()) {
    const page = address.startsWith(base) ? pages.get(`${address.slice(base.length)}index.html`) : undefined
    if (!page) yield fault(place, `${address} n’est aucune page du site.`)
    else if (hidesItself(page.root) && !isDraft(kit))
      yield fault(place, `${address} y est, et se cache des moteurs de recherche.`)
  }
  for (const { title, path, item } of listed) {
    const date = dates.get(`${base}${path}`)
    if (date === undefined) yield fault(place, `« ${title} » n’y est pas (${base}${path}).`)
    else if (item.kind === 'fiche' && !date.startsWith(item.fiche.maj))
      yield fault(place, `« ${title} » y est du ${date || 'jour'} au lieu de ${item.fiche.maj}.`)
  }
}

const hidesItself = (root: Parent) =>
  findAll(root, 'meta').some(
    ({ attribs }) => attribs['name'] === 'robots' && /noindex|none/.test(attribs['content'] ?? ''),
  )

function* inFeed(kit: Kit, url: string, listed: readonly Listed[], xml: string): Generator<Finding> {
  const place = 'Site, fiches.atom'
  const feed = parseXml(xml)
  const text = (parent: Parent, tag: string) => textOf(find(parent, tag)).trim()
  const link = (parent: Parent, rel: string) =>
    find(parent, ({ name, attribs }) => name === 'link' && attribs['rel'] === rel)?.attribs['href'] ?? ''
  const entries = findAll(feed, 'entry').map(entry => ({
    title: ownText(find(entry, 'title')),
    id: text(entry, 'id'),
    link: link(entry, 'alternate'),
    month: text(entry, 'updated').slice(0, 7),
    summary: text(entry, 'summary'),
  }))
  const ids = findAll(feed, 'id').map(id => textOf(id).trim())
  const feedUrl = new URL(withBase('/fiches.atom', kit), url).href
  if (link(feed, 'self') !== feedUrl)
    yield fault(place, `Le fil se dit à ${link(feed, 'self')} et non ${feedUrl}.`)
  if (lettersOf(text(find(feed, 'author') ?? feed, 'name')) !== lettersOf(kit.editeur.nom))
    yield fault(place, `Le fil n’est pas de « ${kit.editeur.nom} ».`)
  if (new Set(ids).size !== ids.length) yield fault(place, 'Deux entrées ont le même identifiant.')
  const months = entries.map(({ month }) => month)
  if (months.join() !== months.toSorted().reverse().join())
    yield fault(place, 'Les fiches n’y sont pas de la dernière mise à jour à la première.')
  if (!/<\/feed>\s*$/.test(xml)) yield fault(place, 'Le fil s’arrête avant sa fin.')
  for (const { title, path, item } of listed) {
    if (item.kind !== 'fiche') continue
    const entry = entries.find(one => one.title === title && one.link.endsWith(`/${path}`))
    const { maj, resume } = item.fiche
    if (!entry) yield fault(place, `« ${title} » n’y est pas, ou mène ailleurs.`)
    if (entry && entry.id !== `urn:uuid:${uuid5(`urn:kit:${kit.slug}:fiche:${item.fiche.slug}`)}`)
      yield fault(place, `« ${title} » y a un autre identifiant : ses abonnés la croiraient nouvelle.`)
    if (entry && entry.month !== maj)
      yield fault(place, `« ${title} » y est de ${entry.month} au lieu de ${maj}.`)
    if (entry && !entry.summary.startsWith(resume))
      yield fault(place, `« ${title} » y est résumé « ${entry.summary} ».`)
  }
}
