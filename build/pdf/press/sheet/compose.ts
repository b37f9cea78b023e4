import { PDFDict, type PDFDocument, type PDFObject, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'
import type { Kit } from '../../../../src/kit.ts'
import { name, pack } from '../stream.ts'
import { allInks } from './all-inks.ts'
import { embedFont, type Face, type PressFont } from './font.ts'
import { type Geometry, printedTrim, round } from './geometry.ts'
import type { Leaf } from './leaves.ts'
import { drawMarks } from './marks.ts'
import { drawNotes } from './notes.ts'
import { drawSlugLine } from './slug-line.ts'

export type Composition = {
  kit: Kit
  geometry: Geometry
  leaves: readonly Leaf[]
  /** Content of each printed sheet, in ink. */
  contents: ReadonlyMap<PDFPage, Uint8Array>
  /** The slug line: what file this is, and what page. */
  fileLabel: string
  pageLabel(leaf: Leaf): string
}

/** What all pages share. */
type Stock = {
  pdf: PDFDocument
  fonts: Record<Face, PressFont>
  /** The separation of all inks. */
  plates: PDFRef
  marks: PDFRef
  parent: PDFRef
}

/** Puts the pages on sheets with their boxes: each printed page becomes a drawing cut to the bleed, with the marks and
 *  the slug line around it.
 *  @returns the root of the page tree
 *  @see ISO 32000-1 §14.11.2 */
export async function compose(pdf: PDFDocument, composition: Composition): Promise<PDFRef> {
  const { context } = pdf
  const parent = context.nextRef()
  const fonts = {
    texte: await embedFont(context, 'texte'),
    appuye: await embedFont(context, 'appuye'),
    titre: await embedFont(context, 'titre'),
  }
  const plates = allInks(context)
  const marks = context.register(
    form(pdf, `/All CS 1 SCN\n${drawMarks(composition.geometry)}`, composition.geometry.media, {
      ColorSpace: { All: plates },
    }),
  )
  const stock: Stock = { pdf, fonts, plates, marks, parent }
  const sheets = pdf.getPages()
  const kids = composition.leaves.map(leaf =>
    context.register(
      makePage(leaf, leaf.kind === 'imprimee' ? sheets[leaf.index] : undefined, composition, stock),
    ),
  )
  context.assign(parent, context.obj({ Type: 'Pages', Count: kids.length, Kids: kids }))
  return parent
}

function makePage(leaf: Leaf, sheet: PDFPage | undefined, composition: Composition, stock: Stock): PDFDict {
  const { kit, geometry, fileLabel, pageLabel, contents } = composition
  const { context } = stock.pdf
  const drawn: string[] = []
  const drawings: Record<string, PDFRef> = {}
  const page = context.obj({
    Type: 'Page',
    Parent: stock.parent,
    MediaBox: [...geometry.media],
    BleedBox: [...geometry.bleed],
    TrimBox: [...geometry.trim],
  })
  if (sheet) {
    const { x, y } = printedTrim(sheet.getHeight())
    const [left, bottom] = [round(geometry.trim[0] - x), round(geometry.trim[1] - y)]
    drawings['Feuille'] = context.register(
      sheetForm(sheet, contents.get(sheet), [left, bottom], geometry, stock),
    )
    // Patterns are placed from the origin of the drawing they belong to: moving the page would leave them behind, moving
    // a drawing takes them along.
    drawn.push(`q 1 0 0 1 ${left} ${bottom} cm /Feuille Do Q`)
    const group = sheet.node.lookupMaybe(name('Group'), PDFDict)
    if (group) page.set(name('Group'), inkGroup(group, stock))
  }
  if (leaf.kind === 'notes')
    drawn.push(
      `q 1 0 0 1 ${geometry.trim[0]} ${geometry.trim[1]} cm\n${drawNotes(kit, leaf.folio, stock.fonts)}\nQ`,
    )
  if (geometry.reperes) {
    drawings['Reperes'] = stock.marks
    const line = drawSlugLine(geometry, { file: fileLabel, page: pageLabel(leaf) }, stock.fonts.texte)
    drawn.push(`/Reperes Do\nq /All cs 1 scn\n${line}\nQ`)
  }
  // Only what this page draws with: a font that no page names is not written at all.
  const used: Face[] =
    leaf.kind === 'notes' ? ['texte', 'appuye', 'titre'] : geometry.reperes ? ['texte'] : []
  page.set(
    name('Resources'),
    context.obj({
      XObject: drawings,
      ColorSpace: geometry.reperes ? { All: stock.plates } : {},
      Font: Object.fromEntries(used.map(face => [face, stock.fonts[face].ref])),
    }),
  )
  page.set(name('Contents'), context.register(pack(context, context.obj({}), encode(drawn.join('\n')))))
  return page
}

/** A printed sheet as a drawing that ends at the bleed: what Chromium painted beyond would run into the marks. */
function sheetForm(
  sheet: PDFPage,
  content: Uint8Array | undefined,
  [left, bottom]: [number, number],
  { bleed }: Geometry,
  { pdf }: Stock,
) {
  if (!content) throw new Error('a sheet that was not brought to ink')
  const box = [bleed[0] - left, bleed[1] - bottom, bleed[2] - left, bleed[3] - bottom].map(round)
  const resources = sheet.node.Resources()
  return form(pdf, content, box, resources)
}

function form(
  { context }: PDFDocument,
  content: string | Uint8Array,
  box: readonly number[],
  resources: PDFObject | Record<string, Record<string, PDFObject>> | undefined,
) {
  const dict = context.obj({ Type: 'XObject', Subtype: 'Form', BBox: [...box], Resources: resources ?? {} })
  return pack(context, dict, typeof content === 'string' ? encode(content) : content)
}

/** A page that blends colours blends them as ink. */
function inkGroup(group: PDFDict, { pdf: { context } }: Stock): PDFDict {
  const copy = group.clone(context)
  copy.set(name('CS'), name('DeviceCMYK'))
  return copy
}

const encode = (text: string) => new TextEncoder().encode(text)
