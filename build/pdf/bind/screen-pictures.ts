import { type PagePlan, widestColumn } from '../../../src/text/index.ts'
import { filterOf, pack, unpack } from '../object/packing.ts'
import { resourcesOf } from '../object/pages.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { Dict, List, name, Ref, Stream } from '../object/values.ts'

/** Pixels an inch of a photograph on a screen: twice what a page shows at its own size. */
const SCREEN = 150

/** Makes the photographs of a file as fine as a screen shows them, at the largest width that their shape is set in; the press keeps its own.
 *  What has a mask, or other colours than greys and RGB, stays as it is. */
export async function reducePictures(file: PdfFile, plan: PagePlan): Promise<void> {
  const refs = new Set<Ref>()
  for (const resources of resourcesOf(file))
    for (const ref of resources.find('XObject', Dict)?.values() ?? [])
      if (ref instanceof Ref && isPicture(file.find(ref, Stream)?.dict)) refs.add(ref)
  // One after the other: a picture of a whole page takes a hundred megabytes on its way.
  for (const ref of refs) {
    const smaller = await reduce(file.find(ref, Stream) as Stream, plan)
    if (smaller) file.set(ref, smaller)
  }
}

const isPicture = (dict: Dict | undefined): boolean =>
  dict?.get('Subtype') === name('Image') &&
  dict.number('BitsPerComponent') === 8 &&
  !['SMask', 'Mask', 'Decode', 'ImageMask'].some(key => dict.has(key))

/** @returns undefined for a picture that is coarse enough */
async function reduce(stream: Stream, { columns, scale }: PagePlan): Promise<Stream | undefined> {
  const { dict } = stream
  const [width, height] = [dict.number('Width') ?? 0, dict.number('Height') ?? 0]
  const channels = channelsOf(dict)
  const wanted = Math.round((columns[widestColumn({ width, height })] * scale * SCREEN) / 25.4)
  if (width <= wanted || channels === undefined) return undefined
  // Loaded with the first photograph: many kits have none, and the library is large.
  const { default: sharp } = await import('sharp')
  const bytes = await stream.bytes
  const isJpeg = filterOf(dict) === 'DCTDecode'
  const source = isJpeg
    ? // Its numbers stay those of the space that the file names.
      sharp(bytes, { ignoreIcc: true, limitInputPixels: false })
    : sharp(unpack(stream), { raw: { width, height, channels }, limitInputPixels: false })
  const space = channels === 1 ? 'b-w' : 'srgb'
  const resized = source.resize({ width: wanted }).toColourspace(space)
  const { data, info } = await resized.raw().toBuffer({ resolveWithObject: true })
  if (info.channels !== channels) return undefined
  const jpeg = await sharp(data, { raw: { width: info.width, height: info.height, channels } })
    .toColourspace(space)
    .jpeg({ quality: 85 })
    .toBuffer()
  const sized = dict.clone()
  sized.set('Width', info.width)
  sized.set('Height', info.height)
  const plain = pack(sized, data)
  // A drawing of flat colours is smaller without loss; a photograph is not.
  if (!isJpeg && (await plain.bytes).length <= jpeg.length) return plain
  for (const key of ['Length', 'DecodeParms']) sized.delete(key)
  sized.set('Filter', name('DCTDecode'))
  return new Stream(sized, jpeg)
}

function channelsOf(dict: Dict): 1 | 3 | undefined {
  const space = dict.lookup('ColorSpace')
  if (space === name('DeviceRGB')) return 3
  if (space === name('DeviceGray')) return 1
  const profile = space instanceof List ? space.lookup(1) : undefined
  const count = profile instanceof Stream ? profile.dict.number('N') : undefined
  return count === 1 || count === 3 ? count : undefined
}
