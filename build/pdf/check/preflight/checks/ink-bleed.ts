import { onPage } from '../../../../../src/problems/finding.ts'
import { french, measured, type PressCheck } from '../check.ts'

/** A pixel of the raster and its rounding, in mm. */
const TOLERANCE = 0.4

export const inkBleed: PressCheck = {
  id: 'encre-au-bord',
  title: 'Encre dans le fond perdu',
  why: 'Une boîte peut déclarer un fond perdu que l’encre n’atteint pas : un filet blanc apparaît alors au bord.',
  limit: ({ kit }) =>
    `l’encre qui franchit le format fini va à ${french(kit.impression.fond_perdu)} mm au-delà (à ${french(TOLERANCE)} mm près)`,
  run({ ink, kit }) {
    const crossing = ink.pages.flatMap(({ page, bleed }) => (bleed == null ? [] : [{ page, bleed }]))
    const findings = crossing
      .filter(({ bleed }) => bleed < kit.impression.fond_perdu - TOLERANCE)
      .map(({ page, bleed }) => onPage(page, `${french(bleed, 1)} mm d’encre au-delà du format fini`))
    const least = Math.min(...crossing.map(({ bleed }) => bleed))
    const evidence =
      crossing.length > 0
        ? `${french(least, 1)} mm au moins, mesurés point par point`
        : 'aucune encre au bord'
    return measured(findings, evidence, evidence)
  },
}
