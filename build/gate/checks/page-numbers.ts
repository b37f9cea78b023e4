import { authoredOf, isBackCover, sequence } from '../../../src/kit/index.ts'
import { count, type Finding, fault } from '../../../src/problems/index.ts'
import { addressOf, siteFile } from '../../../src/text/index.ts'
import type { GateCheck, Subject } from '../check.ts'
import type { EpubText } from '../read/epub.ts'
import { find, findAll, type Parent, textOf } from '../read/html.ts'
import type { PdfText } from '../read/pdf.ts'
import { pdfDocuments, placesIn, titleOf } from '../read/pdf-documents.ts'
import { lettersOf, wordsOf } from '../read/words.ts'

/** A page number that an edition writes beside a link. `page`: where the PDF has the target. */
type Numbered = { place: string; text: string; number: number; page: number | undefined }

/** A document that links lead to: its first page, and its titles. */
type Target = { page: number | undefined; titles: readonly string[] }

/** The number beside a link is the page where the PDF has the target of that link, in each edition. */
export const pageNumbers = {
  id: 'numeros',
  title: 'Les numéros de page sont justes, et les mêmes dans le PDF, le site et le livre numérique',
  phase: 'editions',
  async *run({ kit, site, pdf, epub }: Pick<Subject, 'kit' | 'site' | 'pdf' | 'epub'>) {
    const [{ pages }, file, book] = [await site(), await pdf(), await epub()]
    const documents = pdfDocuments(file, kit)
    const placeOf = placesIn(file, kit)
    const firstOf = new Map(documents.map(({ item, first }) => [item.id, first]))
    const pagesAt = (medium: 'web' | 'epub') =>
      new Map(
        sequence(kit).map(item => [
          addressOf(item, medium, kit),
          { page: firstOf.get(item.id), titles: [titleOf(kit, item), authoredOf(item)?.titre_court ?? ''] },
        ]),
      )
    const [siteTargets, bookTargets] = [pagesAt('web'), pagesAt('epub')]
    const numbers = [
      ...documents.flatMap(document => pdfNumbers(file, document, placeOf)),
      ...[...pages.values()].flatMap(({ path, root }) => numbersIn(root, `Site, ${path}`, siteTargets)),
      ...book.spine.flatMap(({ href, root }) => numbersIn(root, `Livre numérique, ${href}`, bookTargets)),
      ...documents.flatMap(({ item, first }) =>
        item.kind === 'fiche' ? pdfLinksIn(pages.get(siteFile(item))?.root, siteFile(item), first) : [],
      ),
    ]
    for (const { place, text, number, page } of numbers)
      if (number !== page)
        yield fault(
          place,
          `« ${text.trim().replace(/\s+/g, ' ')} » dit page ${number} au lieu de ${page ?? '?'}.`,
        )
    const bare = new Set(
      documents.flatMap(({ item, pages }) =>
        item.kind === 'couverture' || isBackCover(item) ? pages.map(page => page.number) : [],
      ),
    )
    for (const { number, artefacts } of file.pages)
      if (!bare.has(number) && !wordsOf(artefacts).includes(String(number)))
        yield fault(placeOf(number), `La page ne porte pas son numéro (${number}).`)
    yield* pageList(
      book,
      file,
      new Map([...bookTargets].flatMap(([href, { page }]) => (page ? [[href, page]] : []))),
    )
    return `${count(numbers.length, 'numéro écrit', 'numéros écrits')}, ${count(file.pages.length, 'page')}`
  },
} satisfies GateCheck

/** `p. 34` ends a cross-reference, `34` a line of the sommaire; in the index of places it follows the link on its line. */
function pdfNumbers(
  { destinations }: PdfText,
  { item, pages }: ReturnType<typeof pdfDocuments>[number],
  placeOf: ReturnType<typeof placesIn>,
): Numbered[] {
  const ending = item.kind === 'sommaire' ? /(\d+)\s*$/ : /p\.[\s\u00a0]*(\d+)\s*$/
  const isIndex = item.kind === 'territoires'
  return pages.flatMap(({ number: on, links, elements }) =>
    links.flatMap(({ to, text }) => {
      if (!to || !('page' in to)) return []
      const words = lettersOf(text)
      const page = to.name === null ? to.page : destinations.get(to.name)
      // Two examples may have one title.
      const lines = elements.map(lettersOf).filter(letters => letters.startsWith(words))
      const line = lines.find(letters => letters === `${words}${page}`) ?? lines[0]
      const number = isIndex ? line?.slice(words.length) : ending.exec(text)?.[1]
      if (number === undefined) return []
      return [{ place: placeOf(on, text), text, number: Number(number), page }]
    }),
  )
}

/** `p. 34` in a link, or in the item of a list with no other link. */
function numbersIn(root: Parent, place: string, targets: ReadonlyMap<string, Target>): Numbered[] {
  const alone = findAll(root, 'li').flatMap(li => {
    const [link, ...otherLinks] = findAll(li, 'a')
    return link && otherLinks.length === 0 ? [[link, li] as const] : []
  })
  const itemOf = new Map(alone)
  return findAll(root, 'a').flatMap(link => {
    const text = textOf(itemOf.get(link) ?? link)
    const number = /(?<![\p{L}\p{N}])p\.[\s\u00a0]*(\d+)\s*$/u.exec(text)?.[1]
    const target = targets.get(link.attribs['href'] ?? '')
    // A title may end as a page number does.
    if (number === undefined || !target || target.titles.some(title => endsWith(text, title))) return []
    return [{ place, text, number: Number(number), page: target.page }]
  })
}

const endsWith = (text: string, title: string) => title !== '' && lettersOf(text).endsWith(lettersOf(title))

/** `kit.pdf#page=12` on the page of a fiche opens the PDF where the fiche begins. */
const pdfLinksIn = (root: Parent | undefined, path: string, page: number): Numbered[] =>
  findAll(root, 'a').flatMap(link => {
    const number = /\.pdf#page=(\d+)$/.exec(link.attribs['href'] ?? '')?.[1]
    return number === undefined
      ? []
      : [{ place: `Site, ${path}`, text: textOf(link), number: Number(number), page }]
  })

/** Each mark of the page list exists, in order; the first of a chapter is the first page of its document. */
function* pageList(
  { nav, chapter }: EpubText,
  { pages }: PdfText,
  firstOf: ReadonlyMap<string, number>,
): Generator<Finding> {
  const list = find(nav.root, ({ name, attribs }) => name === 'nav' && attribs['epub:type'] === 'page-list')
  const firstIn = new Map<string, number>()
  let before = 0
  for (const entry of findAll(list, 'a')) {
    const number = Number(textOf(entry))
    const [href = '', id = ''] = (entry.attribs['href'] ?? '').split('#')
    const mark = find(chapter(href)?.root, `#${id}`)
    const place = `Livre numérique, liste des pages (${number})`
    if (!(number > before && number <= pages.length))
      yield fault(place, `Elle vient après la page ${before}.`)
    if (mark?.attribs['aria-label'] !== String(number))
      yield fault(place, 'Le repère n’existe pas dans le livre.')
    if (!firstIn.has(href)) firstIn.set(href, number)
    before = number
  }
  for (const [href, first] of firstOf)
    if (chapter(href) && firstIn.get(href) !== first)
      yield fault(
        `Livre numérique, ${href}`,
        `Le chapitre commence page ${first} dans le PDF, page ${firstIn.get(href) ?? '?'} dans le livre.`,
      )
}
