import { addressOf, siteFile } from '../../../../src/addresses.ts'
import { type Item, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import type { Chapter, EpubText } from '../read/epub.ts'
import { type Element, find, findAll, hasClass, type Parent, textOf } from '../read/html.ts'
import type { PdfText } from '../read/pdf.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import type { SiteText } from '../read/site.ts'
import { titleOf } from '../source/titles.ts'
import { lettersOf } from '../words.ts'

/** The printed page that another edition names is the PDF's. */
export const pagesAgree: AuditCheck = {
  id: 'numeros-editions',
  title: 'Le site et le livre numérique donnent les mêmes numéros de page que le PDF',
  async *run({ kit, site, pdf, epub }) {
    const [pages, file, book] = [await site(), await pdf(), await epub()]
    const firstOf = new Map(pdfDocuments(file, kit).map(({ item, first }) => [item.id, first]))
    const looked = [
      yield* siteNumbers(kit, pages, firstOf),
      yield* bookNumbers(kit, book, firstOf),
      yield* pageList(kit, book, file, firstOf),
    ]
    return looked.join(', ')
  },
}

type Part = Generator<Finding, string>
type Pages = ReadonlyMap<string, number>

/** `p. 34`, the last in the text of an element, if it is no word of the titles that end it. */
function printed(element: Parent | undefined, titles: readonly string[]): string | undefined {
  const text = textOf(element)
  if (titles.some(title => lettersOf(text).endsWith(lettersOf(title)))) return undefined
  return [...text.matchAll(/(?<![\p{L}\p{N}])p\.[\s\u00a0]*(\d+)/gu)].at(-1)?.[1]
}

function* siteNumbers(kit: Kit, { pages }: SiteText, firstOf: Pages): Part {
  const fiches = sequence(kit).filter(item => item.kind === 'fiche')
  const summary = pages.get('sommaire/index.html')
  const lines = findAll(summary?.root, 'li')
  for (const item of fiches) {
    const first = firstOf.get(item.id)
    const address = addressOf(item, 'web', kit)
    const page = pages.get(siteFile(item))?.root
    const line = lines.find(li =>
      find(li, ({ name, attribs }) => name === 'a' && attribs['href'] === address),
    )
    const numbers: Record<string, string | undefined> = {
      'tête de la fiche': printed(find(page, '.tete-fiche'), []),
      sommaire: printed(line, []),
    }
    // Where the page leads into the PDF, it leads to the fiche.
    for (const { attribs } of findAll(page, 'a')) {
      const number = /\.pdf#page=(\d+)$/.exec(attribs['href'] ?? '')?.[1]
      if (number !== undefined) numbers['lien vers le PDF'] = number
    }
    for (const [where, number] of Object.entries(numbers))
      if (number !== String(first))
        yield fault(
          `${item.fiche.titre}, site (${where})`,
          `Page ${number ?? 'absente'} au lieu de ${first ?? '?'}.`,
        )
  }
  return `${count(fiches.length, 'fiche')} du site`
}

/** Numbers that the book writes: in its sommaire, and after a cross-reference. */
function* bookNumbers(kit: Kit, { spine }: EpubText, firstOf: Pages): Part {
  const itemAt = new Map(sequence(kit).map(item => [addressOf(item, 'epub', kit), item]))
  let total = 0
  for (const { href, root } of spine)
    for (const link of findAll(root, 'a')) {
      const item = itemAt.get(link.attribs['href'] ?? '')
      if (!item) continue
      const number = printed(link, titlesOf(kit, item)) ?? folioBeside(root, link)
      if (number === undefined && itemAt.get(href)?.id === 'sommaire')
        yield fault(`Livre numérique, ${href}`, `« ${textOf(link).trim()} » ne dit pas sa page.`)
      if (number === undefined) continue
      total++
      const first = firstOf.get(item.id)
      if (number !== String(first))
        yield fault(
          `Livre numérique, ${href}`,
          `« ${textOf(link).trim()} » dit page ${number} au lieu de ${first ?? '?'}.`,
        )
    }
  return `${count(total, 'numéro écrit', 'numéros écrits')} dans le livre numérique`
}

const titlesOf = (kit: Kit, item: Item) => [
  titleOf(kit, item),
  ...(item.kind === 'fiche' ? [item.fiche.titre_court] : []),
]

function folioBeside(root: Parent, link: Element): string | undefined {
  const line = find(root, ({ name, children }) => name === 'li' && children.includes(link))
  return /\d+/.exec(textOf(find(line, '.folio')))?.[0]
}

/** Each mark of the page list stands where the printed page begins. */
function* pageList(
  kit: Kit,
  { nav, chapter: chapterAt }: EpubText,
  { pages }: PdfText,
  firstOf: Pages,
): Part {
  const list = find(nav.root, ({ name, attribs }) => name === 'nav' && attribs['epub:type'] === 'page-list')
  const entries = findAll(list, 'a')
  const faultAt = (number: number, message: string) =>
    fault(`Livre numérique, liste des pages (${number})`, message)
  if (entries.length === 0) yield fault('Livre numérique', 'La liste des pages imprimées est absente.')
  let before = 0
  const firstIn = new Map<string, number>()
  for (const entry of entries) {
    const number = Number(textOf(entry).trim())
    const [href = '', id = ''] = (entry.attribs['href'] ?? '').split('#')
    const chapter = chapterAt(href)
    if (!(number > before)) yield faultAt(number, `Elle vient après la page ${before}.`)
    before = number
    const opens = !firstIn.has(href)
    if (opens) firstIn.set(href, number)
    // Print sets the margin before the text: what follows a mark may stand a page or two further on.
    const near = pages.slice(number - 1, number + 2).map(({ text }) => lettersOf(text))
    if (!pages[number - 1]) yield faultAt(number, `Le PDF n’a que ${pages.length} pages.`)
    else if (!chapter?.xhtml.includes(` id="${id}"`))
      yield faultAt(number, 'Le repère n’existe pas dans le livre.')
    else if (inHeading(chapter, id)) yield faultAt(number, 'Le repère est dans un titre, qu’il couperait.')
    else if (!marks(chapter, id, number))
      yield faultAt(number, 'Le repère dit une autre page, ou n’en est pas un.')
    else if (
      !opens &&
      !lettersAfter(chapter, id).some(letters => isOn(near, letters)) &&
      !isRestOn(near[0] ?? '', chapter.root, id)
    )
      yield faultAt(number, 'Le texte qui suit le repère n’est pas sur la page imprimée.')
  }
  for (const item of sequence(kit)) {
    const address = addressOf(item, 'epub', kit)
    const [first, marked] = [firstOf.get(item.id), firstIn.get(address)]
    if (first !== marked && chapterAt(address))
      yield faultAt(
        first ?? 0,
        `« ${titleOf(kit, item)} » commence page ${first ?? '?'} dans le PDF, page ${marked ?? '?'} dans le livre.`,
      )
  }
  return `${count(entries.length, 'repère')} de la liste des pages`
}

/** Letters that paper has besides: where a fiche is on the site. */
const BESIDES = 120

/** Whether a page, or one of the next, says this. Where nothing follows a mark, its page has no text of the chapter. */
const isOn = ([page = '', ...next]: readonly string[], letters: string) =>
  letters === '' ? page.length < BESIDES : [page, ...next].join('').includes(letters)

const inHeading = ({ root }: Chapter, id: string) =>
  findAll(root, ({ name }) => /^h[1-6]$/.test(name)).some(heading => find(heading, `#${id}`))

/** A mark of a page, that reading machines call by its number. */
function marks({ root }: Chapter, id: string, number: number): boolean {
  const mark = find(root, `#${id}`)?.attribs
  return mark?.['epub:type'] === 'pagebreak' && mark['aria-label'] === String(number)
}

/** Where no block begins on a page, its mark stands before the one whose rest it shows: the page has the end of that block, and not
 *  the beginning of what follows it. @param page its letters */
export function isRestOn(page: string, root: Parent, id: string): boolean {
  const mark = find(root, `#${id}`)
  // Inside an element where nothing may stand before it.
  const around = find(root, ({ name, children }) => /^(?:li|dt|dd|td|th)$/.test(name) && children[0] === mark)
  const block = around ?? (mark && afterIn(mark))
  if (!block) return false
  const following = after(block)
  const isBegun = following !== null && page.includes(lettersOf(textOf(following)).slice(0, SOME))
  return page.includes(lettersOf(textOf(block)).slice(-SOME)) && !isBegun
}

/** The next element beside this one that says something: pages that begin at one place are marked together. */
function afterIn(element: Element): Element | null {
  for (let { next } = element; next; next = next.next)
    if ('attribs' in next && lettersOf(textOf(next)) !== '') return next
  return null
}

/** The next block of the text: what comes after its body is printed wherever there is room. */
function after(block: Element): Element | null {
  const beside = afterIn(block)
  if (beside) return hasClass(beside, 'fiche-pied') ? null : beside
  return block.parent && 'attribs' in block.parent ? after(block.parent) : null
}

/** Letters that tell a text from others, less than a line of print. */
const SOME = 12

/** The first letters from a mark on, of one element and less than a line of print: the page may end soon after. A table holds no
 *  mark: where a page begins within it, any of its rows may tell. */
function lettersAfter({ xhtml }: Chapter, id: string): string[] {
  const mark = xhtml.slice(xhtml.indexOf(` id="${id}"`))
  // Pages that begin within one table are marked together before it.
  const rest = mark
    .slice(mark.indexOf('</span>') + '</span>'.length)
    .replace(/^(?:<span id="page-[^>]*><\/span>)+/, '')
  const table = /^\s*<table[\s\S]*?<\/table>/.exec(rest)?.[0]
  return [rest.slice(0, 2000), ...(table ? table.split(/(?=<tr)/).slice(1) : [])].map(lettersIn)
}

function lettersIn(xhtml: string): string {
  const texts = xhtml
    // Said to reading machines only: « Département ».
    .replace(/<span class="hors-vue">[^<]*<\/span>/g, '')
    .replace(/&#?\w+;/g, ' ')
    .split(/<[^>]*>/)
  return (texts.map(lettersOf).find(text => text !== '') ?? '').slice(0, SOME)
}
