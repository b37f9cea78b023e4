import type { Kit } from '../../../../../src/kit.ts'
import { isDrawing } from '../../../../../src/svg/is-drawing.ts'
import { verified } from '../../../../judge/check.ts'
import type { Ink } from '../../../press/colour/ink.ts'
import { findFaults, inkName, measured, type PressCheck, type Subject } from '../check.ts'

/** A ten-thousandth, as the file writes its inks. */
const TOLERANCE = 1e-4

export const palette: PressCheck = {
  id: 'palette',
  title: 'Encres de la charte',
  why: 'Chaque couleur de la charte a ses pourcentages d’encre, et eux seuls : elle est la même sur toutes les pages. Un dessin du kit a ses couleurs à lui.',
  limit: ({ inks }) => `les encres des ${inks.all.length} couleurs de la charte, au millième`,
  run({ file, inks, kit }) {
    const used = new Set(
      file.pages.flatMap(({ paints }) => paints.flatMap(({ ink }) => (ink ? [String(ink)] : []))),
    )
    if (hasDrawings(kit)) return verified(`${used.size} encrages différents, ceux des dessins compris`, [])
    const faults = findFaults(file.pages, ({ paints }) =>
      paints.flatMap(({ ink }) => (ink && !isCharted(ink, inks) ? [inkName(ink)] : [])),
    )
    return measured(faults, `${used.size} encrages différents, tous de la charte`)
  },
}

const hasDrawings = ({ images }: Kit) => Object.keys(images).some(isDrawing)

const isCharted = (ink: Ink, { all }: Subject['inks']) =>
  all.some(entry => entry.ink.every((value, index) => Math.abs(value - (ink[index] ?? 0)) <= TOLERANCE))
