import { folio, type PagePlan } from '../../../src/text/index.ts'
import { type Cache, kept } from '../../ground/index.ts'
import {
  digestsIn,
  type MarkBox,
  type Marks,
  openSheetPrinter,
  type Pictures,
  type Workshops,
} from '../../paper/index.ts'
import { finish } from '../bind/finish.ts'
import { PdfFile } from '../object/pdf-file.ts'
import { writeFile } from '../object/write-file.ts'

type TemplateOptions = {
  workshops: Workshops
  pictures: Pictures
  /** All that decides how sheets are printed, beside themselves. */
  tools: readonly string[]
  cache: Cache
  plan: PagePlan
}

/** Prints the pieces of any excerpt: a page each, named, whose ArtBox is the piece.
 *  @throws PaginationError when a piece is cut, PrintError, TaggingError */
export async function makeTemplate(
  sheets: readonly string[],
  { workshops, pictures, tools, cache, plan }: TemplateOptions,
): Promise<Uint8Array> {
  const html = sheets.join('\n')
  return kept(cache, 'extrait', [html, ...digestsIn(html, pictures), ...tools], async () => {
    await using printer = await openSheetPrinter(workshops)
    const { pdf, marks } = await printer.print({
      item: { kind: 'sommaire', id: 'sommaire' },
      html,
      first: folio(1),
      bottoms: null,
    })
    const finished = await finish(pdf, {
      document: { title: 'Mon kit', number: null },
      plan,
      marks,
      first: 1,
    })
    return framePieces(finished, marks)
  })
}

/** @see ISO 32000-1 §14.11.2: the ArtBox is the extent of what a page is there for */
async function framePieces(finished: Uint8Array, { marks }: Marks): Promise<Uint8Array> {
  const file = PdfFile.open(finished)
  for (const { tag, page, box } of marks) {
    const sheet = file.pages[page - 1]
    if (tag === 'article' && box && sheet)
      sheet.dict.set('ArtBox', file.list(inPoints(box, sheet.box('MediaBox'))))
  }
  return writeFile(file, { version: '1.7', objects: 'plain' })
}

/** A box of the tab, in px from the top left corner of the sheet, in pt of its page, whose boxes lie in the middle of the sheet. */
function inPoints([left, top, right, bottom]: MarkBox, media: readonly number[] = []): number[] {
  const [, low = 0, , high = 0] = media
  const up = (length: number) => low + high - length * PT_PER_PX
  return [left * PT_PER_PX, up(bottom), right * PT_PER_PX, up(top)].map(
    length => Math.round(length * 1000) / 1000,
  )
}

const PT_PER_PX = 0.75
