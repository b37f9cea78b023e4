import type { Ink } from '../../../press/colour/ink.ts'
import { type Check, findFaults, inkName, judge, type Subject } from '../check.ts'

/** A ten-thousandth, as the file writes its inks. */
const TOLERANCE = 1e-4

export const palette: Check = {
  code: 'palette',
  titre: 'Encres de la charte',
  pourquoi:
    'Chaque couleur de la charte a ses pourcentages d’encre, et eux seuls : elle est la même sur toutes les pages.',
  limite: ({ inks }) => `les encres des ${inks.all.length} couleurs de la charte, au millième`,
  mesure({ file, inks }) {
    const used = new Set(
      file.pages.flatMap(({ paints }) => paints.flatMap(({ ink }) => (ink ? [String(ink)] : []))),
    )
    const faults = findFaults(file.pages, ({ paints }) =>
      paints.flatMap(({ ink }) => (ink && !isCharted(ink, inks) ? [inkName(ink)] : [])),
    )
    return judge(faults, 'erreur', {
      sain: `${used.size} encrages différents, tous de la charte`,
    })
  },
}

const isCharted = (ink: Ink, { all }: Subject['inks']) =>
  all.some(entry => entry.ink.every((value, index) => Math.abs(value - (ink[index] ?? 0)) <= TOLERANCE))
