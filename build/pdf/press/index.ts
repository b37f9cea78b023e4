import { PDFArray, PDFDocument, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib'
import { formatDate } from '../../../src/french.ts'
import type { Kit } from '../../../src/kit.ts'
import type { Pages } from '../assemble.ts'
import { nameOf } from '../faults.ts'
import { metadataOf } from '../finish/metadata.ts'
import { openConverter } from './colour/converter.ts'
import { hexOf, inksOf, type Rgb } from './colour/ink.ts'
import { readProfile } from './colour/profile.ts'
import type { Conversion } from './convert/conversion.ts'
import { convertPictures } from './convert/pictures.ts'
import { convertContent } from './convert/resources.ts'
import { inkTint, maskTint } from './convert/tints.ts'
import { describe } from './describe.ts'
import { type Place, type StrayColour, StrayColourError } from './faults.ts'
import { save } from './save.ts'
import { compose } from './sheet/compose.ts'
import { planSheet } from './sheet/geometry.ts'
import { type Leaf, planLeaves } from './sheet/leaves.ts'
import { sectionsOf } from './sheet/sections.ts'
import { unpack } from './stream.ts'

export type PressInput = {
  /** The sheets as Chromium printed them, with their bleed. */
  printed: Uint8Array
  kit: Kit
  /** Where each document is in the edition. */
  pages: Pick<Pages, 'count' | 'documents'>
  /** The edition's date, ISO 8601. */
  date: string
  /** What the edition is made from, hashed. */
  fingerprint: string
  /** Name of the file, for its slug lines. */
  fileName: string
}

/** The printer's PDF (PDF/X-4) from the printed sheets: every colour as ink, boxes, marks, output intent. The same input
 *  gives the same bytes.
 *  @throws StrayColourError naming each colour that the charter does not hold, UnprintableError for anything that cannot
 *  be brought to ink, PressSettingError when `impression` in kit.yaml cannot be followed */
export async function makePressPdf({
  printed,
  kit,
  pages,
  date,
  fingerprint,
  fileName,
}: PressInput): Promise<Uint8Array> {
  const geometry = planSheet(kit.impression)
  const leaves = planLeaves(sectionsOf(kit, pages), kit.impression)
  const profile = await readProfile(kit)
  const pdf = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: 1e9 })
  const sheets = pdf.getPages()
  if (sheets.length !== pages.count)
    throw new Error(`${sheets.length} sheets were printed for ${pages.count} pages`)

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

  const metadata = metadataOf(kit, date)
  const condition = profile.condition ?? profile.description
  const root = await compose(pdf, {
    kit,
    geometry,
    leaves,
    contents,
    fileLabel: `${fileName} · ${formatDate(date.slice(0, 10))} · ${condition}`,
    pageLabel: leaf => `page ${leaf.folio} · ${familyOf(leaf, kit)}`,
  })
  const settings = JSON.stringify([kit.impression, kit.tokens, profile.description, fileName])
  describe(pdf, { metadata, profile, fingerprint: `${fingerprint}\n${settings}`, pages: root })
  return save(pdf)
}

/** The content of a page; several streams are one content. @see ISO 32000-1 §7.8.2 */
function contentOf(page: PDFPage): Uint8Array {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map(ref => page.doc.context.lookup(ref)) : [contents]
  return Buffer.concat(
    streams.flatMap(stream => (stream instanceof PDFRawStream ? [unpack(stream), NEW_LINE] : [])),
  )
}

const NEW_LINE = new Uint8Array([10])

/** What a page belongs to, in the words of the charter. */
function familyOf(leaf: Leaf, { familles }: Kit): string {
  if (leaf.kind !== 'imprimee') return leaf.kind === 'notes' ? 'Notes' : 'Page blanche'
  const { item } = leaf
  if (item.kind === 'page') return item.page.titre_court
  if (item.kind !== 'fiche') return nameOf(item)
  const famille = familles.find(({ id }) => id === item.fiche.famille)
  return `${famille?.singulier ?? 'Fiche'} ${item.fiche.numero}`
}
