import { formatDate } from '../../../src/french.ts'
import type { Kit } from '../../../src/kit.ts'
import type { Pages } from '../assemble.ts'
import { shareResources } from '../bind/share-resources.ts'
import { nameOf } from '../faults.ts'
import { PdfFile } from '../file/pdf-file.ts'
import { writeFile } from '../file/write-file.ts'
import { metadataOf } from '../finish/metadata.ts'
import { readProfile } from './colour/profile.ts'
import { convertSheets } from './convert/sheets.ts'
import { describe } from './describe.ts'
import { compose } from './sheet/compose.ts'
import { planSheet } from './sheet/geometry.ts'
import { type Leaf, planLeaves } from './sheet/leaves.ts'
import { sectionsOf } from './sheet/sections.ts'

export type PressInput = {
  /** The sheets of each document as Chromium printed them, with their bleed, in reading order. */
  printed: readonly Uint8Array[]
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
  const file = PdfFile.join(printed)
  if (file.pages.length !== pages.count)
    throw new Error(`${file.pages.length} sheets were printed for ${pages.count} pages`)
  shareResources(file)
  const contents = await convertSheets(file, leaves, { kit, profile })
  const metadata = metadataOf(kit, date)
  const condition = profile.condition ?? profile.description
  const root = await compose(file, {
    kit,
    geometry,
    leaves,
    contents,
    fileLabel: `${fileName} · ${formatDate(date.slice(0, 10))} · ${condition}`,
    pageLabel: leaf => `page ${leaf.folio} · ${familyOf(leaf, kit)}`,
  })
  const settings = JSON.stringify([kit.impression, kit.tokens, profile.description, fileName])
  describe(file, { metadata, profile, fingerprint: `${fingerprint}\n${settings}`, pages: root })
  // Plain objects: old presses read the file too.
  return writeFile(file, { version: '1.6', objects: 'plain' })
}

/** What a page belongs to, in the words of the charter. */
function familyOf(leaf: Leaf, { familles }: Kit): string {
  if (leaf.kind !== 'imprimee') return leaf.kind === 'notes' ? 'Notes' : 'Page blanche'
  const { item } = leaf
  if (item.kind === 'page') return item.page.titre_court
  if (item.kind !== 'fiche') return nameOf(item)
  const famille = familles.find(({ id }) => id === item.fiche.famille)
  return `${famille?.singulier ?? 'Fiche'} ${item.fiche.numero}`
}
