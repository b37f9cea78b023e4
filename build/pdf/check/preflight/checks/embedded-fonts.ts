import { plural } from '../../../../../src/french.ts'
import { findFaults, measured, type PressCheck } from '../check.ts'

export const embeddedFonts: PressCheck = {
  id: 'polices-incorporees',
  title: 'Polices incorporées',
  why: 'Une police absente du fichier serait remplacée par une autre.',
  limit: () => 'toutes',
  run({ file }) {
    const names = new Set(file.pages.flatMap(({ fonts }) => fonts.map(({ name }) => name)))
    return measured(
      findFaults(file.pages, page => page.fonts.filter(({ embedded }) => !embedded).map(({ name }) => name)),
      plural(names.size, 'police incorporée', 'polices incorporées'),
    )
  },
}
