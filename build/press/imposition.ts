import { createHash } from 'node:crypto'
import { type Mm, mm, bleed as printedBleed, toPt } from '../../src/text/index.ts'
import {
  Dict,
  List,
  type Page,
  PdfFile,
  pack,
  type Ref,
  Stream,
  Text,
  unpack,
  writeFile,
} from '../pdf/index.ts'
import { uuidOf } from './describe.ts'
import { embedFont } from './sheet/font.ts'
import { allInks, drawMarks, slugLines } from './sheet/marks.ts'
import { type PageBox, round } from './sheet/plan.ts'

/** Beside and over the spread, for the marks and the slug line: an A3 spread lies on 446 × 320 mm, inside SRA3 (450 × 320). */
const MARGINS = { x: toPt(mm(13)), y: toPt(mm(11.5)) }

type BookletOptions = {
  /** Thickness of the paper: how much each sheet pushes the next one out of the fold (creep). */
  thickness: Mm
  /** The slug lines, left of the middle: what file this is. */
  label: string
}

/** Two pages side by side on one side of a sheet, by their place in the file from 0, and how far they move to the fold. */
type Spread = { left: number; right: number; creep: Mm }

/** The order of a booklet stitched through the fold: the outermost sheet first, its outer side first. */
export function planBooklet(count: number, { thickness }: Pick<BookletOptions, 'thickness'>): Spread[] {
  if (count === 0 || count % 4 !== 0) throw new RangeError(`${count} pages do not fill sheets of four`)
  return Array.from({ length: count / 2 }, (_, side) => {
    const sheet = Math.floor(side / 2)
    const pages =
      side % 2 === 0 ? { left: count - 1 - side, right: side } : { left: side, right: count - 1 - side }
    return { ...pages, creep: mm(sheet * thickness) }
  })
}

/** The bleed that is asked for, or what the creep leaves of the printed one on the innermost sheet, to the tenth of a millimetre below. */
export function bookletBleed(count: number, thickness: Mm, asked: Mm): Mm {
  const creep = thickness * Math.max(Math.ceil(count / 4) - 1, 0)
  return mm(Math.min(asked, Math.max(Math.floor(10 * (printedBleed - creep)) / 10, 0)))
}

/** Lays the printer's PDF out for folding: two pages a side, back to back, with marks around the spread and none of the pages' own. */
export async function imposeBooklet(press: Uint8Array, options: BookletOptions): Promise<Uint8Array> {
  const file = PdfFile.open(press)
  const { pages, catalog } = file
  const [first] = pages
  const trim = first?.box('TrimBox')
  const bleed = first?.box('BleedBox')
  if (!trim || !bleed) throw new RangeError('a PDF without pages, or pages without boxes')
  const width = bookletBleed(pages.length, options.thickness, mm(((trim[0] - bleed[0]) * 25.4) / 72))
  const bleedWidth = toPt(width)
  const { x, y } = MARGINS
  const spread: PageBox = [
    round(x),
    round(y),
    round(x + 2 * (trim[2] - trim[0])),
    round(y + trim[3] - trim[1]),
  ]
  const plates = allInks(file)
  const parent = file.reserve()
  const text = await embedFont(file, 'text')
  const fold = (spread[0] + spread[2]) / 2
  const marks = drawMarks({ trim: spread, bleedWidth: width, folds: [fold] })
  const slugLine = slugLines({ trim: spread, bleedWidth: width }, options.label, text)
  const contentOf = (side: number, { left, right }: Spread) => {
    const sheet = `feuille ${Math.floor(side / 2) + 1} sur ${pages.length / 4}, ${side % 2 === 0 ? 'extérieur' : 'intérieur'}`
    const line = slugLine(`${sheet} · pages ${left + 1} et ${right + 1}`)
    return `/Left Do\n/Right Do\nq /All CS 1 SCN\n${marks}\n/All cs 1 scn\n${line}\nQ`
  }
  const kids = planBooklet(pages.length, options).map((sides, index) => {
    const { left, right, creep } = sides
    const place = (index: number, side: 'left' | 'right') =>
      placePage(file, pages[index], { spread, bleedWidth, creep: toPt(creep), side })
    return file.add(
      file.dict({
        Type: 'Page',
        Parent: parent,
        MediaBox: [0, 0, round(spread[2] + x), round(spread[3] + y)],
        BleedBox: spread.map((side, index) => round(index < 2 ? side - bleedWidth : side + bleedWidth)),
        TrimBox: spread,
        Resources: {
          XObject: { Left: place(left, 'left'), Right: place(right, 'right') },
          ColorSpace: { All: plates },
          Font: { text: text.ref },
        },
        Contents: file.add(pack(file.dict(), contentOf(index, sides))),
      }),
    )
  })
  file.set(parent, file.dict({ Type: 'Pages', Count: kids.length, Kids: kids }))
  catalog.set('Pages', parent)
  rename(file, createHash('sha256').update(press).update(JSON.stringify(options)).digest('hex').slice(0, 32))
  return writeFile(file, { version: '1.6', objects: 'plain' })
}

/** Another file than the one it is made from: its own identifiers, in the trailer and in what it says of itself. */
function rename(file: PdfFile, id: string): void {
  file.trailer.set('ID', file.list([Text.hex(id), Text.hex(id)]))
  const uuid = uuidOf(id)
  const packet = file.catalog.find('Metadata', Stream)
  if (!packet) throw new RangeError('a PDF that says nothing of itself')
  const words = new TextDecoder()
    .decode(unpack(packet))
    .replace(/(<xmpMM:(?:Document|Instance)ID>)[^<]*/g, `$1${uuid}`)
  file.catalog.set('Metadata', file.add(new Stream(packet.dict, new TextEncoder().encode(words))))
}

type HalfPlacement = { spread: PageBox; bleedWidth: number; creep: number; side: 'left' | 'right' }

/** Makes a page a drawing on its half of the spread, cut at the fold, with its bleed on the other sides, moved by the creep. */
function placePage(file: PdfFile, page: Page | undefined, placement: HalfPlacement): Ref {
  const trim = page?.box('TrimBox')
  const bleed = page?.box('BleedBox')
  const content = page?.stream
  if (!page || !trim || !bleed || !content)
    throw new RangeError('a page that is missing, or without box or content')
  const { spread, bleedWidth, creep, side } = placement
  const [left, bottom, right, top] = trim
  const move = side === 'left' ? creep : -creep
  const x = (side === 'left' ? spread[0] : spread[0] + right - left) - left + move
  const fold = side === 'left' ? right - move : left - move
  const outside = bleedWidth + creep
  const [from, to] = side === 'left' ? [left - outside, fold] : [fold, right + outside]
  const box = [from, bottom - bleedWidth, to, top + bleedWidth]
  const sheet = page.resources?.find('XObject', Dict)?.lookup('Sheet')
  const dict = file.dict({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: box.map(round),
    Matrix: [1, 0, 0, 1, round(x), round(spread[1] - bottom)],
    Group: page.dict.find('Group', Dict),
  })
  if (!(sheet instanceof Stream)) {
    // A page for notes, or a white one: its own content, packed as it was; the marks lie beyond.
    dict.set('Resources', page.resources ?? null)
    dict.set('Filter', content.dict.get('Filter') ?? null)
    return file.add(new Stream(dict, content.bytes))
  }
  // The printed sheet alone, without the marks of its page, and with more of what was painted beyond its bleed.
  const cut = sheet.dict.need('BBox', List).numbers()
  const [dx, dy] = [bleed[0] - (cut[0] ?? 0), bleed[1] - (cut[1] ?? 0)].map(round)
  const whole = sheet.dict.clone()
  whole.set('BBox', file.list(box.map((side, index) => round(side - ((index % 2 === 0 ? dx : dy) ?? 0)))))
  dict.set('Resources', file.dict({ XObject: { Sheet: file.add(new Stream(whole, sheet.bytes)) } }))
  return file.add(pack(dict, `1 0 0 1 ${dx} ${dy} cm /Sheet Do`))
}
