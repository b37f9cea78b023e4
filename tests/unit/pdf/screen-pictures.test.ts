import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { reducePictures } from '../../../build/pdf/bind/screen-pictures.ts'
import { filterOf } from '../../../build/pdf/object/packing.ts'
import { resourcesOf } from '../../../build/pdf/object/pages.ts'
import { PdfFile } from '../../../build/pdf/object/pdf-file.ts'
import { Dict, Stream } from '../../../build/pdf/object/values.ts'
import { planOf } from '../../../src/text/page-plan.ts'

const plan = planOf({ impression: { format: 'A4' } })

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
      background: '#000',
    },
  })
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0a5' } })

/** A page that shows one picture, after its reduction. */
async function shown(picture: Buffer) {
  const document = await PDFDocument.create()
  const isJpeg = (await sharp(picture).metadata()).format === 'jpeg'
  const image = isJpeg ? await document.embedJpg(picture) : await document.embedPng(picture)
  document.addPage().drawImage(image)
  const file = PdfFile.open(await document.save({ useObjectStreams: false }))
  await reducePictures(file, plan)
  const [stream] = resourcesOf(file).flatMap(resources =>
    [...(resources.find('XObject', Dict)?.keys() ?? [])].map(key =>
      resources.find('XObject', Dict)?.find(key, Stream),
    ),
  )
  if (!stream) throw new Error('no picture')
  const { dict } = stream
  return {
    size: [dict.number('Width'), dict.number('Height')],
    filter: filterOf(dict),
    bytes: Buffer.from(await stream.bytes),
  }
}

describe('photographs of the PDF for the screen', () => {
  // Across the page 170 mm, beside its margin 102 mm, in half a column 81 mm; at 150 pixels an inch.
  it.each([
    ['wide', 2000, 1000, [1004, 502]],
    ['of the usual shape', 1400, 1050, [602, 452]],
    ['upright', 1000, 1500, [478, 717]],
  ])('have 150 pixels an inch: one %s', async (_, width, height, size) => {
    const { bytes, ...facts } = await shown(await noise(width, height).jpeg().toBuffer())
    expect(facts).toEqual({ size, filter: 'DCTDecode' })
    expect(await sharp(bytes).metadata()).toMatchObject({ width: size[0], height: size[1], format: 'jpeg' })
  })

  it('stay as they are where they have less', async () => {
    const picture = await noise(900, 450).jpeg().toBuffer()
    expect((await shown(picture)).bytes.equals(picture)).toBe(true)
  })

  it('are packed without loss where that is smaller: a drawing of flat colours', async () => {
    expect(await shown(await flat(2000, 1000).png().toBuffer())).toMatchObject({ filter: 'FlateDecode' })
    expect(await shown(await noise(2000, 1000).png().toBuffer())).toMatchObject({ filter: 'DCTDecode' })
  })

  it('keep the greys of a photograph in one component', async () => {
    const colours = await noise(2000, 1000).png().toBuffer()
    const { bytes } = await shown(await sharp(colours).toColourspace('b-w').jpeg().toBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ channels: 1, width: 1004 })
  })
})
