import { describe, expect, it } from 'vitest'
import { PdfFile } from '../../../build/pdf/object/pdf-file.ts'
import { embedFont } from '../../../build/press/sheet/font.ts'
import { drawMarks } from '../../../build/press/sheet/marks.ts'
import { drawNotes } from '../../../build/press/sheet/notes.ts'
import { type PressSection, planLeaves, planSheet, slug } from '../../../build/press/sheet/plan.ts'
import { sequence } from '../../../src/kit/indexes/indexes.ts'
import { folio, mm, toPt } from '../../../src/text/page-plan.ts'
import { otherKit } from './workshop.ts'

const kit = await otherKit()

/** Documents of the kit with so many pages each: front cover, one document inside, back cover. */
function sections(front: number, inside: number, back: number): PressSection[] {
  const items = sequence(kit)
  const [cover, contents, dos] = [items[0], items[1], items.at(-1)]
  if (!cover || !contents || !dos) throw new Error('the fixture kit is too small')
  let last = 0
  return [
    { item: cover, count: front },
    { item: contents, count: inside },
    { item: dos, count: back },
  ].flatMap(({ item, count }) => {
    const first = last + 1
    last += count
    return count > 0 ? [{ item, first: folio(first), last: folio(last) }] : []
  })
}

const planned = (parts: PressSection[], couverture = true, reliure: 'agrafe' | 'dos-carre' = 'agrafe') =>
  planLeaves(parts, { couverture, reliure }).map(leaf => `${leaf.folio} ${leaf.kind}`)

describe('the pages of the printer’s PDF', () => {
  it('are those of the edition when they fill their sheets', () => {
    expect(planned(sections(1, 2, 1))).toEqual(['1 printed', '2 printed', '3 printed', '4 printed'])
  })

  it('get pages for notes before the back cover', () => {
    expect(planned(sections(1, 4, 1))).toEqual([
      ...['1 printed', '2 printed', '3 printed', '4 printed', '5 printed'],
      ...['6 notes', '7 notes', '8 printed'],
    ])
  })

  it('get them at the end when there is no back cover', () => {
    expect(planned(sections(1, 2, 0)).at(-1)).toBe('4 notes')
  })

  it('keep their side and number without the covers: a half-title stands for the front', () => {
    expect(planned(sections(1, 4, 1), false)).toEqual([
      ...['1 half-title', '2 printed', '3 printed', '4 printed', '5 printed'],
      ...['6 notes', '7 notes', '8 notes'],
    ])
  })

  it('begin on the right without a cover of two pages', () => {
    expect(planned(sections(2, 4, 0), false)[0]).toBe('3 printed')
  })
})

describe('the boxes', () => {
  it('hold each other, with the slug around the bleed', () => {
    const { media, bleed, trim } = planSheet(kit.impression)
    expect(trim[2] - trim[0]).toBeCloseTo((210 * 72) / 25.4, 3)
    expect(trim[3] - trim[1]).toBeCloseTo((297 * 72) / 25.4, 3)
    expect(trim[0] - bleed[0]).toBeCloseTo((3 * 72) / 25.4, 3)
    expect(bleed[0] - media[0]).toBeCloseTo(toPt(slug), 3)
    expect(media[2] - bleed[2]).toBeCloseTo(toPt(slug), 3)
  })

  it('are the bleed alone without marks, and the trim alone without bleed', () => {
    const bare = planSheet({ ...kit.impression, reperes: false })
    expect(bare.media).toEqual(bare.bleed)
    const trimmed = planSheet({ ...kit.impression, reperes: false, fond_perdu: 0 })
    expect(trimmed.media).toEqual(trimmed.trim)
  })

  it('cannot have more bleed than was printed', () => {
    expect(() => planSheet({ ...kit.impression, fond_perdu: 6 })).toThrow(
      'impression.fond_perdu : 6 mm demandés',
    )
  })
})

describe.each([0, 3, 5])('the marks around %d mm of bleed', fond_perdu => {
  it('lie outside the bleed and inside the sheet', () => {
    const geometry = planSheet({ ...kit.impression, fond_perdu })
    // A cut that is a little off shows no mark.
    const clear = toPt(mm(0.9))
    const [left, bottom, right, top] = geometry.bleed
    const points = [...drawMarks(geometry).matchAll(/(-?[\d.]+) (-?[\d.]+) (?=[mlc]\b|-?[\d.]+ -?[\d.]+ )/g)]
    expect(points.length).toBeGreaterThan(40)
    for (const [, x = '', y = ''] of points) {
      const beside = Number(x) < left - clear || Number(x) > right + clear
      const inside = !beside && Number(y) > bottom - clear && Number(y) < top + clear
      expect(inside, `${x} ${y}`).toBe(false)
      expect(Number(x)).toBeGreaterThanOrEqual(0)
      expect(Number(x)).toBeLessThanOrEqual(geometry.media[2])
      expect(Number(y)).toBeGreaterThanOrEqual(0)
      expect(Number(y)).toBeLessThanOrEqual(geometry.media[3])
    }
  })

  it('hold round registration marks: the four curves of each bend alike', () => {
    const curves = drawMarks(planSheet({ ...kit.impression, fond_perdu })).matchAll(/((?:-?[\d.]+ ){6})c\b/g)
    const bends = [...curves].map(([, points = '']) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points.split(' ').map(Number)
      return Math.hypot(x2 - x1, y2 - y1).toFixed(2)
    })
    expect(bends).toHaveLength(16)
    expect(new Set(bends).size).toBe(1)
  })

  it('are at both ends of each fold too', () => {
    const geometry = planSheet({ ...kit.impression, fond_perdu })
    const marks = drawMarks({ ...geometry, folds: [300, 312] })
    for (const fold of [300, 312])
      expect(marks.match(new RegExp(`^${fold} \\S+ m ${fold} \\S+ l S$`, 'gm'))).toHaveLength(2)
  })
})

describe('a font that the press writes with', () => {
  it('has one no-break space, which stands for the narrow one too', async () => {
    const { encode, widthOf } = await embedFont(PdfFile.join([]), 'text')
    for (const of of [encode, widthOf]) expect(of('Qui vote\u202f?')).toBe(of('Qui vote\u00a0?'))
    expect(encode('\u202f')).not.toBe(encode('?'))
  })
})

describe('the foot of a page for notes', () => {
  it.each([103, 104])('stays between the margins on page %i, whatever the title of the kit', async number => {
    const file = PdfFile.join([])
    const fonts = {
      text: await embedFont(file, 'text'),
      strong: await embedFont(file, 'strong'),
      title: await embedFont(file, 'title'),
    }
    const titre =
      'GUIDE DE L’ÉCONOMIE SOCIALE ET SOLIDAIRE À L’USAGE DES ÉLUES ET DES ÉLUS DES COMMUNES DE LA RÉGION'
    const drawn = drawNotes(
      { titre: `${titre} NORMANDIE`, tokens: kit.tokens, impression: kit.impression },
      folio(number),
      fonts,
    )
    const foot = drawn.split('\n').filter(line => line.includes(' BT '))
    const placeOf = (text: string) => {
      const line = foot.findLast(one => one.includes(text))
      return Number(/Tf (\S+) /.exec(line ?? '')?.[1])
    }
    const notes = placeOf(fonts.strong.encode('Notes'))
    expect(notes + 8.5 * fonts.strong.widthOf('Notes')).toBeLessThanOrEqual(toPt(mm(190.01)))
    expect(placeOf(fonts.text.encode('GUIDE').slice(0, -1))).toBeGreaterThanOrEqual(toPt(mm(19.99)))
    expect(drawn).toContain(fonts.text.encode('…').slice(1))
    const outside = placeOf(fonts.title.encode(String(number)))
    expect(outside > notes).toBe(number % 2 === 1)
  })
})
