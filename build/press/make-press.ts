import type { Kit } from '../../src/kit/index.ts'
import { formatDate } from '../../src/problems/index.ts'
import type { Cache } from '../ground/index.ts'
import { nameOf, type Pages } from '../paper/index.ts'
import {
  metadataOf,
  type Page,
  PdfFile,
  type PrintedSheets,
  type Ref,
  shareResources,
  writeFile,
} from '../pdf/index.ts'
import { type Profile, readProfile } from './colour/profile.ts'
import { composeCover } from './cover.ts'
import { describe } from './describe.ts'
import { inkSheets, type PrintedSection } from './ink-sheets.ts'
import { compose } from './sheet/compose.ts'
import {
  coversOf,
  type Leaf,
  type PressSection,
  planLeaves,
  planSheet,
  sectionsOf,
  spineWidth,
} from './sheet/plan.ts'

export type PressInput = {
  /** The sheets of each document, in reading order. */
  printed: readonly PrintedSheets[]
  kit: Kit
  pages: Pick<Pages, 'count' | 'documents'>
  cache: Cache
  /** The edition's date, ISO 8601. */
  date: string
  fingerprint: string
  fileName: string
}

/** Makes the printer's PDF (PDF/X-4) from the printed sheets: every colour as ink, boxes, marks, output intent.
 *  @throws StrayColourError naming each colour that the charter does not hold, UnprintableError, PressSettingError */
export async function makePressPdf(input: PressInput): Promise<Uint8Array> {
  const { kit, pages } = input
  const geometry = planSheet(kit.impression)
  const leaves = planLeaves(sectionsOf(kit, pages), kit.impression)
  const items = new Set(leaves.flatMap(leaf => (leaf.kind === 'printed' ? leaf.item.id : [])))
  const { file, sheets, profile } = await inkDocuments(input, ({ item }) => items.has(item.id))
  const root = await compose(file, {
    kit,
    geometry,
    leaves,
    sheets,
    fileLabel: labelOf(input, profile),
    pageLabel: leaf => `page ${leaf.folio} · ${familyOf(leaf, kit)}`,
  })
  return write(file, input, { profile, root, part: 'pages' })
}

/** The cover of a square back as one flat sheet (PDF/X-4): back, spine, front.
 *  @throws as `makePressPdf` */
export async function makeCoverPdf(input: PressInput): Promise<Uint8Array> {
  const { kit, pages } = input
  const sections = sectionsOf(kit, pages)
  const { front, back } = coversOf(sections)
  const covers = new Set([...front, ...back].map(({ item }) => item.id))
  const { file, sheets, profile } = await inkDocuments(input, ({ item }) => covers.has(item.id))
  const sheetOf = ([section]: readonly PressSection[]) => (section && sheets.get(section.first - 1)) ?? null
  const spine = spineWidth(planLeaves(sections, kit.impression).length, kit.impression)
  const root = await composeCover(file, {
    kit,
    spine,
    front: sheetOf(front),
    back: sheetOf(back),
    label: labelOf(input, profile),
  })
  return write(file, input, { profile, root, part: 'couverture' })
}

/** The documents that are asked for, in ink, in one file. @returns their sheets, by folio from 0 */
async function inkDocuments(
  { printed, kit, pages, cache }: PressInput,
  isPart: (section: PressSection) => boolean,
): Promise<{ file: PdfFile; sheets: Map<number, Page>; profile: Profile }> {
  const sections = sectionsOf(kit, pages)
  if (printed.length !== sections.length)
    throw new Error(`${printed.length} documents were printed of ${sections.length}`)
  const selection = sections.flatMap((section, index): PrintedSection[] =>
    isPart(section) ? [{ ...section, printed: printed[index] as PrintedSheets }] : [],
  )
  const profile = await readProfile(kit)
  const file = PdfFile.join(await inkSheets(selection, { kit, profile, cache }))
  await shareResources(file)
  const places = selection.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index - 1),
  )
  const sheets = new Map(file.pages.map((page, index) => [places[index] ?? 0, page]))
  return { file, sheets, profile }
}

type Labelled = Pick<PressInput, 'kit' | 'fileName' | 'date'>

/** Writes the part of the slug lines left of the registration mark. */
const labelOf = ({ fileName, date }: Labelled, { condition, description }: Profile): string =>
  `${fileName} · ${formatDate(date.slice(0, 10))} · ${condition ?? description}`

/** The same for a booklet, which is laid out of a file that was brought to ink before. */
export const slugLabel = async (input: Labelled): Promise<string> =>
  labelOf(input, await readProfile(input.kit))

function write(
  file: PdfFile,
  { kit, date, fingerprint, fileName }: PressInput,
  { profile, root, part }: { profile: Profile; root: Ref; part: 'pages' | 'couverture' },
): Promise<Uint8Array> {
  const settings = JSON.stringify([kit.impression, kit.tokens, profile.description, fileName])
  const origin = [fingerprint, settings, ...(part === 'couverture' ? [part] : [])].join('\n')
  describe(file, { metadata: metadataOf(kit, date), profile, fingerprint: origin, pages: root })
  // Plain objects: old presses read the file too.
  return writeFile(file, { version: '1.6', objects: 'plain' })
}

function familyOf(leaf: Leaf, { familles }: Kit): string {
  if (leaf.kind !== 'printed') return leaf.kind === 'notes' ? 'Notes' : 'Faux-titre'
  const { item } = leaf
  if (item.kind === 'page') return item.page.titre_court
  if (item.kind !== 'fiche') return nameOf(item)
  const famille = familles.find(({ id }) => id === item.fiche.famille)
  return `${famille?.singulier ?? 'Fiche'} ${item.fiche.numero}`
}
