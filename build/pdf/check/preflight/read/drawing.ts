import type { Matrix } from '../../../content/matrix.ts'
import type { Operation } from '../../../content/scan.ts'
import { Dict, type Stream, type Value } from '../../../object/values.ts'
import type { Box, Flat, FontFacts, PageFacts, Paint, TextFacts } from './facts.ts'
import type { Path } from './path.ts'
import type { State } from './state.ts'

/** What is found again and again on a page, by what tells it apart. */
export type Noted = {
  paints: Map<string, Paint>
  texts: Map<string, TextFacts>
  fonts: Map<string, FontFacts>
  lines: Set<string>
  /** The last rectangle that was filled alone. */
  flat: Flat | null
}

/** What the reading of a page shares between its drawings. */
export type Reading = {
  facts: PageFacts
  noted: Noted
  /** Only what touches this box is measured. */
  bleed: Box
  /** What a font of the file says: each is read once. */
  fontOf(font: Dict): FontFacts
  /** Reads a form, a tile or a mask that a drawing shows. */
  readForm(form: Stream, outer: Matrix, state?: State): void
}

/** One content stream being read. */
export type Drawing = {
  bytes: Uint8Array
  resources: Dict | undefined
  /** The matrix at its beginning, to the sheet. */
  base: Matrix
  reading: Reading
  state: State
  stack: State[]
  path: Path
  /** Text line matrix; it stands for the text matrix too, as advances within a line are not followed. */
  line: [number, number, number, number, number, number]
  /** Spaces set by CS and cs. */
  spaces: { fill: Value | undefined; stroke: Value | undefined }
}

/** Reads one operation: changes the drawing's state, or notes what it paints. */
export type Reader = (drawing: Drawing, operation: Operation) => void
/** Readers by their operators, written with a space between them. */
export type Readers = Record<string, Reader>

/** What the drawing calls by a name. */
export function resource({ resources }: Drawing, kind: string, entry: string | undefined): Value | undefined {
  return entry === undefined ? undefined : resources?.find(kind, Dict)?.lookup(entry)
}

/** Notes a paint that is used inside the bleed. */
export function notePaint({ noted }: Reading, paint: Paint): void {
  noted.paints.set(paintKey(paint), paint)
}

export const paintKey = ({ space, ink, coverage }: Paint) => `${space} ${ink ?? coverage}`
