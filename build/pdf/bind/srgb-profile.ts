import { joinBytes } from '../object/bytes.ts'

/** A tag of the profile: its signature, and its element with type signature and padding. */
type Tag = { signature: string; element: Uint8Array }

const HEADER = 128
/** The profile connection space's white, D50. @see ICC.1:2010 §7.2.16 */
const D50 = [0.9642, 1, 0.8249]
/** sRGB's primaries, adapted to D50. @see IEC 61966-2-1 */
const PRIMARIES = {
  r: [0.43607, 0.22249, 0.01392],
  g: [0.38515, 0.71687, 0.09708],
  b: [0.14307, 0.06061, 0.7141],
}
/** From D65, which a screen shows as white, to D50 (Bradford). */
const ADAPTATION = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168]
/** Y = (aX + b)^g from d on, cX below: g, a, b, c, d. @see IEC 61966-2-1 */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]

/** The colour space of the screen, as an ICC profile of version 4 whose every byte is written here: a committed file would have to be
 *  believed. @see ICC.1:2010 §7.2 (header), §7.3 (tag table), §10 (tag types) */
export function srgbProfile(): Uint8Array {
  const curve = element('para', uint16(3, 0), fixed(...CURVE))
  const tags: Tag[] = [
    { signature: 'desc', element: text('sRGB IEC61966-2.1') },
    { signature: 'cprt', element: text('CC0') },
    { signature: 'wtpt', element: element('XYZ ', fixed(...D50)) },
    { signature: 'chad', element: element('sf32', fixed(...ADAPTATION)) },
    ...Object.entries(PRIMARIES).map(([name, xyz]) => ({
      signature: `${name}XYZ`,
      element: element('XYZ ', fixed(...xyz)),
    })),
    ...['r', 'g', 'b'].map(name => ({ signature: `${name}TRC`, element: curve })),
  ]
  const table: Uint8Array[] = [uint32(tags.length)]
  const data: Uint8Array[] = []
  let offset = HEADER + 4 + 12 * tags.length
  for (const { signature, element } of tags) {
    table.push(ascii(signature), uint32(offset, element.length))
    data.push(element)
    offset += element.length
  }
  return joinBytes([header(offset), ...table, ...data])
}

function header(size: number): Uint8Array {
  const bytes = new Uint8Array(HEADER)
  const write = (at: number, part: Uint8Array) => bytes.set(part, at)
  write(0, uint32(size))
  write(8, uint32(0x04_20_00_00))
  write(12, ascii('mntrRGB XYZ '))
  // The first day that the norm of sRGB was in force: a profile names no clock.
  write(24, uint16(1999, 10, 1, 0, 0, 0))
  write(36, ascii('acsp'))
  write(68, fixed(...D50))
  return bytes
}

/** A text in one language. @see ICC.1:2010 §10.13 */
function text(words: string): Uint8Array {
  const letters = uint16(...[...words].map(letter => letter.charCodeAt(0)))
  return element('mluc', uint32(1, 12), ascii('enUS'), uint32(letters.length, 28), letters)
}

/** Its parts behind the type's signature, filled up to four bytes. */
function element(type: string, ...parts: Uint8Array[]): Uint8Array {
  const bytes = joinBytes([ascii(type), uint32(0), ...parts])
  const filled = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
  filled.set(bytes)
  return filled
}

const ascii = (signs: string) => new TextEncoder().encode(signs)

/** Numbers with sixteen bits after the point. */
const fixed = (...numbers: number[]) => uint32(...numbers.map(number => Math.round(number * 65_536) >>> 0))

const uint16 = (...numbers: number[]) => joinBytes(numbers.map(number => Uint8Array.of(number >> 8, number)))

const uint32 = (...numbers: number[]) =>
  joinBytes(numbers.map(number => Uint8Array.of(number >>> 24, number >>> 16, number >>> 8, number)))
