/** Words that are set alike. A line break within a paragraph is `\n`. */
export type WordRun = {
  text: string
  bold: boolean
  italic: boolean
  code: boolean
  /** Written for the press, not for readers: `[[slug]]`, `{picto=search}`, the type of a chart. */
  mark: boolean
  /** Address that the words lead to. */
  href: string | null
  /** Words that a reviewer proposes, or proposes to take out. */
  change?: RunChange
  /** Numbers of the comments that begin before the words, and of those that end behind them. */
  opens?: number[]
  closes?: number[]
}

/** A tracked change of words. `date`: a day, `2026-12-03`. */
export type RunChange = { kind: 'ins' | 'del'; auteur: string; date: string }

/** Role of a paragraph in its block; in the running text, the block is null. */
export type WordRole =
  | 'texte'
  | 'titre'
  | 'lieu'
  | 'close'
  /** Sections: `##` to `######`. */
  | 'titre-2'
  | 'titre-3'
  | 'titre-4'
  | 'titre-5'
  | 'titre-6'
  | 'citation'
  /** Markdown that Word has no words for, kept as it was written. */
  | 'brut'

/** A place in a list. `suite`: a paragraph that goes on below an item. `opens`: the first item of a list at the margin. */
export type InList = { depth: number; ordered: boolean; start: number; suite: boolean; opens: boolean }

export type Paragraph = {
  kind: 'paragraph'
  bloc: string | null
  role: WordRole
  runs: WordRun[]
  list: InList | null
  /** The tracked change of its end, by which it is parted from the next. */
  end?: RunChange
}

/** Left is how Markdown and Word set a column that nothing is said of. */
export type Align = '' | 'center' | 'right'

export type Table = { kind: 'table'; bloc: string | null; rows: WordRun[][][]; align: Align[] }

/** A picture alone in its paragraph; `path` is relative to the kit, `legende` is empty where it has none. */
export type PictureElement = { kind: 'picture'; bloc: null; path: string; alt: string; legende: string }

/** Content of a fiche, in Word as in Markdown. */
export type FicheElement = Paragraph | Table | PictureElement

export const plainRun = (text: string, set: Partial<WordRun> = {}): WordRun => ({
  text,
  bold: false,
  italic: false,
  code: false,
  mark: false,
  href: null,
  ...set,
})

/** A place in a list: the first item of one with bullets, where nothing else is said. */
export const placeInList = (set: Partial<InList> = {}): InList => ({
  depth: 0,
  ordered: false,
  start: 1,
  suite: false,
  opens: true,
  ...set,
})

/** Words of runs, without their setting. */
export const textOf = (runs: readonly WordRun[]): string => runs.map(({ text }) => text).join('')

/** The runs of an element: those of a paragraph, of each cell of a table; a picture has none. */
export const runsIn = (element: FicheElement): WordRun[][] =>
  element.kind === 'picture' ? [] : element.kind === 'table' ? element.rows.flat() : [element.runs]

/** An element with other runs in the place of each of these. */
export function mapRuns(element: FicheElement, change: (runs: WordRun[]) => WordRun[]): FicheElement {
  if (element.kind === 'picture') return element
  return element.kind === 'table'
    ? { ...element, rows: element.rows.map(row => row.map(change)) }
    : { ...element, runs: change(element.runs) }
}

export function paragraph(
  runs: readonly WordRun[],
  { bloc = null, role = 'texte', list = null }: Partial<Pick<Paragraph, 'bloc' | 'role' | 'list'>> = {},
): Paragraph {
  return { kind: 'paragraph', bloc, role, runs: tidyRuns(runs), list }
}

/** A picture that has no name in the kit yet. @param alt as its file says it */
export const newPicture = (alt: string): PictureElement => ({
  kind: 'picture',
  bloc: null,
  path: '',
  alt: alt.trim().replace(/\s+/g, ' '),
  legende: '',
})

/** Gives words to the picture above them; false where none stands there, or it has some. */
export function putCaption(elements: readonly FicheElement[], runs: readonly WordRun[]): boolean {
  const last = elements.at(-1)
  if (last?.kind !== 'picture' || last.legende !== '') return false
  last.legende = textOf(runs).trim().replace(/\s+/g, ' ')
  return true
}

/** Markdown that is kept as it was written. */
export const brut = (text: string): Paragraph => ({
  kind: 'paragraph',
  bloc: null,
  role: 'brut',
  runs: [plainRun(text)],
  list: null,
})

/** Tells of Markdown that is kept as it was written. */
export const isBrut = (element: FicheElement): boolean =>
  element.kind === 'paragraph' && element.role === 'brut'

/** The signs of runs from one to another. */
export function sliceRuns(runs: readonly WordRun[], from: number, to = Number.POSITIVE_INFINITY): WordRun[] {
  let at = 0
  return runs.map(run => {
    const start = at
    at += run.text.length
    return { ...run, text: run.text.slice(Math.max(0, from - start), Math.max(0, to - start)) }
  })
}

/** Runs as they are compared: none empty, neighbours set alike in one, no spaces at either end, spaces between words set as the words before them. */
export function tidyRuns(runs: readonly WordRun[]): WordRun[] {
  const runsAlike = joinAlike(runs.flatMap(edges))
  const first = runsAlike.findIndex(({ text }) => text.trim() !== '')
  if (first < 0) return []
  const last = runsAlike.findLastIndex(({ text }) => text.trim() !== '')
  const inner = runsAlike.slice(first, last + 1).map((run, index, all) => ({
    ...run,
    text: trimmed(run.text, index === 0, index === all.length - 1),
  }))
  return joinAlike(inner)
}

const trimmed = (text: string, start: boolean, end: boolean) => {
  const rest = start ? text.replace(/^[ \t\n]+/, '') : text
  return end ? rest.replace(/[ \t\n]+$/, '') : rest
}

/** Spaces at the edges of set words are set as plain text: Markdown knows no bold space. Code keeps its own. */
function edges(run: WordRun): WordRun[] {
  if (run.code || !(run.mark || run.bold || run.italic || run.href !== null)) return [run]
  // An editor puts neighbours that are set alike into one.
  const [one = '', ...others] = run.mark ? run.text.split(/(?<=\})(?=\s*\{)/) : []
  if (others.length > 0) return [one, ...others].flatMap(text => edges({ ...run, text }))
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? []
  return [plainRun(before), { ...run, text: words }, plainRun(after)]
}

function joinAlike(runs: readonly WordRun[]): WordRun[] {
  const runsAlike: WordRun[] = []
  const written = runs.filter(({ text }) => text !== '')
  for (const [index, run] of written.entries()) {
    const last = runsAlike.at(-1)
    const next = written[index + 1]
    const set = run.text.trim() === '' && !run.code && last && next ? between(run, last, next) : run
    if (last && alike(last, set)) runsAlike[runsAlike.length - 1] = { ...last, text: last.text + set.text }
    else runsAlike.push(set)
  }
  return runsAlike
}

/** A space between two words is set as both of them are. */
const between = ({ text }: WordRun, last: WordRun, next: WordRun): WordRun =>
  plainRun(text, {
    bold: last.bold && next.bold,
    italic: last.italic && next.italic,
    href: last.href === next.href ? last.href : null,
  })

const alike = (a: WordRun, b: WordRun) =>
  a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.mark === b.mark && a.href === b.href

/** A note in brackets, as it goes into its sentence; none where it says nothing. */
export function inBrackets(note: readonly WordRun[]): WordRun[] {
  const last = note.at(-1)
  if (!last) return []
  const end = { ...last, text: last.text.replace(/[.\s]+$/, '') }
  return [plainRun(' ('), ...note.slice(0, -1), end, plainRun(')')]
}

/** Elements in the pieces that Markdown sets apart by empty lines: a block, a list, a quotation, or one element. */
export function groupSegments(elements: readonly FicheElement[]): FicheElement[][] {
  const groups: FicheElement[][] = []
  for (const element of elements) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && goesOn(before, element)) last.push(element)
    else groups.push([element])
  }
  return groups
}

/** Tells of an element that belongs with the element above it. */
export function goesOn(before: FicheElement, element: FicheElement): boolean {
  if (before.bloc !== element.bloc) return false
  if (element.bloc !== null)
    return !(hasRole(element, 'titre') && !hasRole(before, 'titre')) && !hasRole(before, 'close')
  if (before.kind !== 'paragraph' || element.kind !== 'paragraph') return false
  if (before.list && element.list) return !element.list.opens
  return hasRole(before, 'citation') && hasRole(element, 'citation')
}

const hasRole = (element: FicheElement, role: WordRole) =>
  element.kind === 'paragraph' && element.role === role
