import { beforeAll, describe, expect, it } from 'vitest'
import { greyRamp, limitInk, openConverter } from '../../../build/press/colour/converter.ts'
import { inkOperands, inksOf, type Rgb } from '../../../build/press/colour/ink.ts'
import { readProfile } from '../../../build/press/colour/profile.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import { otherKit } from './workshop.ts'

let kit: Kit
beforeAll(async () => {
  kit = await otherKit()
})

const operandsOf = (colour: Rgb, { tokens } = kit) => {
  const ink = inksOf({ tokens }).of(colour)
  return ink && inkOperands(ink)
}

describe('the ink of a colour', () => {
  it('is the one that its token is written with', () => {
    expect(operandsOf([0x5b, 0x2a, 0x6e])).toBe('.7 .95 .15 .2')
    expect(operandsOf([0x64, 0x64, 0x63])).toBe('0 0 0 .75')
  })

  it('is black alone for the text and for black, and none for white', () => {
    expect(operandsOf([0x1f, 0x1f, 0x1d])).toBe('0 0 0 1')
    expect(operandsOf([0, 0, 0])).toBe('0 0 0 1')
    expect(operandsOf([255, 255, 255])).toBe('0 0 0 0')
  })

  it('bears the rounding of one step of a browser, and no more', () => {
    expect(operandsOf([0x5c, 0x29, 0x6e])).toBe('.7 .95 .15 .2')
    expect(operandsOf([0x5d, 0x2a, 0x6e])).toBeUndefined()
  })

  it('is unknown for the blue of a bare link, whose nearest colour is told', () => {
    expect(operandsOf([0, 0, 238])).toBeUndefined()
    expect(inksOf(kit).nearest([0x60, 0x2a, 0x6e])).toEqual({ name: 'prune solid', hex: '#5b2a6e' })
  })

  it('cannot be two inks at once', () => {
    const { gris } = kit.tokens.neutre
    const twins = {
      ...kit.tokens,
      neutre: { ...kit.tokens.neutre, filet: { ...gris, cmyk: [10, 0, 0, 70] as const } },
    }
    expect(() => inksOf({ tokens: twins })).toThrow('#646463 est à la fois « gris » et « filet »')
  })
})

describe('a picture through the profile', () => {
  it('keeps white paper, and stays under the limit with its hue', async () => {
    using converter = await openConverter(await readProfile(kit), { encrage_max: 220 })
    const inks = converter.toInk(Uint8Array.of(255, 255, 255, 0, 0, 0, 22, 47, 104))
    expect([...inks.subarray(0, 4)]).toEqual([0, 0, 0, 0])
    for (const at of [4, 8])
      expect(inks.subarray(at, at + 4).reduce((sum, ink) => sum + ink, 0)).toBeLessThanOrEqual(561)
    expect(inks[8]).toBeGreaterThan(inks[10] ?? 0)
  })

  it('prints its greys as light as the tokens of the same grey', async () => {
    using converter = await openConverter(await readProfile(kit), { encrage_max: 300 })
    const greys = converter.greys()
    expect([greys[0], greys[255]]).toEqual([0, 255])
    // Black ink of 25 % shows as #d0d0d0.
    expect(1 - (greys[0xd0] ?? 0) / 255).toBeCloseTo(0.25, 1)
    for (let level = 1; level < 256; level++)
      expect(greys[level]).toBeGreaterThanOrEqual(greys[level - 1] ?? 0)
  })

  it('finds each grey of a press whose ink darkens evenly', () => {
    const ramp = greyRamp(Array.from({ length: 256 }, (_, ink) => 1 - ink / 255))
    expect([ramp[0], ramp[188], ramp[255]]).toEqual([0, 128, 255])
  })

  it('gives up colour before black', () => {
    expect([...limitInk(Uint8Array.of(255, 255, 255, 255, 100, 0, 0, 255), 200)]).toEqual([
      85, 85, 85, 255, 100, 0, 0, 255,
    ])
  })
})

describe('the profile', () => {
  it('is FOGRA39 unless the kit says otherwise', async () => {
    expect(await readProfile(kit)).toMatchObject({ description: 'FOGRA39L Coated', condition: 'FOGRA39' })
  })

  it.each([
    ['kit.yaml', 'n’est pas un profil ICC'],
    ['absent.icc', 'ne peut pas être lu'],
    ['../../../../package.json', 'n’est pas dans le dossier du kit'],
  ])('cannot be %s', async (profil, why) => {
    await expect(readProfile(await otherKit({ profil }))).rejects.toThrow(
      `impression.profil : « ${profil} » ${why}`,
    )
  })
})
