import { addressOf, siteFile } from '../../../../src/addresses.ts'
import { authoredOf, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { type FindForeignWords, foreignWordsOf } from '../../../../src/markdown/render/foreign-words.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { find, findAll, hasClass, type Parent, textOf } from '../read/html.ts'
import { type StructureNode, spoken } from '../read/pdf.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import { nodesIn } from '../read/structure-nodes.ts'
import { nameOf } from '../source/expected.ts'
import { type EditionName, editionNames } from '../source/offers.ts'
import { outlineOf, type SourceOutline, type Stress } from '../source/outline.ts'
import { titleOf } from '../source/titles.ts'
import { lettersOf } from '../words.ts'
import { misTagged } from './pdf-roles.ts'
import { ofHtml, ofPdf, type Structure } from './structure-of.ts'

/** `charted`: it stands in the table of a chart, which in print is an alternative text. */
type Passage = { language: string; text: string; charted?: boolean }

const FRENCH = 'fr'

const stresses: Record<Stress, string> = { strong: 'en gras', em: 'en italique' }

/** Headings, lists and alternative texts are those of the source, in each edition, under the tags that say so. */
export const structure: AuditCheck = {
  id: 'structure',
  title:
    'Les titres, les listes, les textes de remplacement et les mots étrangers des fiches sont les mêmes dans chaque édition',
  async *run({ kit, site, pdf, epub }) {
    const [{ pages }, book, printed] = [await site(), await epub(), pdfDocuments(await pdf(), kit)]
    const findForeign = foreignWordsOf(kit.mots_etrangers)
    const total = { headings: 0, alternatives: 0, items: 0 }
    for (const item of sequence(kit)) {
      const authored = authoredOf(item)
      if (!authored) continue
      const outline = outlineOf(authored.corps.source, slug => nameOf(kit, slug))
      total.headings += outline.headings.length
      total.alternatives += outline.alternatives.length
      total.items += outline.items
      const root = pages.get(siteFile(item))?.root
      const body = root && (find(root, '.corps') ?? root)
      const chapter = book.chapter(addressOf(item, 'epub', kit))?.root
      const trees = printed
        .find(one => one.item.id === item.id)
        ?.pages.flatMap(({ structure }) => structure ?? [])
      const place = (edition: EditionName) => `${titleOf(kit, item)}, dans ${editionNames[edition]}`
      const { all: foreign, mute } = body ? foreignIn(body, findForeign) : { all: [], mute: [] }
      if (body) yield* compare(place('site'), outline, ofHtml(body))
      if (chapter) yield* compare(place('epub'), outline, ofHtml(chapter))
      if (trees) yield* compare(place('pdf'), outline, ofPdf(trees))
      if (root) yield* inTables(place('site'), root, kit)
      for (const [edition, text] of [
        ['site', body],
        ['epub', chapter],
      ] as const)
        if (text)
          yield* [...misquoted(place(edition), text, outline), ...unexplained(place(edition), text, kit)]
      if (root) yield* unmarked(place('site'), mute, [])
      if (body && trees) yield* misTagged(place('pdf'), body, trees)
      if (chapter) yield* inTables(place('epub'), chapter, kit)
      // An e-reader listens to the one or to the other. @see EPUB 3.3 §5.3.9
      for (const name of chapter ? ['lang', 'xml:lang'] : [])
        yield* unmarked(place('epub'), foreign, inLanguages(chapter, name))
      const inText = foreign.filter(({ charted }) => !charted)
      if (trees) yield* unmarked(place('pdf'), inText, spokenIn(trees))
    }
    return `${count(total.headings, 'titre')}, ${count(total.alternatives, 'texte')} de remplacement et ${count(total.items, 'élément')} de liste de la source, cherchés dans chaque édition`
  },
}

export function* compare(place: string, wanted: SourceOutline, actual: Structure): Generator<Finding> {
  for (const { level, text } of wanted.headings) {
    // An edition may number its headings.
    const sameText = actual.headings.filter(one =>
      lettersOf(one.text).replace(/^\d+/, '').endsWith(lettersOf(text).replace(/^\d+/, '')),
    )
    if (!sameText[0]) yield fault(place, `« ${text} » n’est pas balisé comme un titre.`)
    else if (!sameText.some(one => one.level === level))
      yield fault(place, `Le titre « ${text} » est de niveau ${sameText[0].level} au lieu de ${level}.`)
  }
  const read = actual.alternatives.map(one => `« ${one} »`).join(', ') || 'aucun'
  for (const text of wanted.alternatives)
    if (!actual.alternatives.some(one => lettersOf(one).includes(lettersOf(text))))
      yield fault(place, `Le texte de remplacement « ${text} » manque ; lu : ${read}.`)
  for (const [stress, name] of Object.entries(stresses) as [Stress, string][]) {
    const letters = actual.stressed && lettersOf(actual.stressed[stress].join(' '))
    for (const text of letters === undefined ? [] : wanted.stressed[stress])
      if (!letters?.includes(lettersOf(text))) yield fault(place, `« ${text} » n’y est pas ${name}.`)
  }
  if (actual.numbered !== undefined && actual.numbered < wanted.numbered)
    yield fault(
      place,
      `${count(actual.numbered, 'élément')} de liste numérotée au lieu de ${wanted.numbered}.`,
    )
  if (actual.right !== undefined && actual.right < wanted.right)
    yield fault(place, `${count(actual.right, 'colonne')} de nombres à droite au lieu de ${wanted.right}.`)
  if (actual.items < wanted.items)
    yield fault(place, `${count(actual.items, 'élément')} de liste au lieu de ${wanted.items}.`)
}

/** A table says of what its cells are; an acronym says what it stands for. */
function* inTables(place: string, root: Parent, { sigles }: Kit): Generator<Finding> {
  const bare = findAll(root, 'thead').flatMap(head => findAll(head, 'td'))
  const headless = findAll(root, 'table').filter(table => !find(table, 'thead'))
  for (const _ of [...bare, ...headless]) yield fault(place, 'Un tableau n’a pas de ligne d’en-tête.')
  const heads = new Set(findAll(root, 'thead').flatMap(head => findAll(head, 'th')))
  for (const cell of findAll(root, 'th'))
    if (cell.attribs['scope'] !== (heads.has(cell) ? 'col' : 'row'))
      yield fault(
        place,
        `La cellule d’en-tête « ${textOf(cell).trim()} » ne dit pas qu’elle nomme sa ${heads.has(cell) ? 'colonne' : 'ligne'}.`,
      )
  for (const abbr of findAll(root, 'abbr')) {
    const [short, long] = [textOf(abbr).trim(), abbr.attribs['title'] ?? '']
    const wanted = sigles[short]
    if (wanted !== undefined && lettersOf(wanted) !== lettersOf(long))
      yield fault(place, `Le sigle ${short} est développé « ${long} » au lieu de « ${wanted} ».`)
  }
}

/** A block of what was said is a quotation, and no other is, but for what its author quotes in it. */
function* misquoted(place: string, root: Parent, { quoted }: SourceOutline): Generator<Finding> {
  const isAuthored = (quotation: Parent) => {
    const letters = lettersOf(textOf(quotation))
    return quoted.some(line => letters.startsWith(lettersOf(line)))
  }
  for (const block of findAll(root, '.bloc')) {
    const isQuotation = hasClass(block, 'citation')
    const start = textOf(block).trim().replace(/\s+/g, ' ').slice(0, 60)
    const quotations = findAll(block, 'blockquote').filter(one => isQuotation || !isAuthored(one))
    if (isQuotation !== quotations.length > 0)
      yield fault(place, `« ${start} » ${isQuotation ? 'n’y est pas' : 'y est'} donné comme une citation.`)
  }
}

/** « l’ABC. » says ABC. */
const bareWordsOf = (text: string) =>
  text.split(/[\s(),;]+/).map(word => word.replace(/^(?:[dl]|qu)’|\.$/gi, ''))

/** An acronym that stands in a paragraph is explained once. */
function* unexplained(place: string, root: Parent, { sigles }: Kit): Generator<Finding> {
  const explained = new Set(findAll(root, 'abbr').map(abbr => textOf(abbr).trim()))
  const plain = findAll(
    root,
    ({ name, attribs }) => name === 'p' && /^(?:chapo)?$/.test(attribs['class'] ?? ''),
  )
  const texts = plain.map(paragraph => textOf(paragraph, ({ name }) => /^(?:a|code)$/.test(name)))
  for (const sigle of Object.keys(sigles))
    if (!explained.has(sigle) && texts.some(text => bareWordsOf(text).includes(sigle)))
      yield fault(place, `Le sigle ${sigle} n’y est développé nulle part.`)
}

/** The words of the kit's lists that a page of the site holds, and those of them whose language it does not say. */
function foreignIn(
  root: Parent,
  find: FindForeignWords,
  around = FRENCH,
  charted = false,
): { all: Passage[]; mute: Passage[] } {
  const [all, mute] = [[] as Passage[], [] as Passage[]]
  for (const node of root.children) {
    if ('attribs' in node) {
      if (/^(?:code|pre|script|style|svg)$/.test(node.name)) continue
      const language = node.attribs['lang'] ?? around
      const below = foreignIn(node, find, language, charted || hasClass(node, 'graphique'))
      all.push(...below.all)
      mute.push(...below.mute)
    } else if (node.type === 'text')
      for (const { words, language } of find(node.data)) {
        all.push({ language, text: words, charted })
        if (language !== around) mute.push({ language, text: words })
      }
  }
  return { all, mute }
}

/** What of `wanted` a voice would say as if it were French. */
function* unmarked(
  place: string,
  wanted: readonly Passage[],
  marked: readonly Passage[],
): Generator<Finding> {
  const left = [...marked]
  for (const { language, text } of wanted) {
    const at = left.findIndex(one => one.language === language && lettersOf(one.text) === lettersOf(text))
    if (at >= 0) left.splice(at, 1)
    else yield fault(place, `« ${text} » n’est pas donné comme un mot d’une autre langue (${language}).`)
  }
}

const inLanguages = (root: Parent | undefined, name: string): Passage[] =>
  findAll(root, ({ attribs }) => attribs[name] !== undefined).map(element => ({
    language: element.attribs[name] ?? '',
    text: textOf(element),
  }))

const spokenIn = (trees: readonly StructureNode[]): Passage[] =>
  trees
    .flatMap(nodesIn)
    .flatMap(node => (node.language ? [{ language: node.language, text: spoken(node) }] : []))
