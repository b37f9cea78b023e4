import type { Kit } from '../../../src/kit/index.ts'
import { type PagePlan, planOf } from '../../../src/text/index.ts'
import {
  Dict,
  name,
  overprintStates,
  type Page,
  type PdfFile,
  type PlainDict,
  pack,
  type Ref,
  Stream,
  type Value,
} from '../../pdf/index.ts'
import { embedFont, type PressFace } from './font.ts'
import { allInks, drawMarks, slugLines } from './marks.ts'
import { drawHalfTitle, drawNotes } from './notes.ts'
import { type Geometry, type Leaf, type PageBox, printedTrim, round } from './plan.ts'

type Composition = {
  kit: Kit
  geometry: Geometry
  leaves: readonly Leaf[]
  /** The printed sheets in ink, by the index of their leaves. */
  sheets: ReadonlyMap<number, Page>
  /** The slug line: what file this is, and what page. */
  fileLabel: string
  pageLabel(leaf: Leaf): string
}

/** Puts the pages on sheets with their boxes, marks and slug line, each cut to the bleed.
 *  @returns the root of the page tree @see ISO 32000-1 §14.11.2 */
export async function compose(
  file: PdfFile,
  { kit, geometry, leaves, sheets, fileLabel, pageLabel }: Composition,
): Promise<Ref> {
  const parent = file.reserve()
  const fonts = {
    text: await embedFont(file, 'text'),
    strong: await embedFont(file, 'strong'),
    title: await embedFont(file, 'title'),
  }
  const plates = allInks(file)
  const marksDict = formDict(file, geometry.media, { ColorSpace: { All: plates } })
  const marks = file.add(pack(marksDict, `/All CS 1 SCN\n${drawMarks(geometry)}`))
  const slugLine = slugLines(geometry, fileLabel, fonts.text)
  const kids = leaves.map(leaf => file.add(pageOf(leaf)))
  file.set(parent, file.dict({ Type: 'Pages', Count: kids.length, Kids: kids }))
  return parent

  function pageOf(leaf: Leaf): Dict {
    const sheet = leaf.kind === 'printed' ? sheets.get(leaf.index) : undefined
    if (leaf.kind === 'printed' && !sheet) throw new Error(`no sheet was printed for page ${leaf.folio}`)
    const [left, bottom] = geometry.trim
    const operators: string[] = []
    const drawings: Record<string, Ref> = {}
    const { media: MediaBox, bleed: BleedBox, trim: TrimBox } = geometry
    const page = file.dict({ Type: 'Page', Parent: parent, MediaBox, BleedBox, TrimBox })
    if (sheet) {
      const placing = { plan: planOf(kit), corner: [left, bottom], cut: geometry.bleed } as const
      const { form, draw } = sheetForm(file, sheet, placing)
      drawings['Sheet'] = form
      operators.push(draw('Sheet'))
      // A page that blends colours blends them as ink.
      const group = sheet.dict.find('Group', Dict)?.clone()
      group?.set('CS', name('DeviceCMYK'))
      if (group) page.set('Group', group)
    }
    if (leaf.kind === 'notes')
      operators.push(`q 1 0 0 1 ${left} ${bottom} cm\n${drawNotes(kit, leaf.folio, fonts)}\nQ`)
    if (leaf.kind === 'half-title')
      operators.push(`q 1 0 0 1 ${left} ${bottom} cm\n${drawHalfTitle(kit, fonts.title)}\nQ`)
    if (geometry.marks) {
      drawings['Marks'] = marks
      operators.push(`/Marks Do\nq /All cs 1 scn\n${slugLine(pageLabel(leaf))}\nQ`)
    }
    // Only what this page draws with: a font that no page names is not written at all.
    const faces: PressFace[] = [
      ...(geometry.marks || leaf.kind === 'notes' ? (['text'] as const) : []),
      ...(leaf.kind === 'notes' ? (['strong'] as const) : []),
      ...(leaf.kind === 'printed' ? [] : (['title'] as const)),
    ]
    const resources = file.dict({
      XObject: drawings,
      ColorSpace: geometry.marks ? { All: plates } : {},
      Font: Object.fromEntries(faces.map(face => [face, fonts[face].ref])),
      ...(leaf.kind === 'notes' && { ExtGState: overprintStates }),
    })
    page.set('Resources', resources)
    page.set('Contents', file.add(pack(file.dict(), operators.join('\n'))))
    return page
  }
}

/** Makes a printed sheet a drawing that ends at `cut`, with the corner of its trim at `corner`: what Chromium painted beyond would run
 *  into the marks. @returns with how it is drawn, by its name */
export function sheetForm(
  file: PdfFile,
  sheet: Page,
  { plan, corner, cut }: { plan: PagePlan; corner: readonly [number, number]; cut: PageBox },
): { form: Ref; draw(name: string): string } {
  const content = sheet.stream
  if (!content) throw new Error('a sheet without content')
  const { x, y } = printedTrim(sheet.height, plan)
  const [left, bottom] = [round(corner[0] - x), round(corner[1] - y)]
  const box = [cut[0] - left, cut[1] - bottom, cut[2] - left, cut[3] - bottom].map(round)
  const dict = formDict(file, box, sheet.resources)
  dict.set('Filter', content.dict.get('Filter') ?? null)
  return {
    form: file.add(new Stream(dict, content.bytes)),
    // Patterns are placed from the origin of the drawing they belong to: moving the page would leave them behind, moving
    // a drawing takes them along.
    draw: name => `q 1 0 0 1 ${left} ${bottom} cm /${name} Do Q`,
  }
}

const formDict = (file: PdfFile, box: readonly number[], resources: PlainDict | Value | undefined) =>
  file.dict({ Type: 'XObject', Subtype: 'Form', BBox: box, Resources: resources ?? {} })
