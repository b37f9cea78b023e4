import { describe, expect, it } from 'vitest'
import { joinGlyphs } from '../../../build/pdf/content/join-glyphs.ts'
import { bytesOfLatin1, latin1Of } from '../../../build/pdf/object/bytes.ts'

const widths = (code: number) => 300 + ((code * 37) % 500)
const widthsOf = (name: string) => (name === 'F9' ? null : widths)
const join = (content: string) => latin1Of(joinGlyphs(bytesOfLatin1(content), widthsOf))

/** Where each glyph of a content stands, read as ISO 32000-1 §9.4 says. */
function glyphsOf(content: string): { code: string; x: number; y: number }[] {
  const glyphs: { code: string; x: number; y: number }[] = []
  let [size, lineX, lineY, pen] = [0, 0, 0, 0]
  const show = (digits: string) => {
    for (const code of digits.match(/.{4}/g) ?? []) {
      glyphs.push({ code, x: lineX + pen, y: lineY })
      pen += (widths(Number.parseInt(code, 16)) / 1000) * size
    }
  }
  const operation =
    /\/F\d (?<size>[\d.]+) Tf|1 0 0 -1 (?<x>\S+) (?<y>\S+) Tm|(?<by>\S+) (?<up>\S+) Td|<(?<digits>\w+)> Tj|\[(?<array>[^\]]*)\] TJ/g
  for (const { groups = {} } of content.matchAll(operation)) {
    const number = (key: string) => Number(groups[key])
    if (groups['size']) size = number('size')
    else if (groups['x']) [lineX, lineY, pen] = [number('x'), number('y'), 0]
    else if (groups['by']) [lineX, lineY, pen] = [lineX + number('by'), lineY - number('up'), 0]
    else if (groups['digits']) show(groups['digits'])
    else
      for (const [, digits, distance] of (groups['array'] ?? '').matchAll(/<(\w+)>|(-?[\d.]+)/g))
        if (digits) show(digits)
        else pen -= (Number(distance) / 1000) * size
  }
  return glyphs
}

/** A text as Chromium sets it: now and then another font, a mark, a new line, a glyph without a move. */
function chromium(seed: number): string {
  let state = seed
  const random = (below: number) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
  let size = 13.33
  let content = ''
  for (let line = 0; line < 12; line++) {
    content += `BT\n/F4 ${size} Tf\n1 0 0 -1 ${94 + random(9)} ${100 + 20 * line} Tm\n`
    for (let glyph = 0; glyph < 80; glyph++) {
      const code = 1 + random(120)
      content += `<${code.toString(16).padStart(4, '0')}> Tj\n`
      const kind = random(40)
      if (kind === 0) content += `/F${4 + random(3)} ${size} Tf `
      if (kind === 1) content += '/Span <</ActualText <FEFF0041>>> BDC\n'
      if (kind === 2) content += 'EMC\n'
      if (kind === 3) content += `${random(30)} ${random(2)} Td `
      else if (kind !== 4)
        content += `${Math.fround((widths(code) / 1000) * size + (random(9) - 4) / 40)} 0 Td `
    }
    content += '\nET\n'
    size = [13.33, 250.66, 6, 40][random(4)] ?? size
  }
  return content
}

describe('the glyphs of a line', () => {
  it('are one string where they stand as wide as they are', () =>
    expect(join('BT /F4 10 Tf 1 0 0 -1 5 5 Tm <0001> Tj 3.37 0 Td <0002> Tj 3.74 0 Td <0003> Tj ET')).toBe(
      'BT /F4 10 Tf 1 0 0 -1 5 5 Tm <000100020003> Tj ET',
    ))

  it('are strings and distances where they do not', () =>
    expect(join('BT /F4 10 Tf 1 0 0 -1 5 5 Tm <0001> Tj 3 0 Td <0002> Tj 3.74 0 Td <0003> Tj ET')).toBe(
      'BT /F4 10 Tf 1 0 0 -1 5 5 Tm [<0001>37<00020003>] TJ ET',
    ))

  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))('stand where they stood (%i)', seed => {
    const before = chromium(seed)
    const after = join(before)
    const [expected, joined] = [glyphsOf(before), glyphsOf(after)]
    expect(joined.map(({ code, y }) => `${code} ${y}`)).toEqual(expected.map(({ code, y }) => `${code} ${y}`))
    // A pixel of the page is 0.2646 mm.
    const moved = joined.map(({ x }, index) => Math.abs(x - (expected[index]?.x ?? Number.NaN)) * 0.2646)
    expect(Math.max(...moved)).toBeLessThan(0.01)
    expect(after.length).toBeLessThan(before.length / 2)
  })

  it('stay as they are where the widths are unknown, or text is set in another way', () => {
    for (const content of [
      'BT /F9 10 Tf 1 0 0 -1 5 5 Tm <0001> Tj 3 0 Td <0002> Tj ET',
      'BT /F4 10 Tf 2 Tc 1 0 0 -1 5 5 Tm <0001> Tj 3 0 Td <0002> Tj ET',
      'BT /F4 10 Tf 1 0 0 -1 5 5 Tm (ab) Tj 3 0 Td [(cd)] TJ ET',
    ])
      expect(join(content)).toBe(content)
  })
})
