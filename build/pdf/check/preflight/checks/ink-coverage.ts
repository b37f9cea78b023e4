import { onPage, verified } from '../../../../judge/check.ts'
import { french, type PressCheck } from '../check.ts'

/** A raster counts in steps of 255, each of the four inks rounded. */
const TOLERANCE = 1

export const inkCoverage: PressCheck = {
  id: 'encrage',
  title: 'Encrage total',
  why: 'Trop d’encre au même endroit ne sèche pas et macule la feuille suivante.',
  limit: ({ kit }) => `${french(kit.impression.encrage_max)} % dans le fond perdu`,
  run({ ink, kit }) {
    const limit = kit.impression.encrage_max
    const findings = ink.pages
      .filter(({ coverage }) => coverage > limit + TOLERANCE)
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
