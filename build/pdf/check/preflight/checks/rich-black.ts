import type { Ink } from '../../../press/colour/ink.ts'
import { findFaults, french, inkName, measured, type PressCheck } from '../check.ts'

/** In points: above, a shift between two plates no longer blurs the letters. */
const LIMIT = 12

export const richBlack: PressCheck = {
  id: 'noir-enrichi',
  title: 'Petit texte en noir seul',
  why: 'Un petit texte noir imprimé en quatre encres bave au moindre décalage des plaques.',
  limit: () => `aucun noir enrichi sous ${LIMIT} pt`,
  run: ({ file }) =>
    measured(
      findFaults(file.pages, ({ texts }) =>
        texts.flatMap(({ size, paint, font }) =>
          size < LIMIT && paint.ink && isRichBlack(paint.ink)
            ? [`${font.name} ${french(size)} pt en ${inkName(paint.ink)}`]
            : [],
        ),
      ),
      'aucun',
    ),
}

/** Black with other inks in it: nearly full black, or a grey made of the three colours. */
export function isRichBlack([c, m, y, k]: Ink): boolean {
  const colours = c + m + y
  const built = Math.min(c, m, y) >= 0.5 && Math.max(c, m, y) - Math.min(c, m, y) <= 0.3
  return (k >= 0.8 && colours > 0) || (built && k >= 0.3)
}
