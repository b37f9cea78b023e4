import { createHash } from 'node:crypto'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { type Mm, mm, pt, toPt } from '../../../src/units.ts'
import { save } from './save.ts'
import { allInks } from './sheet/all-inks.ts'
import { type Box, round, slug } from './sheet/geometry.ts'
import { drawMarks } from './sheet/marks.ts'
import { name, pack, unpack } from './stream.ts'

export type BookletOptions = {
  /** Thickness of the paper: how much each sheet pushes the next one out of the fold (creep). */
  epaisseur: Mm
}

/** Two pages side by side on one side of a sheet, by their place in the file from 0, and how far they move to the fold. */
export type Spread = { left: number; right: number; creep: Mm }

/** The order of a booklet stitched through the fold: the outermost sheet first, its outer side first.
 *  @throws RangeError when the pages do not fill their sheets */
export function planBooklet(count: number, { epaisseur }: BookletOptions): Spread[] {
  if (count === 0 || count % 4 !== 0) throw new RangeError(`${count} pages do not fill sheets of four`)
  return Array.from({ length: count / 2 }, (_, side) => {
    const sheet = Math.floor(side / 2)
    const pages =
      side % 2 === 0 ? { left: count - 1 - side, right: side } : { left: side, right: count - 1 - side }
    return { ...pages, creep: mm(sheet * epaisseur) }
  })
}

/** The printer's PDF laid out for folding: two pages a side, back to back, with marks around the spread and none of the
 *  pages' own. Content, inks and output intent stay as they are. */
export async function imposeBooklet(press: Uint8Array, options: BookletOptions): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(press, { updateMetadata: false, parseSpeed: 1e9 })
  const { context, catalog } = pdf
  const pages = pdf.getPages()
  const [first] = pages
  if (!first) throw new RangeError('a PDF without pages')
  const trim = first.getTrimBox()
  const fondPerdu = trim.x - first.getBleedBox().x
  const margin = fondPerdu + toPt(slug)
  const spread: Box = [margin, margin, margin + 2 * trim.width, margin + trim.height].map(
    round,
  ) as unknown as Box
  const plates = allInks(context)
  const parent = context.nextRef()
  const kids = planBooklet(pages.length, options).map(({ left, right, creep }) => {
    const place = (index: number, side: 'left' | 'right') =>
      placePage(pdf, pages[index], { spread, fondPerdu, creep: toPt(creep), side })
    const marks = drawMarks({ trim: spread, fondPerdu: mm((fondPerdu * 25.4) / 72) })
    const content = `/Gauche Do\n/Droite Do\nq /All CS 1 SCN\n${marks}\nQ`
    return context.register(
      context.obj({
        Type: 'Page',
        Parent: parent,
        MediaBox: [0, 0, round(spread[2] + margin), round(spread[3] + margin)],
        BleedBox: [...grow(spread, fondPerdu)],
        TrimBox: [...spread],
        Resources: {
          XObject: { Gauche: place(left, 'left'), Droite: place(right, 'right') },
          ColorSpace: { All: plates },
        },
        Contents: context.register(pack(context, context.obj({}), new TextEncoder().encode(content))),
      }),
    )
  })
  context.assign(parent, context.obj({ Type: 'Pages', Count: kids.length, Kids: kids }))
  catalog.set(name('Pages'), parent)
  const id = createHash('sha256').update(press).update(JSON.stringify(options)).digest('hex').slice(0, 32)
  const [original] = context.lookup(context.trailerInfo.ID, PDFArray).asArray()
  context.trailerInfo.ID = context.obj([original ?? PDFHexString.of(id), PDFHexString.of(id)])
  return save(pdf)
}

type Placement = { spread: Box; fondPerdu: number; creep: number; side: 'left' | 'right' }

/** A page as a drawing on its half of the spread: cut at the fold, with its bleed on the three other sides. */
function placePage(pdf: PDFDocument, page: PDFPage | undefined, placement: Placement): PDFRef {
  if (!page) throw new RangeError('a page that the file does not have')
  const { context } = pdf
  const { spread, fondPerdu, creep, side } = placement
  const trim = page.getTrimBox()
  const move = side === 'left' ? creep : -creep
  const x = (side === 'left' ? spread[0] : spread[0] + trim.width) - trim.x + move
  const y = spread[1] - trim.y
  const fold = side === 'left' ? trim.x + trim.width - move : trim.x - move
  const box =
    side === 'left'
      ? [trim.x - fondPerdu, trim.y - fondPerdu, fold, trim.y + trim.height + fondPerdu]
      : [fold, trim.y - fondPerdu, trim.x + trim.width + fondPerdu, trim.y + trim.height + fondPerdu]
  const contents = page.node.Contents()
  if (!(contents instanceof PDFRawStream)) throw new Error('a page whose content is not one stream')
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: box.map(round),
    Matrix: [1, 0, 0, 1, round(x), round(y)],
    Resources: page.node.Resources() ?? {},
  })
  const group = page.node.lookupMaybe(name('Group'), PDFDict)
  if (group) dict.set(name('Group'), group)
  return context.register(pack(context, dict, unpack(contents)))
}

const grow = ([left, bottom, right, top]: Box, by: number): Box =>
  [pt(left - by), pt(bottom - by), pt(right + by), pt(top + by)].map(round) as unknown as Box
