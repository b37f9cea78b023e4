import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import {
  darkChartsCss,
  darkTokensCss,
  night,
  nightShades,
  siteTokensCss,
} from '../../../build/pages/web/tokens-css.ts'
import { contrast, mix, stepTowards } from '../../../src/text/contrast.ts'

const AA = 4.5

describe('contrast', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    // Measured by hand from WCAG 2.2's formula.
    ['#777777', '#ffffff', 4.48],
    ['#b53310', '#ffffff', 6.09],
  ])('%s on %s is %d:1', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1)
    expect(contrast(other, one)).toBe(contrast(one, other))
  })

  test('refuses what is no colour', () => {
    expect(() => contrast('red', '#ffffff')).toThrow(RangeError)
  })
})

test('mix goes from one colour to the other', () => {
  expect(mix('#ff0000', '#0000ff', 1)).toBe('#ff0000')
  expect(mix('#ff0000', '#0000ff', 0)).toBe('#0000ff')
  expect(mix('#ffffff', '#000000', 0.5)).toBe('#808080')
})

test('stepTowards stops at the first colour that holds', () => {
  expect(stepTowards('#000000', '#ffffff', () => true)).toBe('#000000')
  expect(stepTowards('#000000', '#ffffff', () => false)).toBe('#ffffff')
})

describe('the dark scheme', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`)
  const shades = fc.record({ solid: hex, deep: hex, mid: hex, light: hex, tint: hex })

  test('keeps text readable whatever the colours of a kit', () => {
    fc.assert(
      fc.property(shades, day => {
        const named = Object.fromEntries(Object.entries(day).map(([name, value]) => [name, { hex: value }]))
        const { encre, tint, solid } = nightShades(named as never, '#ffffff')
        expect(contrast(encre, tint)).toBeGreaterThanOrEqual(AA)
        expect(contrast(encre, night.papier)).toBeGreaterThanOrEqual(AA)
        expect(contrast(night.texte, tint)).toBeGreaterThanOrEqual(AA)
        expect(contrast(night.gris, tint)).toBeGreaterThanOrEqual(AA)
        if (contrast(day.solid, '#ffffff') >= AA)
          expect(contrast(solid, '#ffffff')).toBeGreaterThanOrEqual(AA)
      }),
    )
  })

  test('figures on the second and fourth series of a chart are read in both inks that they may have', async () => {
    const { kit } = await readKit('tests/fixtures/kits/autre')
    if (!kit) throw new Error('the fixture cannot be read')
    const { tokens } = kit
    for (const white of ['#ffffff', '#d8d2c4']) {
      const neutre = { ...tokens.neutre, papier: { ...tokens.neutre.papier, hex: white } }
      const css = darkChartsCss({ ...kit, tokens: { ...tokens, neutre } })
      const grounds = [...css.matchAll(/\.serie-[24]\S* \{ fill: (#\w+)/g)].map(([, ground = '']) => ground)
      expect(grounds).toHaveLength(2 * kit.familles.length)
      for (const ground of grounds)
        for (const ink of [night.texte, white]) expect(contrast(ground, ink)).toBeGreaterThanOrEqual(AA)
    }
  })

  test('names every family of the kit', async () => {
    const { kit } = await readKit('tests/fixtures/kits/autre')
    if (!kit) throw new Error('the fixture cannot be read')
    for (const { id } of kit.familles) {
      expect(darkTokensCss(kit)).toContain(`.famille-${id} { --encre:`)
      expect(siteTokensCss(kit)).toContain(`:has(#famille-${id}:checked)`)
    }
  })
})
