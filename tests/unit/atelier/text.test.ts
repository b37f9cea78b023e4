import { Text } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bytesOf,
  lineAt,
  offsetOf,
  openText,
  placeOf,
  stateOf,
  whatDiffers,
} from '../../../build/atelier/app/editor/text.ts'
import { decodeText } from '../../../src/kit/file-text.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** Texts with all that may be lost on the way: marks, every kind of line end, none at the end, signs out of Unicode's planes. */
const texts = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(
      fc.tuple(
        fc.string({
          unit: fc.constantFrom('a', 'é', 'e\u0301', ' ', '\u00a0', '\t', '\0', ':', '#', '👍', '\u2028'),
        }),
        fc.constantFrom('\n', '\r\n', '\r'),
      ),
    ),
    fc.constantFrom('', 'fin', '\ufeff'),
  )
  .map(([mark, lines, end]) => mark + lines.flat().join('') + end)
const uniform = fc
  .tuple(fc.constantFrom('\n', '\r\n'), fc.array(fc.constantFrom('un', '', 'deux')))
  .map(([end, lines]) => lines.join(end) + end)
const either = fc.oneof(texts, uniform)

function opened(text: string) {
  const decoded = openText(encode(text))
  if (!decoded) throw new Error('this is UTF-8')
  return stateOf(decoded)
}

test('a file that is opened and saved is the same bytes', () => {
  fc.assert(
    fc.property(either, text => {
      expect(bytesOf(opened(text))).toEqual(encode(text))
    }),
    { numRuns: 1000 },
  )
})

test('after any edit, the rest of the file is', () => {
  fc.assert(
    fc.property(
      either,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('', 'x', 'é👍', 'a\nb'),
      (text, one, other, insert) => {
        const state = opened(text)
        const [from = 0, to = 0] = [one, other]
          .map(at => boundary(state.doc.toString(), at))
          .sort((a, b) => a - b)
        const lineEnd = openText(encode(text))?.lineEnd ?? ''
        const inFile = (part: string) => part.replaceAll('\n', lineEnd)
        const [before, after] = [inFile(state.sliceDoc(0, from)), inFile(state.sliceDoc(to))]
        const { state: edited } = state.update({ changes: { from, to, insert } })
        expect(edited.doc.lines).toBe(edited.doc.toString().split('\n').length)
        const bytes = Buffer.from(bytesOf(edited))
        expect(bytes.subarray(0, encode(before).length)).toEqual(Buffer.from(encode(before)))
        expect(bytes.subarray(bytes.length - encode(after).length)).toEqual(Buffer.from(encode(after)))
        expect(bytes.length).toBe(encode(before + inFile(insert) + after).length)
      },
    ),
    { numRuns: 1000 },
  )
})

/** A place in a text where a person's cursor can stand: not in the middle of a sign. */
function boundary(text: string, at: number): number {
  const place = text.length === 0 ? 0 : at % (text.length + 1)
  return /[\udc00-\udfff]/.test(text[place] ?? '') ? place - 1 : place
}

test('bytes that are not UTF-8 are not opened', () => {
  expect(openText(new Uint8Array([0x61, 0xff, 0x62]))).toBeNull()
})

describe('a place of the checker', () => {
  test('is found in the editor, whatever ends the lines', () => {
    fc.assert(
      fc.property(either, fc.nat(), (text, at) => {
        const { doc } = opened(text)
        const read = decodeText(encode(text), 'f').text ?? ''
        const lines = read.split('\n')
        const line = (at % lines.length) + 1
        const wanted = lines[line - 1] ?? ''
        const offset = offsetOf(doc, line, 1)
        expect(doc.sliceString(offset, offset + wanted.length)).toBe(wanted)
        expect(lineAt(doc, offset)).toBe(line)
      }),
    )
  })
})

test('another text takes the place of what differs alone', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (one, other) => {
      const opened = openText(new TextEncoder().encode(one))
      if (!opened) return
      const state = stateOf(opened)
      const next = openText(new TextEncoder().encode(other))
      if (next?.lineEnd !== opened.lineEnd) return
      const { state: changed } = state.update({ changes: whatDiffers(state, next.text) })
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(changed))).toBe(other)
    }),
    { numRuns: 1000 },
  )
  const state = stateOf({ text: 'un\ndeux\ntrois\n', lineEnd: '\n' })
  expect(whatDiffers(state, '1\ndeux\ntrois {#x}\n')).toMatchObject([
    { from: 0, to: 2 },
    { from: 13, to: 13 },
  ])
  expect(whatDiffers(state, 'un\n2\ntrois\n')).toMatchObject([{ from: 3, to: 7 }])
})

describe('a block that is inserted', () => {
  /** The text with the block in it; `|` where writing goes on. */
  const inserted = (text: string, cursor: number) => {
    const doc = Text.of(text.split('\n'))
    const { from, before, after } = placeOf(doc, cursor)
    const all = `${text.slice(0, from)}${before}::: x\n:::${after}${text.slice(from)}`
    const goOn = from + before.length + '::: x\n:::'.length + 1
    return `${all.slice(0, goOn)}|${all.slice(goOn)}`
  }
  const head = '---\ntitre: Un\n---'

  test.each([0, 5, head.length])(
    'goes to the end where the cursor stands in the front matter, at %i',
    cursor => {
      expect(inserted(`${head}\n\nUn.\n\nDeux.\n\n`, cursor)).toBe(
        `${head}\n\nUn.\n\nDeux.\n\n::: x\n:::\n|\n`,
      )
      expect(inserted(`${head}\n`, cursor)).toBe(`${head}\n\n::: x\n:::\n|`)
      expect(inserted(head, cursor)).toBe(`${head}\n\n::: x\n:::\n|`)
      expect(inserted('---\ntitre: Un', Math.min(cursor, 10))).toBe('---\ntitre: Un\n\n::: x\n:::\n|')
    },
  )

  test('stands below the line of the cursor, one empty line from what follows, and writing goes on there', () => {
    const text = `${head}\n\nUn.\n\nDeux.\nTrois.\n`
    expect(inserted(text, text.indexOf('Un.'))).toContain('\n\nUn.\n\n::: x\n:::\n|\nDeux.')
    expect(inserted(text, text.indexOf('Deux.'))).toContain('Deux.\n\n::: x\n:::\n|\nTrois.')
    expect(inserted('Un.', 0)).toBe('Un.\n\n::: x\n:::\n|')
    expect(inserted('', 0)).toBe('::: x\n:::\n|')
  })
})
