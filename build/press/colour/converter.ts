import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  TYPE_CMYK_8,
  TYPE_RGB_8,
  TYPE_XYZ_16,
} from 'lcms-wasm'
import { type Profile, readProfile } from './profile.ts'

/** Brings screen colours to the inks of the profile: relative colorimetric, black point compensation, ink limit. */
export type Converter = {
  /** RGB pixels of 8 bits → CMYK pixels. `source` is the ICC profile of the picture; undefined: sRGB. */
  toInk(pixels: Uint8Array, source?: Uint8Array): Uint8Array
  /** Grey levels of sRGB (0 to 255) → DeviceGray levels that black ink alone prints as light as they look. */
  greys(): Uint8Array
  [Symbol.dispose](): void
}

/** Pixels that Little CMS gets at once: bounds its memory. */
const BATCH = 1 << 20

export async function openConverter(
  profile: Pick<Profile, 'bytes'>,
  limits: { encrage_max: number },
): Promise<Converter> {
  const lcms = await instantiate()
  const closers: (() => void)[] = []
  const profileOf = (bytes: Uint8Array | undefined) => {
    const address = bytes ? lcms.cmsOpenProfileFromMem(bytes, bytes.length) : lcms.cmsCreate_sRGBProfile()
    if (address === 0) throw new Error('Little CMS cannot read the profile')
    closers.push(() => lcms.cmsCloseProfile(address))
    return address
  }
  const transformOf = (from: number, fromFormat: number, to: number, toFormat: number, flags: number) => {
    const address = lcms.cmsCreateTransform(
      from,
      fromFormat,
      to,
      toFormat,
      INTENT_RELATIVE_COLORIMETRIC,
      flags,
    )
    if (address === 0) throw new Error('Little CMS cannot convert between the two profiles')
    closers.push(() => lcms.cmsDeleteTransform(address))
    return address
  }
  const output = profileOf(profile.bytes)
  const transforms = new Map<Uint8Array | undefined, number>()
  let ramp: Uint8Array | undefined

  return {
    toInk(pixels, source) {
      let transform = transforms.get(source)
      if (transform === undefined) {
        transform = transformOf(
          profileOf(source),
          TYPE_RGB_8,
          output,
          TYPE_CMYK_8,
          cmsFLAGS_BLACKPOINTCOMPENSATION,
        )
        transforms.set(source, transform)
      }
      const count = pixels.length / 3
      const inks = new Uint8Array(4 * count)
      for (let start = 0; start < count; start += BATCH) {
        const batch = pixels.subarray(3 * start, 3 * Math.min(start + BATCH, count))
        inks.set(lcms.cmsDoTransform(transform, batch, batch.length / 3), 4 * start)
      }
      return limitInk(inks, limits.encrage_max)
    },
    greys() {
      if (ramp) return ramp
      const black = new Uint8Array(4 * 256)
      for (let level = 0; level < 256; level++) black[4 * level + 3] = level
      const xyz = lcms.cmsCreateXYZProfile()
      closers.push(() => lcms.cmsCloseProfile(xyz))
      const readings = lcms.cmsDoTransform(transformOf(output, TYPE_CMYK_8, xyz, TYPE_XYZ_16, 0), black, 256)
      ramp = greyRamp(Array.from({ length: 256 }, (_, level) => (readings[3 * level + 1] ?? 0) / 32768))
      return ramp
    },
    [Symbol.dispose]() {
      for (const close of closers.splice(0).reverse()) close()
    },
  }
}

/** For each grey level of sRGB the DeviceGray level of the same luminance. @param luminance Y of black ink at 0/255, 1/255 … 255/255 */
export function greyRamp(luminance: readonly number[]): Uint8Array {
  const [paper = 1, solid = 0] = [luminance[0], luminance[255]]
  let ink = 255
  return Uint8Array.from({ length: 256 }, (_, level) => {
    const linear = level / 255 <= 0.04045 ? level / 255 / 12.92 : ((level / 255 + 0.055) / 1.055) ** 2.4
    const target = solid + (paper - solid) * linear
    while (ink > 0 && (luminance[ink - 1] ?? 0) <= target) ink--
    // Between two steps of ink the nearer one.
    const lighter = Math.abs((luminance[ink - 1] ?? 1) - target) < Math.abs((luminance[ink] ?? 0) - target)
    return 255 - (ink > 0 && lighter ? ink - 1 : ink)
  })
}

/** Brings each CMYK pixel under `limit` (%), in place: black stays, the three colours give way together and keep the hue. */
export function limitInk(pixels: Uint8Array, limit: number): Uint8Array {
  const most = Math.floor((limit * 255) / 100)
  for (let at = 0; at < pixels.length; at += 4) {
    const cyan = pixels[at] as number
    const magenta = pixels[at + 1] as number
    const yellow = pixels[at + 2] as number
    const black = pixels[at + 3] as number
    const colours = cyan + magenta + yellow
    if (colours + black <= most) continue
    const share = Math.max(0, most - black) / colours
    pixels[at] = Math.floor(cyan * share)
    pixels[at + 1] = Math.floor(magenta * share)
    pixels[at + 2] = Math.floor(yellow * share)
  }
  return pixels
}

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
  // Dots of one or two per cent come and go on a plate.
  const shares = Array.from(inks, ink => Math.round((ink / 255) * 100)).map(ink => (ink < 3 ? 0 : ink))
  return colours.map((_, index) => shares.slice(4 * index, 4 * index + 4) as [number, number, number, number])
}
