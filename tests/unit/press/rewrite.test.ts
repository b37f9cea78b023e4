import { describe, expect, it } from 'vitest'
import { rewrite } from '../../../build/pdf/content/rewrite.ts'

const painter = {
  fill: 'k',
  stroke: 'K',
  operands: (...colour: [number, number, number]) => `<${colour.join('|')}>`,
  letters: (operands: string) => operands.replace('0.5|0.5|0.5', '0|0|0'),
  overprints: (operands: string, size: number) => operands === '<0|0|0>' && size > 0 && size <= 12,
}
const rewritten = (content: string) =>
  Buffer.from(rewrite(Buffer.from(content, 'latin1'), painter)).toString('latin1')

describe('a content stream brought to ink', () => {
  it.each([
    ['fills', '1 0 0 rg', '<1|0|0> k'],
    ['strokes', '.1216 .1216 .1137 RG', '<0.1216|0.1216|0.1137> K'],
    ['both on a line', '1 1 1 RG 1 1 1 rg\n0 0 8 9 re\nf', '<1|1|1> K <1|1|1> k\n0 0 8 9 re\nf'],
    ['grey as three equal components', '.5 g 0 G', '<0.5|0.5|0.5> k <0|0|0> K'],
    [
      'patterns, whose names need no space',
      '/Pattern CS/Pattern cs/P3 SCN/P3 scn',
      '/Pattern CS/Pattern cs/P3 SCN/P3 scn',
    ],
    [
      'words that look like operators, in strings',
      '(1 0 0 rg \\) \\( rg) Tj <7267> Tj',
      '(1 0 0 rg \\) \\( rg) Tj <7267> Tj',
    ],
    ['words that look like operators, in arrays', '[(rg) -250 <00>] TJ', '[(rg) -250 <00>] TJ'],
    ['words that look like operators, in comments', '% 1 0 0 rg\nq', '% 1 0 0 rg\nq'],
  ])('%s', (_, content, expected) => {
    expect(rewritten(content)).toBe(expected)
  })

  it('gives letters a colour of their own, and the next shapes theirs', () => {
    expect(rewritten('.5 .5 .5 rg\nBT\n(a) Tj\nET\n0 0 8 9 re\nf')).toBe(
      '<0.5|0.5|0.5> k\n<0|0|0> k\nBT\n(a) Tj\nET\n<0.5|0.5|0.5> k\n0 0 8 9 re\nf',
    )
    expect(rewritten('BT .5 g (a) Tj ET')).toBe('BT <0|0|0> k (a) Tj ET\n<0.5|0.5|0.5> k')
    expect(rewritten('q .5 g Q BT (a) Tj ET')).toBe('q <0.5|0.5|0.5> k Q BT (a) Tj ET')
  })

  it.each([
    [
      '.75 0 0 .75 0 0 cm 0 g BT /F1 16 Tf (a) Tj (b) Tj ET f',
      '/F1 16 Tf /Overprint gs\n(a) Tj (b) Tj ET\n/Knockout gs f',
    ],
    ['0 g BT /F1 12 Tf 2 0 0 2 0 0 Tm (a) Tj ET', '/F1 12 Tf 2 0 0 2 0 0 Tm (a) Tj ET'],
    [
      'q 9 0 0 9 0 0 cm Q 0 g BT /F1 9 Tf (a) Tj 1 g (b) Tj ET',
      '/Overprint gs\n(a) Tj <1|1|1> k /Knockout gs\n(b) Tj ET',
    ],
  ])('prints small black letters over their ground: %s', (content, expected) => {
    expect(rewritten(content)).toContain(expected)
  })

  it('loses the tags of its structure and keeps the words that are read otherwise than drawn', () => {
    const content =
      '/P <</MCID 3 >>BDC\nBT\n/Span<</ActualText <FEFF00A0> >> BDC\n<0001> Tj\nEMC\nET\nEMC\n/Artifact BMC\nf\nEMC\n'
    expect(rewritten(content)).toBe('BT\n/Span<</ActualText <FEFF00A0> >> BDC\n<0001> Tj\nEMC\nET\nf\n')
  })

  it.each([
    ['1 0 0 sc', '« 1 0 0 sc »'],
    ['/DeviceRGB cs', '« /DeviceRGB cs »'],
    ['.1 .2 /P1 scn', '« .1 .2 /P1 scn »'],
    ['0 0 0 1 k', '« 0 0 0 1 k »'],
    ['1 0 rg', '« 1 0 rg »'],
    ['/Sh1 sh', '« /Sh1 sh »'],
    ['BI /W 1 ID', '« BI »'],
    ['q 1 whatever', '« 1 whatever »'],
  ])('ends on %s, which Chromium never wrote', (content, named) => {
    expect(() => rewritten(content)).toThrow(`opérateur ${named} inconnu`)
  })

  it.each(['(never closed Tj', '<< /A 1', '[ 1 2', 'EMC', '/P BMC q', '1 0 0'])(
    'ends on the broken stream %s',
    content => {
      expect(() => rewritten(content)).toThrow(SyntaxError)
    },
  )
})
