import { onPage, verified } from '../../../../../src/problems/finding.ts'
import { french, type InkMeasure, type PressCheck } from '../check.ts'
import { darkestPixel } from '../read/colours.ts'
import type { PageFacts } from '../read/read-file.ts'

/** The darkest point of each page, from what it is painted with. Without overprint and without transparency every point shows the
 *  one object that was painted last: the darkest gives the bound. */
export function estimateInk(pages: readonly PageFacts[]): Extract<InkMeasure, { method: 'estimation' }> {
  const unsure: { page: number; why: string }[] = []
  const estimated = pages.map(({ page, coverages, pictures, mixes }) => {
    const all = [...coverages, ...pictures.map(({ stream }) => darkestPixel(stream))]
    const [mix] = mixes
    if (mix) unsure.push({ page, why: mix })
    else if (all.includes(null)) unsure.push({ page, why: 'couleur inconnue' })
    return { page, coverage: Math.max(0, ...all.map(coverage => coverage ?? 0)) }
  })
  return { method: 'estimation', pages: estimated, unsure }
}

/** A raster counts in steps of 255, each of the four inks rounded. */
const RASTER_STEP = 1

export const inkCoverage: PressCheck = {
  id: 'encrage',
  title: 'Encrage total',
  why: 'Trop d’encre au même endroit ne sèche pas et macule la feuille suivante.',
  limit: ({ kit }) => `${french(kit.impression.encrage_max)} % dans le fond perdu`,
  run({ ink, kit }) {
    const limit = kit.impression.encrage_max
    const findings = ink.pages
      .filter(({ coverage }) => coverage > limit + RASTER_STEP)
      .map(({ page, coverage }) => onPage(page, `${french(coverage, 0)} %`))
    const highest = ink.pages.reduce((best, page) => (page.coverage > best.coverage ? page : best), {
      page: 0,
      coverage: 0,
    })
    const how =
      ink.method === 'ghostscript'
        ? `mesuré par Ghostscript ${ink.version}`
        : 'estimé sans Ghostscript, d’après les encres de chaque objet'
    const evidence = `${french(highest.coverage, 0)} % au plus${highest.page > 0 ? ` (page ${highest.page})` : ''}, ${how}`
    if (ink.method === 'ghostscript' || findings.length > 0 || ink.unsure.length === 0)
      return verified(evidence, findings)
    const unsure = ink.unsure.map(({ page, why }) =>
      onPage(page, `non mesurable sans Ghostscript (${why})`, 'remarque'),
    )
    return { state: 'non-verifie', reason: evidence, findings: unsure }
  },
}
