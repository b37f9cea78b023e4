import { textOf, type WordRun } from '../element.ts'
import type { CommentThread } from './read-comments.ts'
import type { TrackedChange } from './settle-changes.ts'

/** A paragraph of a Word file as it stands there, before anybody has asked what it is in a fiche. */
export type WordParagraph = {
  kind: 'paragraph'
  /** Name of its style, as its file calls it. */
  style: string
  /** 1 for the first level of headings; null for text. */
  heading: number | null
  list: { id: string; depth: number; ordered: boolean; start: number } | null
  /** In twentieths of a pt. */
  indent: number
  align: string
  runs: WordRun[]
  pictures: WordImage[]
  /** All its words are underlined. */
  underlined: boolean
}

/** A picture in a paragraph. `part`: where its bytes lie in the file; null when they lie elsewhere. */
export type WordImage = { part: string | null; alt: string; name: string }

export type WordTable = { kind: 'table'; rows: WordParagraph[][][] }

export type WordElement = WordParagraph | WordTable

/** Words of the file that a fiche leaves out, and why. `habillage`: words of the template; `etiquette`: « Exemple : », as
 *  the block's name says it; `renvoi`: the title shown for a cross-reference. */
export type Omission = {
  rule: 'en-tete' | 'sommaire' | 'habillage' | 'etiquette' | 'renvoi'
  text: string
}

export type Manuscript = {
  elements: WordElement[]
  comments: CommentThread[]
  /** Footnotes and endnotes, each put into its sentence. */
  notes: { text: string; sentence: string }[]
  omissions: Omission[]
  /** Tracked changes, whether they are accepted here or not. */
  changes: TrackedChange[]
  /** Who saved it last, and on which day; '' where it does not say. */
  savedBy: { auteur: string; date: string }
  /** What a fiche writes on one line, or in one cell: « l’équation « a/b » ». */
  flattened: string[]
  /** Words that are struck out by hand, and words that are hidden. */
  struck: string[]
  hidden: string[]
  /** The Markdown that the file was made from, when the kit made it. */
  source: string | null
  /** Every word of the file that a reader sees, counted apart from `elements`. */
  visibleWords: string[]
  /** The bytes of a part of the file, such as a picture. */
  partOf(path: string): Uint8Array | undefined
}

/** All paragraphs, those of tables with the others. */
export const paragraphsOf = (elements: readonly WordElement[]): WordParagraph[] =>
  elements.flatMap(element => (element.kind === 'table' ? element.rows.flat(2) : [element]))

/** A sign in a run's text that stands for a note until its words are put there. */
export const NOTE = '\ufffc'

/** Numbers each numbered item of a file. A list counts on across interruptions, as in Word; an inner list begins anew below
 *  each item. Items without words get no number, as no fiche keeps them. */
export function listNumbers(elements: readonly WordElement[]): ReadonlyMap<WordParagraph, number> {
  const countsOf = new Map<string, (number | undefined)[]>()
  const numbers = new Map<WordParagraph, number>()
  for (const paragraph of paragraphsOf(elements)) {
    const { list, runs } = paragraph
    if (!list || textOf(runs).trim() === '') continue
    const counts = countsOf.get(list.id)?.slice(0, list.depth + 1) ?? []
    const number = (counts[list.depth] ?? list.start - 1) + 1
    counts[list.depth] = number
    countsOf.set(list.id, counts)
    if (list.ordered) numbers.set(paragraph, number)
  }
  return numbers
}
