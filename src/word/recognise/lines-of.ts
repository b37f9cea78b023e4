import { placeInList, plainRun, textOf, tidyRuns, type WordRun } from '../element.ts'
import { isCaption, plainName, withMarks } from '../parts.ts'
import type { Omission, WordElement, WordParagraph, WordTable } from '../read/manuscript.ts'
import { listNumbers } from '../read/manuscript.ts'
import { untypeset } from '../typeset.ts'
import { asItem, headingLook, placeTypedNotes, plainHeadings, typedNumbers, unset } from './by-hand.ts'
import type { ManuscriptLine, TextLine } from './reading.ts'

/** Opens an item that one ticks; the box stays. */
const box = /^[☐☑][\s\u00a0]+(?=\S)/
/** Signs that people type where Word has bullets. */
const bullet = /^(?:[-–—•·▪◦●○■□➢➤►✓✔*]|o(?=\s))[\s\u00a0]+(?=\S)/

/** The paragraphs of a manuscript, cleaned: empty ones gone, lists known that were typed by hand, tables of layout undone.
 *  A table of contents is left out, and reported. */
export function linesOf(elements: readonly WordElement[]): {
  lines: ManuscriptLine[]
  omissions: Omission[]
} {
  const omissions: Omission[] = []
  const numbers = listNumbers(elements)
  const lines = elements.flatMap(element => {
    if (element.kind === 'table') return tableLines(element, numbers)
    if (/^(toc|table des matières|tm) ?\d*( heading)?$/.test(plainName(element.style))) {
      omissions.push({ rule: 'sommaire', text: textOf(element.runs) })
      return []
    }
    // The name of what stands below it.
    if (/^(abstract|résumé) title$/.test(plainName(element.style))) {
      omissions.push({ rule: 'etiquette', text: textOf(element.runs) })
      return []
    }
    return paragraphLines(element, numbers)
  })
  const placed = placeTypedNotes(lines)
  const numbered = plainHeadings(typedNumbers(placed.lines))
  // A sign that is a letter or a figure is a word for whoever counts.
  const signs = numbered.flatMap(line => (line.kind === 'line' ? line.sign : []))
  return {
    lines: numbered,
    omissions: [
      ...omissions,
      ...placed.omissions,
      ...signs.map((text): Omission => ({ rule: 'etiquette', text })),
    ],
  }
}

type ListNumbers = ReturnType<typeof listNumbers>

function tableLines({ rows }: WordTable, numbers: ListNumbers): ManuscriptLine[] {
  const width = Math.max(0, ...rows.map(row => row.length))
  // A frame around text, or columns of layout.
  if (rows.length === 1 || width === 1)
    return rows.flat(2).flatMap(paragraph => paragraphLines(paragraph, numbers))
  const cells = rows.map(row =>
    row.map(cell =>
      tidyRuns(
        cell.flatMap(({ runs }, index) =>
          index === 0 ? cleanRuns(runs) : [plainRun(' '), ...cleanRuns(runs)],
        ),
      ).map(run => ({ ...run, text: run.text.replace(/\n/g, ' ') })),
    ),
  )
  const written = cells.filter(row => row.some(cell => textOf(cell).trim() !== ''))
  const pictures = rows.flat(2).flatMap(paragraph => paragraph.pictures)
  const table: ManuscriptLine[] =
    written.length === 0
      ? []
      : [{ kind: 'table', rows: written, align: Array.from({ length: width }, () => '') }]
  return [...table, ...pictures.map((image): ManuscriptLine => ({ kind: 'picture', image }))]
}

function paragraphLines(paragraph: WordParagraph, numbers: ListNumbers): ManuscriptLine[] {
  const pictures = paragraph.pictures.map((image): ManuscriptLine => ({ kind: 'picture', image }))
  const runs = cleanRuns(paragraph.runs)
  const lines = cut(runs)
  // Lines within a paragraph that begin with signs are a list; two breaks part paragraphs.
  const typed = lines.filter(part => bullet.test(textOf(part)))
  const parts = typed.length > 1 || /\n\s*\n/.test(textOf(runs)) ? lines : [runs]
  return [...parts.flatMap(part => lineOf(tidyRuns(part), paragraph, numbers.get(paragraph))), ...pictures]
}

/** Removes the leftovers of office programs and web pages: odd spaces, soft hyphens, typographic signs that the press sets
 *  itself. Signs written for the press stay. */
export function cleanRuns(runs: readonly WordRun[]): WordRun[] {
  const plain = runs.map(run => ({
    ...run,
    text: untypeset(run.text)
      .replace(/[\ue000-\uf8ff]/g, '•')
      .replace(/☒/g, '☑')
      .replace(/(?:(?!\n)[\p{Cc} ])+/gu, ' '),
    href:
      run.href !== null && /^(https?:|mailto:)/i.test(run.href) && URL.canParse(run.href) ? run.href : null,
  }))
  return withMarks(tidyRuns(plain))
}

function cut(runs: readonly WordRun[]): WordRun[][] {
  const lines: WordRun[][] = [[]]
  for (const run of runs)
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      lines.at(-1)?.push({ ...run, text })
    }
  return lines.filter(line => textOf(line).trim() !== '')
}

function lineOf(
  runs: WordRun[],
  { style, heading, list, underlined, indent }: WordParagraph,
  start = 1,
): TextLine[] {
  const text = textOf(runs)
  if (text.trim() === '') return []
  const name = plainName(style)
  const line: TextLine = {
    kind: 'line',
    text,
    runs,
    level: null,
    isTitle: false,
    isQuote: /quote|citation|block text/.test(name),
    isSummary: /^(abstract|résumé)$/.test(name),
    isCaption: isCaption(style),
    list: list && placeInList({ depth: list.depth, ordered: list.ordered, start, opens: false }),
    guesses: [],
    sign: [],
  }
  if (/^(title|titre|titre principal)$/.test(name))
    return [{ ...line, runs: unset(runs), isTitle: true, list: null }]
  if (heading !== null) return [{ ...line, runs: unset(runs), level: heading, list: null }]
  if (list) return [line]
  if (box.test(text)) return [{ ...line, list: placeInList({ depth: indent > 900 ? 1 : 0, opens: false }) }]
  const [typed] = bullet.exec(text) ?? []
  if (typed !== undefined && !isAuthor(text)) {
    return [asItem(line, typed, placeInList({ depth: indent > 900 ? 1 : 0, opens: false }))]
  }
  const level = headingLook(runs, text, underlined)
  if (level === null) return [line]
  const guesses = ['une ligne courte, tout en gras, soulignée ou en capitales : un titre']
  return [{ ...line, runs: unset(runs), level, guesses }]
}

/** « — Camille Martin, adjointe »: whoever said the words above. */
const isAuthor = (text: string) => /^[—–]\s*\p{Lu}[\p{L}'-]+ \p{Lu}/u.test(text)
