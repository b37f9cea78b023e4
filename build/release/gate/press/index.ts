import { count, type Look, onPage } from '../../../../src/problems/finding.ts'
import { lettersOf } from '../../../judge/audit/words.ts'
import { readFile as readPressFile } from '../../../pdf/check/preflight/read/read-file.ts'
import { openConverter } from '../../../pdf/press/colour/converter.ts'
import { readProfile } from '../../../pdf/press/colour/profile.ts'
import { readArtefact } from '../../manifest.ts'
import type { Edition } from '../edition.ts'
import { shortBleeds } from './bleed.ts'
import { compareCover } from './cover.ts'
import { compareInks } from './inks.ts'
import { compareLook } from './look.ts'
import { faultyMarks } from './marks.ts'
import { openSheets, type Sheet } from './open-sheets.ts'
import { comparePictures } from './pictures.ts'
import { drawSheets } from './raster.ts'
import { compareWords } from './words.ts'

/** Holds the printer's PDF against the screen PDF, page by page: one print made both, and nobody reads a hundred pages twice. */
export async function* judgePress({ material, dir, manifest, home }: Edition): Look {
  const { kit, pdf, signal } = material
  const [screen, press] = await Promise.all([
    readArtefact(dir, manifest, 'pdf-ecran'),
    readArtefact(dir, manifest, 'pdf-impression'),
  ])
  const bytes = { screen, press }
  const text = await pdf()
  using proof = await openConverter(await readProfile(kit), kit.impression)
  const { sheets, shown } = await openSheets(kit, text, bytes, signal)
  const words = compareWords(sheets)
  const { pages: facts, intents } = readPressFile(press)
  const condition = intents.map(({ condition }) => condition).find(name => /^FOGRA/i.test(name)) ?? null
  const pages = sheets.filter(({ printed }) => printed !== null).length
  // A page that is another one differs in all else too.
  const matched = sheets.filter(({ press }) => !words.some(({ page, other }) => other && page === press))
  for (const { other: _, ...finding } of words) yield finding
  yield* comparePictures(matched)
  yield* compareCover({ kit, dir, manifest, text, shown, pages, signal })
  yield* await compareInks(matched, facts, { home, dir: kit.dir, proof })
  for await (const { sheet, printed, shown, bleed } of drawSheets(matched, bytes, signal)) {
    if (shown) yield* compareLook(sheet, printed, shown, proof)
    for (const message of shortBleeds(printed, bleed)) yield onPage(sheet.press, message)
    if (!kit.impression.reperes) continue
    for (const message of [
      ...faultyMarks(printed, facts[sheet.press - 1], bleed),
      ...misnumbered(sheet),
      ...unconditioned(sheet, condition),
    ])
      yield onPage(sheet.press, message)
  }
  const pictures = sheets.reduce((sum, { printed }) => sum + (printed?.pictures.length ?? 0), 0)
  return `${count(sheets.length, 'page')} comparées au PDF à lire : mots et place de chacun, ${count(pictures, 'image')}, encres d’après tokens.json, aspect, encre jusqu’au fond perdu, repères`
}

/** Under its bleed a sheet says which page it is: by that the printer lays pages in their order. */
function misnumbered({ press, printed }: Sheet): string[] {
  const slugPage = /\bpage (\d+)/.exec(printed?.slug ?? '')?.[1]
  return slugPage === String(press) ? [] : [`Sous le fond perdu, la page se dit « page ${slugPage ?? '?'} ».`]
}

/** Under its bleed a sheet says what it was made for, unless the line was too short for all that it says.
 *  @param condition the registered name of the printing condition; null: it has none */
function unconditioned({ printed }: Sheet, condition: string | null): string[] {
  const slug = printed?.slug ?? ''
  return condition === null || slug.includes('…') || lettersOf(slug).includes(lettersOf(condition))
    ? []
    : [`Sous le fond perdu, la page ne dit pas la condition d’impression ${condition}.`]
}
