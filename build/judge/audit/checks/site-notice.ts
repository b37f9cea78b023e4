import { servedAt, siteFile, withBase } from '../../../../src/addresses.ts'
import { publishedFiches } from '../../../../src/indexes/published.ts'
import { type Item, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { find, findAll, ownText, parseXml, textOf } from '../read/html.ts'
import type { SitePage, SiteText } from '../read/site.ts'
import { readJson, UNSAID } from '../read/unreadable.ts'
import { lettersOf } from '../words.ts'
import { compareSaid } from './compare-said.ts'
import { maskableIcons } from './site-icon.ts'

/** What no page shows: what the site tells machines of itself, and that around each page stands the same. */
export const siteNotice: AuditCheck = {
  id: 'notice-site',
  title: 'Le site dit de lui aux machines ce qu’il est, et toutes ses pages ont le même cadre',
  async *run({ kit, site }) {
    const pages = await site()
    const items = new Map(sequence(kit).map(item => [siteFile(item), item]))
    for (const page of pages.pages.values()) {
      yield* inHead(page, items.get(page.path), kit)
      yield* familiesIn(page, kit)
      yield* placeIn(page)
      yield* tablesIn(page)
    }
    yield* frames([...pages.pages.values()])
    yield* inFiles(pages, kit)
    yield* maskableIcons(pages)
    return `${count(pages.pages.size, 'page')}, site.webmanifest, fiches.atom, _headers`
  },
}

function inHead({ path, root }: SitePage, item: Item | undefined, kit: Kit): Finding[] {
  const metas = findAll(root, 'meta').map(({ attribs }): [string, unknown] => [
    attribs['property'] ?? attribs['name'] ?? '',
    attribs['content'],
  ])
  const icon = find(root, ({ attribs }) => attribs['rel'] === 'apple-touch-icon')?.attribs['href']
  const stated: Record<string, unknown> = { ...Object.fromEntries(metas), 'apple-touch-icon': icon }
  const shared = {
    'og:locale': 'fr_FR',
    'og:site_name': kit.titre,
    'og:type': item?.kind === 'fiche' ? 'article' : 'website',
    'og:image:width': 1200,
    'og:image:height': 630,
    'twitter:card': 'summary_large_image',
  }
  return compareSaid(`Site, ${path}`, stated, {
    'color-scheme': 'light dark',
    'apple-touch-icon': withBase('/icones/icone-180.png', kit),
    ...('og:url' in stated && shared),
  })
}

/** A link to a family bears its name. */
function* familiesIn({ path, root }: SitePage, { familles }: Kit): Generator<Finding> {
  for (const link of findAll(root, 'a')) {
    const id = /\/familles\/([^/]+)\/$/.exec(link.attribs['href'] ?? '')?.[1]
    const family = familles.find(one => one.id === id)
    if (family && !lettersOf(textOf(link)).includes(lettersOf(family.pluriel)))
      yield fault(`Site, ${path}`, `« ${textOf(link).trim()} » mène à la famille « ${family.pluriel} ».`)
  }
}

/** The entry of the menu that leads here says so. */
const placeIn = ({ path, root }: SitePage): Finding[] => {
  const here = `/${servedAt(path)}`
  return findAll(find(find(root, '.entete'), 'nav'), 'a')
    .filter(({ attribs }) => here !== '/' && attribs['href']?.endsWith(here) && !attribs['aria-current'])
    .map(link => fault(`Site, ${path}`, `Le menu ne dit pas que l’on est à « ${textOf(link).trim()} ».`))
}

/** A table that is wider than its window is moved sideways by the keyboard too. @see WCAG 2.2, 2.1.1 */
const tablesIn = ({ path, root }: SitePage): Finding[] => {
  const movable = findAll(root, ({ attribs }) => attribs['tabindex'] === '0').flatMap(part =>
    findAll(part, 'table'),
  )
  return findAll(root, 'table')
    .filter(table => !movable.includes(table))
    .map(table => {
      const words = textOf(table).trim().replace(/\s+/g, ' ').slice(0, 40)
      return fault(`Site, ${path}`, `Le clavier ne fait pas défiler le tableau « ${words} ».`)
    })
}

/** Menu, foot and search are those of most pages: words, and where they lead. */
function frames(pages: readonly SitePage[]): Finding[] {
  const parts = { menu: '.entete', pied: '.pied', recherche: '#recherche' }
  return Object.entries(parts).flatMap(([name, wanted]) => {
    const kinds = new Map<string, string[]>()
    for (const { path, root } of pages) {
      const part = find(root, wanted)
      if (!part) continue
      const links = findAll(part, 'a').map(({ attribs }) => attribs['href'])
      const kind = [lettersOf(textOf(part)), ...links].join(' ')
      kinds.set(kind, [...(kinds.get(kind) ?? []), path])
    }
    const [, ...others] = [...kinds.values()].sort((a, b) => b.length - a.length)
    return others
      .flat()
      .map(path => fault(`Site, ${path}`, `Cette partie n’est pas celle des autres pages : ${name}.`))
  })
}

const MANIFEST = { lang: UNSAID, display: UNSAID, theme_color: UNSAID, background_color: UNSAID }

async function* inFiles({ text }: SiteText, kit: Kit): AsyncGenerator<Finding> {
  const place = 'Site, site.webmanifest'
  const paper = kit.tokens.neutre.papier.hex
  const manifest = await text('site.webmanifest')
  if (manifest !== null)
    yield* compareSaid(place, readJson(place, manifest, MANIFEST), {
      lang: 'fr',
      display: 'standalone',
      theme_color: paper,
      background_color: paper,
    })
  const atom = (await text('fiches.atom')) ?? ''
  const feed = find(parseXml(atom), 'feed')
  if (feed) {
    const months = publishedFiches(kit).map(({ maj }) => maj)
    const stated = {
      title: ownText(find(feed, 'title')),
      langue: feed.attribs['xml:lang'],
      updated: textOf(find(feed, 'updated')).trim().slice(0, 7),
    }
    const updated = months.sort().at(-1) ?? kit.edition.mois
    yield* compareSaid('Site, fiches.atom', stated, { title: kit.titre, langue: 'fr', updated })
  }
  const headers = await text('_headers')
  if (headers !== null && !/\/assets\/\*\n\s+Cache-Control:[^\n]*immutable/.test(headers))
    yield fault('Site, _headers', 'Ce qui ne change jamais (assets/) est demandé à chaque visite.')
}
