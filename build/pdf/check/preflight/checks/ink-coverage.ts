import { type Check, french } from '../check.ts'

/** A raster counts in steps of 255, each of the four inks rounded. */
const TOLERANCE = 1

export const encrage: Check = {
  code: 'encrage',
  titre: 'Encrage total',
  pourquoi: 'Trop d’encre au même endroit ne sèche pas et macule la feuille suivante.',
  limite: ({ kit }) => `${french(kit.impression.encrage_max)} % dans le fond perdu`,
  mesure({ ink, kit }) {
    const limit = kit.impression.encrage_max
    const faults = ink.pages.filter(({ coverage }) => coverage > limit + TOLERANCE)
    const highest = ink.pages.reduce((best, page) => (page.coverage > best.coverage ? page : best), {
      page: 0,
      coverage: 0,
    })
    const how =
      ink.method === 'ghostscript'
        ? `mesuré par Ghostscript ${ink.version}`
        : 'estimé sans Ghostscript, d’après les encres de chaque objet'
    const valeur = `${french(highest.coverage, 0)} % au plus${highest.page > 0 ? ` (page ${highest.page})` : ''}, ${how}`
    const details = faults.map(({ page, coverage }) => `page ${page} : ${french(coverage, 0)} %`)
    if (details.length > 0)
      return { verdict: 'erreur', valeur, pages: faults.map(({ page }) => page), details }
    const unsure = ink.method === 'estimation' ? ink.unsure : []
    return {
      verdict: unsure.length > 0 ? 'non-mesure' : 'conforme',
      valeur,
      pages: unsure.map(({ page }) => page),
      details: unsure.map(({ page, why }) => `page ${page} : non mesurable sans Ghostscript (${why})`),
    }
  },
}
