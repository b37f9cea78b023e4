import { epubPath } from '../../../src/addresses.ts'
import type { Choice, ExcerptedFiche, ExcerptList } from '../../../src/excerpt/list.ts'
import { publishedFiches } from '../../../src/indexes/published.ts'
import type { Kit } from '../../../src/kit.ts'
import { count, type Finding, fault } from '../../../src/problems/finding.ts'
import { type EpubText, readEpub } from '../../judge/audit/read/epub.ts'
import { findAll, ownText, textOf } from '../../judge/audit/read/html.ts'
import { type PdfText, readPdf } from '../../judge/audit/read/pdf.ts'
import { orUnreadable } from '../../judge/audit/read/unreadable.ts'
import { nameOf } from '../../judge/audit/source/expected.ts'
import { plainText } from '../../judge/audit/source/units.ts'
import { lettersOf, wordsOf } from '../../judge/audit/words.ts'

type Choosing = {
  kit: Kit
  list: ExcerptList
  /** What makes the files of a choice. */
  pdfOf: (choice: Choice) => Promise<Uint8Array>
  bookOf: (choice: Pick<Choice, 'numbers'>) => Promise<Uint8Array>
  signal: AbortSignal
}

/** What readers get who choose some fiches only: on paper each page on its side, and files that tell what they hold. */
export async function* judgeChoices({ kit, list, pdfOf, bookOf, signal }: Choosing): AsyncGenerator<Finding> {
  const holders = new Map<string, string>()
  for (const chosen of choicesOf(list.fiches)) {
    signal.throwIfAborted()
    const numbers = chosen.map(({ number }) => number)
    const place = `Fiches choisies (${numbers.join(', ')})`
    for (const duplex of [false, true]) {
      const as = duplex ? `${place}, PDF en recto verso` : `${place}, PDF`
      const { labels, info } = await orUnreadable(as, async () =>
        readPdf(await pdfOf({ numbers, duplex }), signal),
      )
      for (const wrong of wrongSides(labels ?? [], chosen, duplex)) yield fault(as, wrong)
      yield* wrongTitle(as, info.title, kit, chosen, list)
    }
    const as = `${place}, livre numérique`
    const book = await orUnreadable(as, async () => readEpub(await bookOf({ numbers })))
    const metadata = (name: string) => textOf(findAll(book.opf, name)[0] ?? book.opf).trim()
    const titles = findAll(book.opf, 'dc:title').map(ownText)
    yield* wrongTitle(as, titles[0] ?? '', kit, chosen, list)
    const identifier = metadata('dc:identifier')
    const holder = holders.get(identifier)
    if (holder !== undefined) yield fault(as, `Il a le même identifiant que le livre des fiches ${holder}.`)
    holders.set(identifier, numbers.join(', '))
    yield* strangeAcronyms(as, book, kit, chosen)
  }
}

/** The first fiche, the last, and the two, where they are not all. */
function choicesOf(fiches: readonly ExcerptedFiche[]): ExcerptedFiche[][] {
  const [first, last] = [fiches[0], fiches.at(-1)]
  if (!first || !last || first === last) return first ? [[first]] : []
  return fiches.length > 2 ? [[first], [last], [first, last]] : [[first], [last]]
}

/** For paper that is printed on both sides, every odd page is the front of a leaf; otherwise no page is added.
 *  @param labels what a viewer calls each page */
export function* wrongSides(
  labels: readonly string[],
  chosen: readonly Pick<ExcerptedFiche, 'first' | 'last'>[],
  duplex: boolean,
): Generator<string> {
  const folios = chosen.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const added = labels.filter(label => !/^[ivxlc]+$/.test(label)).length - folios
  if (!duplex && added > 0) yield `${count(added, 'page')} de trop : personne n’y demande de pages blanches.`
  if (!duplex) return
  const turned = labels.filter((label, at) => /^\d+$/.test(label) && Number(label) % 2 === at % 2)
  if (turned.length > 0)
    yield `${count(turned.length, 'page')} de l’autre côté de la feuille : ${turned.slice(0, 5).join(', ')}.`
}

/** Its title names the kit, and then the fiche, or how many there are. */
function* wrongTitle(
  place: string,
  title: string,
  kit: Kit,
  chosen: readonly ExcerptedFiche[],
  { fiches }: ExcerptList,
): Generator<Finding> {
  const wanted = chosen.length === 1 && fiches.length > 1 ? chosen[0]?.number : chosen.length
  const subtitle = title.slice(title.lastIndexOf(':'))
  if (!lettersOf(title).includes(lettersOf(kit.titre)) || !wordsOf(subtitle).includes(String(wanted)))
    yield fault(place, `Son titre est « ${title} » : il doit nommer « ${kit.titre} », puis dire ${wanted}.`)
}

/** Its acronyms are those of its fiches. */
function* strangeAcronyms(
  place: string,
  { spine }: EpubText,
  kit: Kit,
  chosen: readonly ExcerptedFiche[],
): Generator<Finding> {
  const texts = publishedFiches(kit)
    .filter(({ slug }) => chosen.some(({ id }) => id === slug))
    .map(fiche => JSON.stringify(fiche) + plainText(fiche.corps.source, slug => nameOf(kit, slug)))
  const sigles = epubPath({ kind: 'sigles', id: 'sigles' })
  const glossary = spine.find(({ href }) => href === sigles)
  const listed = new Set(findAll(glossary?.root, 'dt').map(term => lettersOf(textOf(term))))
  const strange = Object.keys(kit.sigles).filter(
    sigle => listed.has(lettersOf(sigle)) && !texts.some(text => text.includes(sigle)),
  )
  if (strange.length > 0)
    yield fault(place, `Il a des sigles que ses fiches n’ont pas : ${strange.slice(0, 5).join(', ')}.`)
}

/** Lines of a page that stand on each other: a heading over the last fiche of the family before. */
export function* overlaid({ places }: PdfText['pages'][number]): Generator<string> {
  const lines = places.filter(({ text, size }) => size > 0 && text.trim() !== '')
  for (const [at, one] of lines.entries())
    for (const other of lines.slice(at + 1)) {
      const [above, below] = one.y >= other.y ? [one, other] : [other, one]
      const apart = above.y - below.y
      const shared = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
      if (shared > LEAST && apart < CLEAR * below.size)
        yield `« ${above.text.trim()} » et « ${below.text.trim()} » sont l’un sur l’autre.`
    }
}

/** In pt: what two words of a line may share by rounding. */
const LEAST = 2
/** Part of its size that letters rise over their line. */
const CLEAR = 0.7
