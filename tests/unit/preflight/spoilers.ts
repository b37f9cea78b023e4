import { deflateSync } from 'node:zlib'
import { type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { type Draft, inside } from './sound-pdf.ts'

const { x, y } = inside

/** Draws on page 2. */
export const draw =
  (content: string) =>
  ({ contents }: Draft) => {
    contents[1] = content
  }
export const setBox =
  (page: number, name: string, lengths: number[]) =>
  ({ pages, context }: Draft) =>
    void pages[page - 1]?.node.set(PDFName.of(name), context.obj(lengths))

/** A picture on page 2, as wide as it prints at `ppi`. */
export const picture =
  (ppi: number, space = 'DeviceCMYK', level = 64) =>
  (draft: Draft) => {
    const [width, height] = [60, 30]
    const channels = space === 'DeviceCMYK' ? 4 : space === 'DeviceRGB' ? 3 : 1
    const dict = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      ColorSpace: space,
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
    }
    const pixels = deflateSync(new Uint8Array(width * height * channels).fill(level))
    draft.resource(
      2,
      'XObject',
      'Im',
      draft.context.register(PDFRawStream.of(draft.context.obj(dict) as PDFDict, pixels)),
    )
    draw(`q ${(72 * width) / ppi} 0 0 ${(72 * height) / ppi} ${x} ${y} cm /Im Do Q`)(draft)
  }

/** A word on page 2 in ink or any colour. */
export const word = (size: number, colour: string) => (draft: Draft) =>
  draw(`${colour} BT /T ${size} Tf ${x} ${y} Td ${draft.font.encode('Économie')} Tj ET`)(draft)

export const allInks = [
  'Separation',
  'All',
  'DeviceCMYK',
  { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 },
] as const

export const gradient = (space: string, from: number[], to: number[]) => ({
  ShadingType: 2,
  ColorSpace: space,
  Coords: [100, 100, 200, 100],
  Function: { FunctionType: 2, Domain: [0, 1], C0: from, C1: to, N: 1 },
})

export function form({ context }: Draft, content: string, resources: Record<string, unknown>) {
  return context.register(
    context.stream(content, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 600, 800],
      Resources: resources as never,
    }),
  )
}

export function drawnFont({ context }: Draft) {
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type3',
      Name: 'SourceSans3-Dessin',
      FontBBox: [0, 0, 1, 1],
      FontMatrix: [1, 0, 0, 1, 0, 0],
      FirstChar: 97,
      LastChar: 97,
      Widths: [1],
      Encoding: { Differences: [97, 'a'] },
      CharProcs: { a: context.register(context.stream('1 0 0 0 1 1 d1 0 0 1 1 re f')) },
      Resources: {},
    }),
  )
}
