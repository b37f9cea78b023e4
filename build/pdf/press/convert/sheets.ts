import type { Kit } from '../../../../src/kit.ts'
import { nameOf } from '../../faults.ts'
import { deflate } from '../../file/packer.ts'
import { unpack } from '../../file/packing.ts'
import type { Page } from '../../file/pages.ts'
import type { PdfFile } from '../../file/pdf-file.ts'
import { openConverter } from '../colour/converter.ts'
import { hexOf, inksOf, type Rgb } from '../colour/ink.ts'
import type { Profile } from '../colour/profile.ts'
import { type Place, type StrayColour, StrayColourError } from '../faults.ts'
import type { Leaf } from '../sheet/leaves.ts'
import type { Conversion } from './conversion.ts'
import { convertPictures } from './pictures.ts'
import { convertContent } from './resources.ts'
import { inkTint, maskTint } from './tints.ts'

/** Brings the printed sheets to ink, with all that they show.
 *  @returns the content of each sheet, deflated while the next are converted
 *  @throws StrayColourError naming every colour without ink, UnprintableError at the first thing that cannot be brought
 *  to ink */
export async function convertSheets(
  file: PdfFile,
  leaves: readonly Leaf[],
  { kit, profile }: { kit: Kit; profile: Profile },
): Promise<Map<Page, Promise<Uint8Array>>> {
  const inks = inksOf(kit)
  using converter = await openConverter(profile, kit.impression)
  const strays = new Map<string, StrayColour>()
  const onStray = (colour: Rgb, place: Place) => {
    const hex = hexOf(colour)
    const key = `${hex} ${place.document}`
    if (!strays.has(key)) strays.set(key, { ...place, hex, nearest: inks.nearest(colour) })
  }
  const conversion: Conversion = {
    file,
    converter,
    ink: inkTint(inks, converter, onStray),
    mask: maskTint,
    done: new Map(),
    pictures: new Map(),
  }
  const sheets = file.pages
  const contents = new Map<Page, Promise<Uint8Array>>()
  for (const leaf of leaves) {
    if (leaf.kind !== 'imprimee') continue
    const sheet = sheets[leaf.index]
    if (!sheet) throw new Error(`no sheet was printed for page ${leaf.folio}`)
    const place = { folio: leaf.folio, document: nameOf(leaf.item) }
    const content = convertContent(contentOf(sheet), sheet.resources, conversion.ink, place, conversion)
    contents.set(sheet, deflate(content))
  }
  if (strays.size > 0) throw new StrayColourError([...strays.values()])
  await convertPictures(conversion)
  return contents
}

function contentOf(page: Page): Uint8Array {
  const [only, ...others] = page.contents.map(unpack)
  if (only && others.length === 0) return only
  return Buffer.concat([only ?? NOTHING, ...others].flatMap(bytes => [bytes, NEW_LINE]))
}

const NOTHING = new Uint8Array()
const NEW_LINE = new Uint8Array([10])
