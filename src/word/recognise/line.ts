import type { Align, InList, Run } from '../element.ts'
import type { WordImage } from '../read/manuscript.ts'

/** How sure a guess is: a rule that has no known exception, or one that a person should look at. */
export type Confidence = 'sûre' | 'à vérifier'

/** Something that was read into a manuscript. */
export type Guess = { what: string; confidence: Confidence }

/** A paragraph of a manuscript, once its signs are cleaned: what it looks like, before it is known what it is. */
export type Line =
  | {
      kind: 'line'
      text: string
      runs: Run[]
      /** Depth of a heading, from 1; null for text. */
      level: number | null
      isTitle: boolean
      isQuote: boolean
      /** In the style that pandoc has for a summary. */
      isSummary: boolean
      /** `start`: its own number, where it has one. */
      list: InList | null
      guesses: Guess[]
      /** The bullet or number that was typed before it, if one was. */
      sign: string[]
    }
  | { kind: 'table'; rows: Run[][][]; align: Align[] }
  | { kind: 'picture'; image: WordImage }
  /** Markdown that Word has no words for. */
  | { kind: 'raw'; runs: Run[] }

export type TextLine = Extract<Line, { kind: 'line' }>

/** A line that stands in no list and is no heading. */
export const isProse = (line: Line | undefined): line is TextLine =>
  line?.kind === 'line' && line.level === null && line.list === null && !line.isTitle
