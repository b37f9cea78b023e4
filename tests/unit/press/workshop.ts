import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import type { Browser } from 'puppeteer'
import sharp from 'sharp'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { openCache } from '../../../build/ground/store/cache.ts'
import type { PrintedSheets } from '../../../build/pdf/print-parts.ts'
import { makePressPdf } from '../../../build/press/make-press.ts'
import { sequence } from '../../../src/kit/indexes/indexes.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import { folio } from '../../../src/text/page-plan.ts'
import { openTab } from '../../open-tab.ts'

/** The kit with other families, numbers and colours; `impression` in part. */
export async function otherKit(impression: Partial<Kit['impression']> = {}): Promise<Kit> {
  const { kit } = await readKit('tests/fixtures/kits/autre')
  if (!kit) throw new Error('the fixture kit has errors')
  return { ...kit, impression: { ...kit.impression, ...impression } }
}

const { resolve } = createRequire(import.meta.url)
const font = readFileSync(
  resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2'),
  'base64',
)

/** Prints pages as the edition is printed: A4 with 5 mm of bleed, each page a document of its own. */
export async function printSheets(
  browser: Browser,
  pages: readonly string[],
  css = '',
): Promise<Uint8Array[]> {
  const tab = await openTab(browser)
  const printed: Uint8Array[] = []
  try {
    for (const page of pages) {
      await tab.setContent(
        `<!doctype html><html lang="fr"><style>
      @font-face { font-family: Essai; src: url(data:font/woff2;base64,${font}) }
      @page { size: 220mm 307mm; margin: 0 }
      html { font: 16px Essai; color: #1f1f1d } body { margin: 0 }
      section { box-sizing: border-box; position: relative; width: 220mm; height: 306.8mm; padding: 30mm; overflow: hidden }
      p, h2, a { color: #1f1f1d; font-weight: 400 }
      ${css}</style><section>${page}</section>`,
        { waitUntil: 'load' },
      )
      printed.push(await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }))
    }
    return printed
  } finally {
    await tab.close()
  }
}

/** Sheets as an edition hands them on. */
export const asSheets = (printed: readonly Uint8Array[], drawings = false): PrintedSheets[] =>
  printed.map(bytes => ({
    key: createHash('sha256').update(bytes).digest('hex'),
    drawings,
    pdf: bytes,
  }))

/** The printer's PDF of sheets, of which each is one document of the kit, in order, the last its back cover; a single
 *  sheet is the sommaire. */
export async function press(
  printed: readonly Uint8Array[],
  kit: Kit,
  count: number,
  date = '2031-03-01T00:00:00Z',
  cache = openCache(null, 'presse'),
  drawings = false,
): Promise<Uint8Array> {
  const items = sequence(kit)
  const shown = count === 1 ? items.slice(1, 2) : [...items.slice(0, count - 1), ...items.slice(-1)]
  const documents = shown.map(({ id }, index) => ({ id, first: folio(index + 1), last: folio(index + 1) }))
  const pages = { count, documents }
  return makePressPdf({
    printed: asSheets(printed, drawings),
    kit,
    pages,
    cache,
    date,
    fingerprint: 'essai',
    fileName: 'essai-impression.pdf',
  })
}

/** Everything that is drawn in a PDF: the text of its content streams, forms and patterns, end to end. */
export async function drawnIn(bytes: Uint8Array): Promise<string> {
  const { context } = await load(bytes)
  const drawn: string[] = []
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const kind = object.dict.get(PDFName.of('Subtype'))?.toString()
    const isContent =
      kind === '/Form' ||
      (kind === undefined && !object.dict.has(PDFName.of('Length1')) && !object.dict.has(PDFName.of('N')))
    if (isContent) drawn.push(inflateSync(object.contents).toString('latin1'))
  }
  return drawn.join('\n')
}

/** The pictures of a PDF, with their pixels. */
export async function picturesIn(bytes: Uint8Array) {
  const { context } = await load(bytes)
  const pictures = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isPicture =
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
    return isPicture ? [object] : []
  })
  return Promise.all(
    pictures.map(async ({ dict, contents }) => {
      const space = dict.lookup(PDFName.of('ColorSpace'))?.toString() ?? ''
      const width = Number(dict.lookup(PDFName.of('Width'))?.toString())
      const isJpeg = dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode')
      const pixels = isJpeg
        ? await sharp(contents).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
        : undoPredictor(inflateSync(contents), width, space === '/DeviceCMYK' ? 4 : 1)
      return { space, width, pixels }
    }),
  )
}

export const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: 1e9 })

function undoPredictor(pixels: Uint8Array, width: number, colours: number): Uint8Array {
  for (let row = 0; row < pixels.length; row += width * colours)
    for (let at = row + colours; at < row + width * colours; at++)
      pixels[at] = (pixels[at] as number) + (pixels[at - colours] as number)
  return pixels
}
