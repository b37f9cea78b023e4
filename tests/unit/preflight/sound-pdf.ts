import { readFile } from 'node:fs/promises'
import {
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFObject,
  type PDFPage,
  PDFString,
} from '@cantoo/pdf-lib'
import { type BorrowedFont, borrowFont } from './borrow-font.ts'

const MM = 72 / 25.4

/** A small PDF that passes every control, and that a test may spoil in one place. */
export type Draft = {
  pdf: PDFDocument
  context: PDFContext
  /** A font of the edition, `/T` in every page. */
  font: BorrowedFont
  pages: PDFPage[]
  /** What each page draws; by default a white ground. Lengths in points, from the corner of the sheet. */
  contents: string[]
  /** The output intents, of which a sound file has one. */
  intents: Record<string, unknown>[]
  /** Puts a resource into a page: `/XObject /Im` … */
  resource(page: number, kind: string, called: string, object: unknown): void
}

/** Changes a sound file in one place. */
export type Spoiler = (draft: Draft) => unknown

/** The sheet: 5 mm around the bleed of 3 mm around A4. */
const sheet = {
  trim: box(8, 8, 218, 305),
  bleed: box(5, 5, 221, 308),
  media: box(0, 0, 226, 313),
}

/** A point well inside the page. */
export const inside = { x: 200, y: 400 }

export function box(...lengths: [number, number, number, number]) {
  return lengths.map(length => Math.round(length * MM * 1e4) / 1e4)
}

/** Makes a sound PDF of four pages and lets `spoil` change it before it is written. */
export async function makePdf(spoil: Spoiler = () => {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context } = pdf
  const font = await borrowFont(context)
  const pages = Array.from({ length: 4 }, () => addPage(pdf, font))
  const profile = context.register(
    context.stream(
      await readFile(new URL('../../../build/press/profiles/FOGRA39L_coated.icc', import.meta.url)),
      { N: 4 },
    ),
  )
  const draft: Draft = {
    pdf,
    context,
    font,
    pages,
    contents: pages.map(() => '0 0 0 0 k 20 20 500 500 re f'),
    intents: [
      {
        Type: 'OutputIntent',
        S: 'GTS_PDFX',
        OutputConditionIdentifier: PDFString.of('FOGRA39'),
        DestOutputProfile: profile,
      },
    ],
    resource(page, kind, called, object) {
      const resources = pages[page - 1]?.node.Resources()
      const former = resources?.lookupMaybe(PDFName.of(kind), PDFDict)
      const entries = former ?? context.obj({})
      resources?.set(PDFName.of(kind), entries)
      entries.set(PDFName.of(called), object instanceof PDFObject ? object : context.obj(object as never))
    },
  }
  await spoil(draft)
  return write(draft)
}

function addPage(pdf: PDFDocument, font: BorrowedFont): PDFPage {
  const page = pdf.addPage()
  const { context } = pdf
  page.node.set(PDFName.of('MediaBox'), context.obj(sheet.media))
  page.node.set(PDFName.of('BleedBox'), context.obj(sheet.bleed))
  page.node.set(PDFName.of('TrimBox'), context.obj(sheet.trim))
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { T: font.ref } }))
  return page
}

async function write({ pdf, context, contents, intents }: Draft): Promise<Uint8Array> {
  for (const [index, page] of pdf.getPages().entries())
    page.node.set(PDFName.of('Contents'), context.register(context.stream(contents[index] ?? '')))
  pdf.catalog.set(PDFName.of('OutputIntents'), context.obj(intents as never))
  return pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}
