import {
  countOf,
  type ExcerptedFiche,
  type ExcerptList,
  type Item,
  indexesOf,
  type Kit,
  noteOf,
  publishedFiches,
  sequence,
} from '../../../src/kit/index.ts'
import {
  attributeOf,
  changed,
  elementsOf,
  hasClass,
  isIn,
  type MarkupElement,
} from '../../../src/problems/index.ts'
import { onlineAddress, planOf } from '../../../src/text/index.ts'
import { fillPage, type Pages, type PaginatedPart, spellUndrawn } from '../../paper/index.ts'
import { metadataOf } from '../bind/describe.ts'
import { pieceName } from './cut/lay.ts'

type SheetsInput = {
  kit: Kit
  /** The documents of the kit: the pieces are cut out of its cover, its sommaire and its acronyms. */
  parts: readonly PaginatedPart[]
  pages: Pages
  typo: (text: string) => string
}

/** Makes the sheets of which the first and last pages of any excerpt are set, in HTML, one piece a sheet. */
export function* excerptSheets({ kit, parts, pages, typo }: SheetsInput): Generator<string> {
  const partOf = (kind: Item['kind']) => parts.find(({ item }) => item.kind === kind)
  const [contents, acronyms] = [partOf('sommaire'), partOf('sigles')]
  const others = { numberOf: (id: string) => String(pages.pageOf[id] ?? ''), leaves: () => true }
  const sheet = (kind: 'piece' | 'extrait', content: string, running = '') =>
    `<section class="zone ${kind}">${running}${fillPage(spellUndrawn(content), others)}</section>`
  const fiches = publishedFiches(kit).length
  const counts = Array.from({ length: fiches }, (_, index) => {
    const words = typo(`Mon kit : ${countOf(index + 1, fiches)}`)
    const count = `<p class="couverture-sous-titre pose">${words}</p>`
    return sheet('piece', article(pieceName.count(index + 1), 'couverture', count))
  })
  // As it was paged: its title has found the size at which it fits.
  yield sheet('piece', bareCover(partOf('couverture')?.pages[0]?.html ?? ''))
  // A left page: it stands on the back of the cover, whatever is chosen. The other feet are those of right pages.
  const head = headOf('Sommaire', typo(noteOf(kit.titre, kit.edition.mois)))
  yield sheet('extrait', article(pieceName.contents, 'sommaire', head), contents?.running)
  yield sheet('extrait', article(pieceName.rest, 'sommaire', ''))
  yield* counts.splice(0, 1)
  if (acronyms)
    yield sheet(
      'extrait',
      article(pieceName.acronyms, 'index-sigles', headOf('Sigles', '')),
      acronyms.running,
    )
  yield* counts
  for (const { slug, numero, titre_court } of publishedFiches(kit)) {
    const words = `<p class="couverture-fiche pose"><b>${numero}</b> ${typo(titre_court)}</p>`
    yield sheet('piece', article(pieceName.title(slug), 'couverture', words))
  }
  for (const { family, entries } of familiesOf(contents?.html ?? ''))
    for (const entry of [family, ...entries]) yield sheet('piece', entry)
  for (const [index, item] of itemsOf(acronyms?.html ?? '').entries()) {
    const list = `<ul class="colonnes">${item}</ul>`
    yield sheet('piece', article(pieceName.acronym(index + 1), 'index-sigles', list))
  }
}

const article = (name: string, kind: string, content: string) =>
  `<article class="part sans-famille ${kind}" id="${name}">${content}</article>`

const headOf = (title: string, note: string) =>
  `<header class="page-tete"><h1 class="pose">${title}</h1>${note && `<p class="sommaire-note pose">${note}</p>`}</header>`

/** The cover of the kit without what it says of all its fiches. */
function bareCover(html: string): string {
  const elements = elementsOf(html)
  const foot = elements.find(element => hasClass(element, 'couverture-pied'))
  const without = elements.filter(
    element =>
      hasClass(element, 'couverture-sous-titre') || (element.name === 'ul' && foot && isIn(element, foot)),
  )
  const id = elements[0]?.attributes.get('id')
  return changed(html, [
    ...without.map(({ start, end }) => ({ start, end, text: '' })),
    ...(id ? [{ ...id, text: `id="${pieceName.cover}"` }] : []),
  ])
}

/** The families of a sommaire, and its entries that lead to a fiche. */
function familiesOf(html: string): { family: string; entries: string[] }[] {
  const elements = elementsOf(html)
  const textOf = ({ start, end }: MarkupElement) => html.slice(start, end)
  return elements
    .filter(element => element.name === 'section' && hasClass(element, 'sommaire-famille'))
    .map(section => {
      const within = elements.filter(element => isIn(element, section))
      const classes = attributeOf(section, 'class') ?? ''
      const id = /famille-([\w-]+)$/.exec(classes)?.[1] ?? ''
      const wrap = (name: string, content: string) =>
        article(
          name,
          'sommaire',
          `<div class="sommaire-pleine"><section class="${classes}">${content}</section></div>`,
        )
      const heading = within.find(({ name }) => name === 'h2')
      const count = within.find(({ name }) => name === 'small')
      const titled = heading ? html.slice(heading.inside, count?.start ?? heading.outside) : ''
      const entries = within.flatMap(item => {
        const slug = within
          .find(link => link.name === 'a' && link.parent === item)
          ?.attributes.get('href')
          ?.value.slice(1)
        return item.name === 'li' && slug ? [wrap(pieceName.entry(slug), `<ol>${textOf(item)}</ol>`)] : []
      })
      return { family: wrap(pieceName.family(id), `<h2>${titled}</h2>`), entries }
    })
}

const itemsOf = (html: string) =>
  elementsOf(html)
    .filter(({ name }) => name === 'li')
    .map(({ start, end }) => html.slice(start, end))

/** Makes the list from which excerpts of a kit are made, beside its PDF and its pieces.
 *  @param date of the edition, ISO 8601 */
export function excerptListOf(
  kit: Kit,
  pages: Pages,
  date: string,
  { digests, heights }: Pick<ExcerptList, 'digests' | 'heights'>,
): ExcerptList {
  const { keywords: _, ...metadata } = metadataOf(kit, date)
  const { sigles } = indexesOf(kit)
  return {
    metadata: { ...metadata, date },
    digests,
    slug: kit.slug,
    textHeight: planOf(kit).zone.height,
    heights,
    families: kit.familles.map(({ id }) => id),
    fiches: sequence(kit).flatMap((item): ExcerptedFiche[] => {
      const place = pages.documents.find(({ id }) => id === item.id)
      if (item.kind !== 'fiche' || !place) return []
      const { numero, famille, mots_cles, slug } = item.fiche
      const { first, last } = place
      const acronyms = sigles.flatMap(({ fiches }, index) =>
        fiches.some(user => user.slug === slug) ? [index + 1] : [],
      )
      return [{ id: slug, number: numero, family: famille, keywords: mots_cles, first, last, acronyms }]
    }),
    addresses: addressesOf(kit),
  }
}

/** The site's address of each document; none when the kit has no site. */
export function addressesOf(kit: Kit): Record<string, string> {
  return Object.fromEntries(
    sequence(kit).flatMap(item => {
      const address = onlineAddress(item, kit)
      return address === null ? [] : [[item.id, address]]
    }),
  )
}
