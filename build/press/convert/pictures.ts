import { messageOf } from '../../../src/problems/index.ts'
import { type Dict, filterOf, List, name, pack, Ref, Stream, unpack, type Value } from '../../pdf/index.ts'
import { UnprintableError } from '../faults.ts'
import type { Conversion } from './conversion.ts'

/** Brings the pictures that were met to print: through the profile, or to black ink alone when they are grey all over. */
export async function convertPictures(conversion: Conversion): Promise<void> {
  const { file, pictures } = conversion
  const profiles = new Map<Ref, Uint8Array>()
  // One after the other: a picture of a whole page takes a hundred megabytes on its way.
  for (const [ref, place] of pictures) {
    try {
      const picture = await readPicture(ref, conversion, profiles)
      const stream = await printable(picture, conversion)
      file.set(ref, stream)
      await stream.bytes
    } catch (cause) {
      const why = messageOf(cause)
      throw new UnprintableError(place, `une image ne peut pas être convertie (${why})`, { cause })
    }
  }
}

type Picture = {
  dict: Dict
  width: number
  height: number
  /** 1 or 3 bytes a pixel. */
  pixels: Uint8Array
  channels: 1 | 3
  /** ICC profile; undefined: sRGB. */
  source: Uint8Array | undefined
  /** It came as a JPEG. */
  photograph: boolean
}

async function readPicture(ref: Ref, { file }: Conversion, profiles: Map<Ref, Uint8Array>): Promise<Picture> {
  const stream = file.find(ref, Stream)
  if (!stream) throw new Error('elle n’est pas dans le fichier')
  const { dict } = stream
  const [width, height] = [dict.number('Width') ?? 0, dict.number('Height') ?? 0]
  for (const key of ['Decode', 'Mask', 'Alternates', 'OPI'])
    if (dict.has(key)) throw new Error(`entrée /${key} inconnue`)
  if (dict.number('BitsPerComponent') !== 8) throw new Error('elle n’a pas 8 bits par composante')
  assertMaskIsGrey(dict)
  const { components, source } = spaceOf(dict.lookup('ColorSpace'), profiles)
  const photograph = filterOf(dict) === 'DCTDecode'
  const decoded = photograph
    ? await decodeJpeg(await stream.bytes)
    : { pixels: unpack(stream), channels: components }
  if (decoded.pixels.length !== width * height * decoded.channels) throw new Error('elle est tronquée')
  return { dict, width, height, ...decoded, source, photograph }
}

/** The colour space of a picture: how many components, and its profile. */
function spaceOf(
  space: Value | undefined,
  profiles: Map<Ref, Uint8Array>,
): { components: 1 | 3; source: Uint8Array | undefined } {
  if (space === name('DeviceRGB')) return { components: 3, source: undefined }
  if (space === name('DeviceGray')) return { components: 1, source: undefined }
  const [kind, ref] = space instanceof List ? space.items : []
  const stream = space instanceof List ? space.lookup(1) : undefined
  if (kind !== name('ICCBased') || !(ref instanceof Ref) || !(stream instanceof Stream))
    throw new Error(`espace de couleur ${space} inconnu`)
  const components = stream.dict.number('N')
  if (components === 1) return { components, source: undefined }
  if (components !== 3) throw new Error(`profil à ${components} composantes`)
  const source = profiles.get(ref) ?? unpack(stream)
  profiles.set(ref, source)
  return { components, source }
}

function assertMaskIsGrey(dict: Dict): void {
  const mask = dict.lookup('SMask')
  if (mask === undefined) return
  const grey = mask instanceof Stream && mask.dict.lookup('ColorSpace') === name('DeviceGray')
  if (!grey || mask.dict.has('Matte')) throw new Error('son masque n’est pas gris')
}

async function decodeJpeg(bytes: Uint8Array): Promise<Pick<Picture, 'pixels' | 'channels'>> {
  // Loaded with the first photograph: most kits have none, and the library is large.
  const { default: sharp } = await import('sharp')
  // The profile is applied by us, once: sharp would go to sRGB first.
  const { data, info } = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true })
  if (info.channels !== 1 && info.channels !== 3) throw new Error(`${info.channels} composantes`)
  return { pixels: data, channels: info.channels }
}

async function printable(
  { dict, width, height, pixels, channels, source, photograph }: Picture,
  { file, converter }: Conversion,
): Promise<Stream> {
  const grey = channels === 1 ? pixels : greyOf(pixels)
  const inks = grey ? grey.map(level => converter.greys()[level] as number) : converter.toInk(pixels, source)
  const colours = grey ? 1 : 4
  const stream =
    photograph && !grey
      ? new Stream(dict.clone(), await encodeJpeg(inks, width, height))
      : pack(dict, differences(inks, width * colours, colours))
  for (const key of ['ColorTransform', 'Intent', 'StructParent']) stream.dict.delete(key)
  stream.dict.set('ColorSpace', name(grey ? 'DeviceGray' : 'DeviceCMYK'))
  if (photograph && !grey) {
    for (const key of ['Length', 'DecodeParms']) stream.dict.delete(key)
    stream.dict.set('Filter', name('DCTDecode'))
    // Adobe's JPEGs of four inks say how much paper shows.
    stream.dict.set('Decode', file.list([1, 0, 1, 0, 1, 0, 1, 0]))
  } else {
    const parms = { Predictor: 2, Colors: colours, BitsPerComponent: 8, Columns: width }
    stream.dict.set('DecodeParms', file.dict(parms))
  }
  return stream
}

/** Writes inks as a JPEG of four components, as fine as the one that it was made of (`printPicture`); sharp reads such pixels of a TIFF alone. @see TIFF 6.0, section 16 (CMYK) */
async function encodeJpeg(inks: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const [long, short] = [4, 3]
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, 4, 122], // eight bits each, behind the directory
    [259, short, 1, 1],
    [262, short, 1, 5],
    [273, long, 1, 130],
    [277, short, 1, 4],
    [278, long, 1, height],
    [279, long, 1, inks.length],
  ]
  const tiff = Buffer.alloc(130 + inks.length)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(entries.length, 8)
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + 12 * index
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  for (const at of [122, 124, 126, 128]) tiff.writeUInt16LE(8, at)
  tiff.set(inks, 130)
  const { default: sharp } = await import('sharp')
  return sharp(tiff)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: 85, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/** Steps of a component that a JPEG may stray from grey by rounding. */
const TOLERANCE = 2

/** One component of a picture that is grey all over, or undefined. */
function greyOf(pixels: Uint8Array): Uint8Array | undefined {
  for (let at = 0; at < pixels.length; at += 3) {
    const green = pixels[at + 1] as number
    if (
      Math.abs((pixels[at] as number) - green) > TOLERANCE ||
      Math.abs((pixels[at + 2] as number) - green) > TOLERANCE
    )
      return undefined
  }
  return Uint8Array.from({ length: pixels.length / 3 }, (_, index) => pixels[3 * index + 1] as number)
}

/** Each component as its difference from its left neighbour: a third less to store. Changes the rows in place.
 *  @see ISO 32000-1 §7.4.4.4 (TIFF predictor 2) */
function differences(pixels: Uint8Array, rowLength: number, colours: number): Uint8Array {
  for (let row = 0; row < pixels.length; row += rowLength)
    for (let at = row + rowLength - 1; at >= row + colours; at--)
      pixels[at] = (pixels[at] as number) - (pixels[at - colours] as number)
  return pixels
}
