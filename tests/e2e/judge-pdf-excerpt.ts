import { expect } from 'vitest'
import type { PdfLink, PdfText } from '../../build/gate/read/pdf.ts'
import { readPdf } from '../../build/gate/read/pdf.ts'
import { fontsOf } from '../../build/pdf/object/pages.ts'
import { PdfFile } from '../../build/pdf/object/pdf-file.ts'
import { Dict } from '../../build/pdf/object/values.ts'
import {
  type Choice,
  choiceTitle,
  chosenOf,
  type ExcerptedFiche,
  type ExcerptList,
} from '../../src/kit/excerpt/list.ts'
import { openTagged } from '../parts/pdf-ua/edition.ts'

/** What must hold of the PDF of any choice, as another program reads it. @param kit the whole, read by the same program */
export async function judgePdfExcerpt(
  bytes: Uint8Array,
  { kit, list, choice }: { kit: PdfText; list: ExcerptList; choice: Choice },
): Promise<void> {
  const chosen = chosenOf(list, choice)
  const called = choice.numbers.join()
  const tagged = await openTagged(bytes)
  expect(tagged.faults(), called).toEqual([])
  expect(tagged.pdf.getTitle(), called).toBe(choiceTitle(list, chosen))
  const text = await readPdf(bytes, new AbortController().signal)
  const labels = text.labels ?? []
  const folios = chosen.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  )
  expect(labels.filter(label => /^\d+$/.test(label)).map(Number), called).toEqual(folios)

  // The fiches: each page as in the kit, under the same number, with the links that still lead somewhere.
  for (const folio of folios) {
    const at = labels.indexOf(String(folio))
    const [page, whole] = [text.pages[at], kit.pages[folio - 1]]
    expect(page?.text, `p. ${folio} of ${called}`).toBe(whole?.text)
    expect(page?.artefacts, `head and foot of p. ${folio} of ${called}`).toBe(whole?.artefacts)
    expect(
      page?.links.map(link => whereTo(link, labels)),
      `links of p. ${folio} of ${called}`,
    ).toEqual(whole?.links.flatMap(link => stillThere(link, folios, list)))
    if (choice.duplex) expect(at % 2, `side of p. ${folio} of ${called}`).toBe((folio - 1) % 2)
  }

  // Around them: what was chosen, and nothing else.
  const around = text.pages.filter((_, index) => /^[ivx]+$/.test(labels[index] ?? ''))
  const [cover, contents] = around
  expect(cover?.text, called).toContain(chosen.length === 1 ? '1 fiche' : `${chosen.length} fiches`)
  expect(contents?.text, called).toMatch(/^Sommaire/)
  const entries = around.flatMap(({ links }) => links)
  const ordered = chosen.toSorted(byFamily(list))
  expect(
    entries.map(link => whereTo(link, labels)),
    called,
  ).toEqual(ordered.map(({ first }) => String(first)))
  expect(
    entries.map(link => Number(/ (\d+)$/.exec(link.contents)?.[1])),
    called,
  ).toEqual(ordered.map(({ first }) => first))

  // One font of each, whatever it was put together from.
  const file = PdfFile.open(bytes)
  const fonts = fontsOf(file.pages.flatMap(({ resources }) => resources ?? [])).map(ref =>
    file
      .find(ref, Dict)
      ?.name('BaseFont')
      ?.replace(/^[A-Z]{6}\+/, ''),
  )
  expect(fonts.length, called).toBeGreaterThan(1)
  expect(new Set(fonts).size, `fonts of ${called}`).toBe(fonts.length)

  // Bookmarks: each fiche at its page.
  const usesAcronyms = chosen.some(({ acronyms }) => acronyms.length > 0)
  expect(
    text.outline.filter(({ depth }) => depth === 0).map(({ page }) => labels[(page ?? 0) - 1]),
    called,
  ).toEqual([
    'i',
    'ii',
    ...chosen.map(({ first }) => String(first)),
    ...(usesAcronyms ? [labels[text.pages.indexOf(around.find(isAcronyms) ?? NO_PAGE)]] : []),
  ])
  expect(
    text.outline.every(({ page }) => page !== null),
    called,
  ).toBe(true)
}

const NO_PAGE = {} as PdfText['pages'][number]
const isAcronyms = ({ text }: PdfText['pages'][number]) => text.startsWith('Sigles')

/** The number of the page that a link leads to, or its address. */
function whereTo({ to }: PdfLink, labels: readonly string[]): string | null {
  if (to === null) return null
  return 'url' in to ? to.url : (labels[to.page - 1] ?? null)
}

/** Where a link of the kit leads in an excerpt: where it led, or to the site; nowhere without one, and then it is words. */
function stillThere({ to }: PdfLink, folios: readonly number[], list: ExcerptList): (string | null)[] {
  if (to === null) return [null]
  if ('url' in to) return [to.url]
  if (folios.includes(to.page)) return [String(to.page)]
  const [id = '', ...anchor] = (to.name ?? '').split('--')
  const address = list.addresses[id]
  return address === undefined ? [] : [[address, ...anchor].join('#')]
}

/** Fiches stand by family in the sommaire. */
const byFamily =
  ({ families }: ExcerptList) =>
  (a: ExcerptedFiche, b: ExcerptedFiche) =>
    families.indexOf(a.family) - families.indexOf(b.family) || a.number - b.number
