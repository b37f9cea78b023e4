import { PDFArray, type PDFDocument, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib'
import type { Kit } from '../../../../src/kit.ts'
import { nameOf } from '../../faults.ts'
import { openConverter } from '../colour/converter.ts'
import { hexOf, inksOf, type Rgb } from '../colour/ink.ts'
import type { Profile } from '../colour/profile.ts'
import { type Place, type StrayColour, StrayColourError } from '../faults.ts'
import type { Leaf } from '../sheet/leaves.ts'
import { unpack } from '../stream.ts'
import type { Conversion } from './conversion.ts'
import { convertPictures } from './pictures.ts'
import { convertContent } from './resources.ts'
import { inkTint, maskTint } from './tints.ts'

/** Brings the printed sheets to ink, with all that they show.
 *  @returns the content of each sheet
 *  @throws StrayColourError naming every colour without ink, UnprintableError at the first thing that cannot be brought
 *  to ink */
export async function convertSheets(
  pdf: PDFDocument,
  leaves: readonly Leaf[],
  { kit, profile }: { kit: Kit; profile: Profile },
): Promise<Map<PDFPage, Uint8Array>> {
  const inks = inksOf(kit)
  using converter = await openConverter(profile, kit.impression)
  const strays = new Map<string, StrayColour>()
  const onStray = (colour: Rgb, place: Place) => {
    const hex = hexOf(colour)
    const key = `${hex} ${place.document}`
    if (!strays.has(key)) strays.set(key, { ...place, hex, nearest: inks.nearest(colour) })
  }
  const conversion: Conversion = {
    context: pdf.context,
    converter,
    ink: inkTint(inks, converter, onStray),
    mask: maskTint,
    done: new Map(),
    pictures: new Map(),
  }
  const sheets = pdf.getPages()
  const contents = new Map<PDFPage, Uint8Array>()
  for (const leaf of leaves) {
    if (leaf.kind !== 'imprimee') continue
    const sheet = sheets[leaf.index]
    if (!sheet) throw new Error(`no sheet was printed for page ${leaf.folio}`)
    const place = { folio: leaf.folio, document: nameOf(leaf.item) }
    contents.set(
      sheet,
      convertContent(contentOf(sheet), sheet.node.Resources(), conversion.ink, place, conversion),
    )
  }
  if (strays.size > 0) throw new StrayColourError([...strays.values()])
  await convertPictures(conversion)
  return contents
}

/** The content of a page; several streams are one content. @see ISO 32000-1 §7.8.2 */
function contentOf(page: PDFPage): Uint8Array {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents]
  return Buffer.concat(
    streams.flatMap(stream => (stream instanceof PDFRawStream ? [unpack(stream), NEW_LINE] : [])),
  )
}

const NEW_LINE = new Uint8Array([10])
