import { type FicheElement, newPicture, paragraph, putCaption, type WordRole } from '../element.ts'
import type { HeadTable } from '../front-matter.ts'
import type { Omission, WordElement, WordImage } from '../read/manuscript.ts'
import { linesOf } from './lines-of.ts'
import { readTable } from './lists.ts'
import { type ManuscriptLine, type ManuscriptReading, put, putLine, type TextLine } from './reading.ts'
import { isCue, rules } from './rules.ts'

/** A manuscript, understood as far as its look tells. */
export type Recognised = Omit<ManuscriptReading, 'lines'> & {
  /** The title; of the rows, « Résumé : » and « Mots-clés : » above the text. */
  head: HeadTable
  /** The picture of each element, which has a place in `elements` and no name yet. */
  pictures: Map<FicheElement, WordImage>
}

/** Reads a manuscript without the styles of the kit. Lines that no rule knows stay as text: nothing is left out. */
export function recognise(elements: readonly WordElement[]): Recognised {
  const { lines, omissions } = linesOf(elements)
  const { titre, rest } = takeTitle(lines)
  const headRows = new Map<string, string>()
  const body = readLines(takeHead(rest, headRows, omissions), omissions)
  return { head: { titre, rows: [...headRows] }, ...body }
}

/** Reads a part of a manuscript, which has no title of its own. */
export function recognisePart(elements: readonly WordElement[]) {
  const { lines, omissions } = linesOf(elements)
  const titles = lines.map(line =>
    line.kind === 'line' && line.isTitle ? { ...line, isTitle: false, level: 0 } : line,
  )
  return readLines(titles, omissions)
}

function readLines(lines: readonly ManuscriptLine[], omissions: Omission[]): Omit<Recognised, 'head'> {
  const reading: ManuscriptReading = {
    lines,
    omissions,
    elements: [],
    guesses: new Map(),
    additions: new Map(),
  }
  const pictures = new Map<FicheElement, WordImage>()
  const roles = headingRoles(lines)
  for (let at = 0; at < lines.length; ) at = readLine(reading, at, roles, pictures)
  return { pictures, ...reading }
}

function readLine(
  reading: ManuscriptReading,
  at: number,
  roles: ReadonlyMap<number, WordRole>,
  pictures: Map<FicheElement, WordImage>,
): number {
  const line = reading.lines[at]
  if (line?.kind === 'table') return readTable(reading, at, line)
  if (line?.kind === 'picture') {
    const element = put(reading, newPicture(line.image.alt))
    pictures.set(element, line.image)
    reading.additions.set(element, additionsOf(line.image))
    return at + 1
  }
  if (!line || (line.isCaption && putCaption(reading.elements, line.runs))) return at + 1
  for (const rule of rules) {
    const next = rule(reading, at)
    if (next !== null) return next
  }
  if (line.level !== null) {
    const role = roles.get(line.level) ?? 'titre-3'
    put(reading, paragraph(line.runs, { role }), ...line.guesses)
  } else putLine(reading, null, line)
  return at + 1
}

/** Lists what a person has to add to a new picture. */
export const additionsOf = ({ alt }: WordImage): string[] => [
  ...(alt.trim() === '' ? ['ce que montre l’image, entre les crochets'] : []),
  'le crédit et la licence de l’image, dans images/credits.yaml',
]

/** Takes the title: a line in Word's title style, or the one heading above all others. */
function takeTitle(lines: readonly ManuscriptLine[]): { titre: string; rest: ManuscriptLine[] } {
  const titles = lines.filter((line): line is TextLine => line.kind === 'line' && line.isTitle)
  if (titles.length > 0)
    return {
      titre: titles.map(({ text }) => text.trim()).join(' '),
      rest: lines.filter(line => line.kind !== 'line' || !line.isTitle),
    }
  const headings = lines.filter((line): line is TextLine => line.kind === 'line' && line.level !== null)
  const [first] = headings
  const alone =
    first && headings.every(heading => heading === first || (heading.level ?? 0) > (first.level ?? 0))
  if (
    !first ||
    lines[0] !== first ||
    (!alone && !isCue(lines[1]) && headings.length > 1 && (first.level ?? 0) < 10)
  )
    return { titre: '', rest: [...lines] }
  // Made by hand, all headings look alike: the first is the title where nothing stands above it.
  return { titre: first.text.trim(), rest: lines.slice(1) }
}

function takeHead(
  lines: readonly ManuscriptLine[],
  headRows: Map<string, string>,
  omissions: Omission[],
): ManuscriptLine[] {
  return lines.filter((line, index) => {
    if (line.kind !== 'line' || index > 8) return true
    if (line.isSummary && !headRows.has('resume')) {
      headRows.set('resume', line.text.trim())
      return false
    }
    const match = /^(résumé|mots[- ]clés)\s*:\s*(.+)$/i.exec(line.text)
    const key = /^r/i.test(match?.[1] ?? '') ? 'resume' : 'mots_cles'
    if (!match || headRows.has(key)) return true
    omissions.push({ rule: 'etiquette', text: match[1] ?? '' })
    headRows.set(key, match[2]?.trim() ?? '')
    return false
  })
}

/** The depths of headings that a manuscript has, whatever it calls them, from `##` down. */
function headingRoles(lines: readonly ManuscriptLine[]): Map<number, WordRole> {
  const levels = new Set(
    lines.flatMap(line => (line.kind === 'line' && line.level !== null ? [line.level] : [])),
  )
  const sorted = [...levels].sort((a, b) => a - b)
  return new Map(sorted.map((level, index) => [level, `titre-${Math.min(6, index + 2)}` as WordRole]))
}
