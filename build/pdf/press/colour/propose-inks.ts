import { openConverter } from './converter.ts'
import { readProfile } from './profile.ts'

/** Total ink of the shipped profile's paper, in %. */
const MOST_INK = 300

/** Inks for colours of the screen, in whole %, as the shipped FOGRA39 sees them: a printer may know better ones.
 *  @param colours `#rrggbb` */
export async function proposeInks(
  colours: readonly string[],
): Promise<[cyan: number, magenta: number, yellow: number, black: number][]> {
  const profile = await readProfile({ dir: '', impression: { profil: null } })
  using converter = await openConverter(profile, { encrage_max: MOST_INK })
  const pixels = colours.flatMap(colour => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16)))
  const inks = converter.toInk(Uint8Array.from(pixels))
  const share = (index: number) => Math.round(((inks[index] ?? 0) / 255) * 100)
  return colours.map((_, index) => [
    share(4 * index),
    share(4 * index + 1),
    share(4 * index + 2),
    share(4 * index + 3),
  ])
}
