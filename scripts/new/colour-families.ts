import { proposeInks } from '../../build/pdf/press/colour/propose-inks.ts'
import { readShippedTokens, textInks } from '../../src/content/tokens.ts'
import type { Hex, Nuance } from '../../src/contrast.ts'
import type { Couleur } from '../../src/kit.ts'
import { shadesOf } from '../../src/new/family-colours.ts'
import type { NewFamilyColours } from '../../src/new/new-kit.ts'

/** The shades of each colour that was chosen for a family, with inks that the check accepts: those of FOGRA39, those that the press
 *  prints the same colour with, and no letters in several blacks. */
export async function colourFamilies(chosen: readonly Hex[]): Promise<NewFamilyColours[]> {
  const families = chosen.map(shadesOf)
  const colours = families.flatMap(({ epub, ...shades }) => Object.values(shades))
  const proposed = await proposeInks(colours)
  const ofText = new Set(families.map(({ solid }) => solid))
  const inks = new Map<Hex, Couleur['cmyk']>(
    colours.map((hex, at) => {
      const four = proposed[at] ?? [0, 0, 0, 0]
      return [hex, ofText.has(hex) ? textInks(four) : four]
    }),
  )
  for (const { epub, ...shades } of Object.values(readShippedTokens().familles))
    for (const { hex, cmyk } of Object.values(shades)) inks.set(hex, cmyk)
  return families.map(({ epub, ...shades }) => {
    const couleur = (nuance: Nuance): Couleur => ({
      hex: shades[nuance],
      cmyk: inks.get(shades[nuance]) ?? [0, 0, 0, 0],
    })
    return {
      solid: couleur('solid'),
      deep: couleur('deep'),
      mid: couleur('mid'),
      light: couleur('light'),
      tint: couleur('tint'),
      epub,
    }
  })
}
