import { formatDate } from '../../../src/french.ts'
import type { Kit } from '../../../src/kit.ts'
import type { Cache } from '../../store/cache.ts'
import { metadataOf } from '../bind/metadata.ts'
import { shareResources } from '../bind/share-resources.ts'
import { nameOf } from '../faults.ts'
import type { Page } from '../object/pages.ts'
import { PdfFile } from '../object/pdf-file.ts'
import { writeFile } from '../object/write-file.ts'
import type { Pages } from '../print/assemble.ts'
import { readProfile } from './colour/profile.ts'
import { describe } from './describe.ts'
import { inkSheets, type PrintedSection, type PrintedSheets } from './ink-sheets.ts'
import { compose } from './sheet/compose.ts'
import { planSheet } from './sheet/geometry.ts'
import { type Leaf, planLeaves } from './sheet/leaves.ts'
import { sectionsOf } from './sheet/sections.ts'

export type { PrintedSheets } from './ink-sheets.ts'

export type PressInput = {
  /** The sheets of each document, in reading order. */
  printed: readonly PrintedSheets[]
  kit: Kit
  /** Where each document is in the edition. */
  pages: Pick<Pages, 'count' | 'documents'>
  /** Where sheets in ink are kept. */
  cache: Cache
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
  cache,
  date,
  fingerprint,
  fileName,
}: PressInput): Promise<Uint8Array> {
  const geometry = planSheet(kit.impression)
  const sections = sectionsOf(kit, pages)
  if (printed.length !== sections.length)
    throw new Error(`${printed.length} documents were printed of ${sections.length}`)
  const leaves = planLeaves(sections, kit.impression)
  const profile = await readProfile(kit)
  const items = new Set(leaves.flatMap(leaf => (leaf.kind === 'printed' ? leaf.item : [])))
  const shown = sections.flatMap((section, index): PrintedSection[] =>
    items.has(section.item) ? [{ ...section, printed: printed[index] as PrintedSheets }] : [],
  )
  const file = PdfFile.join(await inkSheets(shown, { kit, profile, cache }))
  await shareResources(file, cache)
  const sheets = new Map<number, Page>()
  const folios = shown.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  )
  for (const [index, page] of file.pages.entries()) sheets.set((folios[index] ?? 0) - 1, page)
  const metadata = metadataOf(kit, date)
  const condition = profile.condition ?? profile.description
  const root = await compose(file, {
    kit,
    geometry,
    leaves,
    sheets,
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
  if (leaf.kind !== 'printed') return leaf.kind === 'notes' ? 'Notes' : 'Page blanche'
  const { item } = leaf
  if (item.kind === 'page') return item.page.titre_court
  if (item.kind !== 'fiche') return nameOf(item)
  const famille = familles.find(({ id }) => id === item.fiche.famille)
  return `${famille?.singulier ?? 'Fiche'} ${item.fiche.numero}`
}
