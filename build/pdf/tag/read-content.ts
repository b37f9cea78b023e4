import type { Font } from '../content/fonts.ts'
import { codesOf } from '../content/join-glyphs.ts'
import {
  byOperator,
  concat,
  identity,
  type Matrix,
  matrixOf,
  nameOf,
  numberOf,
  numbersOf,
  type Operation,
  scan,
} from '../content/scan.ts'
import { textOf } from '../object/bytes.ts'
import { utf16Of } from '../object/text.ts'

/** A stretch of a page's content between two marks, or between none. Offsets are bytes of the content. */
export type Sequence = {
  /** Its MCID; null: an artifact. */
  id: number | null
  /** Name of the mark: `P`, `Artifact`. */
  name: string
  /** The operation that opens the mark, and the one that closes it. */
  start: number
  begin: number
  end: number
  /** Letters drawn, and where the operation of each ends; -1 for those before the last of one operation. */
  text: string
  ends: number[]
}

export type Stray = {
  kind: 'text' | 'paths' | 'pictures'
  start: number
  end: number
  /** Height of the first line above the page's bottom, in pt. */
  y: number
}

export type Content = {
  sequences: Sequence[]
  strays: Stray[]
  /** Each choice of a font, in the order of the content. */
  fonts: FontChoice[]
}

/** From `at` on, text is drawn in a font of the resources. */
export type FontChoice = { at: number; font: Font; name: string; size: number }

/** Reads a page's content: the pieces in each mark, and those outside. @see ISO 32000-1 §14.6 (marked content) */
export function readContent(bytes: Uint8Array, fontOf: (name: string) => Font | undefined): Content {
  const content: Content = { sequences: [], strays: [], fonts: [] }
  let open: Sequence | undefined
  let path = -1
  let text = -1
  let ctm = identity
  let y = Number.NaN
  const stack: Matrix[] = []
  let spoken: string | null = null
  let font: Font | null = null

  const stray = (kind: Stray['kind'], start: number, end: number) => {
    const last = content.strays.at(-1)
    const marked = content.sequences.at(-1)?.end ?? -1
    if (last?.kind === kind && kind !== 'text' && last.start > marked) last.end = end
    else content.strays.push({ kind, start, end, y })
  }

  const show = ({ bounds, end }: Operation) => {
    if (!font) throw new SyntaxError('text without font')
    // A replacement text is said once, when its mark ends.
    if (spoken !== null || !open) return
    for (const code of codesOf(bytes, bounds[0] ?? 0, bounds[1] ?? 0, font.width))
      say(open, font.letters?.get(code) ?? '', end)
  }

  const visitors = byOperator<(operation: Operation) => void>({
    q() {
      stack.push(ctm)
    },
    Q() {
      ctm = stack.pop() ?? identity
    },
    cm(operation) {
      ctm = concat(matrixOf(numbersOf(bytes, operation)), ctm)
    },
    'm re'({ start }) {
      if (path < 0) path = start
    },
    n() {
      path = -1
    },
    'f F f* B B* b b* S s'({ end }) {
      if (!open) stray('paths', path, end)
      path = -1
    },
    'sh Do'({ start, end }) {
      if (!open) stray('pictures', start, end)
    },
    BI() {
      throw new SyntaxError('a picture inside of the content')
    },
    BT({ start }) {
      text = start
      y = Number.NaN
    },
    ET({ end }) {
      if (!open) stray('text', text, end)
      text = -1
    },
    Tf(operation) {
      const name = nameOf(bytes, operation, 0) ?? ''
      const selected = fontOf(name)
      if (!selected) throw new SyntaxError(`font ${name} is unknown`)
      font = selected
      content.fonts.push({ at: operation.end, font, name, size: numberOf(bytes, operation, 1) })
    },
    Tm(operation) {
      if (!Number.isNaN(y)) return
      const [, , , , , up] = concat(matrixOf(numbersOf(bytes, operation)), ctm)
      y = up
    },
    "Tj ' TJ": show,
    'BMC BDC'(operation) {
      const { replacement, ...mark } = markOf(bytes, operation)
      if (replacement !== null && spoken === null) {
        spoken = replacement
        return
      }
      if (spoken !== null || open) throw new SyntaxError('a mark inside of another')
      open = { ...mark, start: operation.start, begin: operation.end, end: -1, text: '', ends: [] }
      content.sequences.push(open)
    },
    EMC({ end }) {
      if (spoken !== null) {
        if (open) say(open, spoken, end)
        spoken = null
        return
      }
      if (!open) throw new SyntaxError('a mark ends that never began')
      open.end = end
      open = undefined
    },
  })
  scan(bytes, operation => visitors.get(operation.code)?.(operation))
  if (open) throw new SyntaxError('a mark without end')
  return content
}

/** Reads what opens a mark. `replacement`: Chromium's way to say which character a glyph of several stands for. */
function markOf(bytes: Uint8Array, operation: Operation) {
  const properties = textOf(bytes, operation.start, operation.operator)
  const letters = /\/ActualText\s*<(?:feff)?([\da-f]*)>/i.exec(properties)?.[1]
  const id = /\/MCID\s+(\d+)/.exec(properties)?.[1]
  return {
    name: nameOf(bytes, operation, 0) ?? '',
    id: id === undefined ? null : Number(id),
    replacement: letters === undefined ? null : utf16Of(letters),
  }
}

/** Adds letters to a stretch. `end`: where the operation that draws them ends. */
function say(sequence: Sequence, letters: string, end: number): void {
  sequence.text += letters
  for (let at = 1; at < letters.length; at++) sequence.ends.push(-1)
  if (letters !== '') sequence.ends.push(end)
}
