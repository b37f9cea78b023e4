import { findFaults, measured, type PressCheck } from '../check.ts'
import { isScreenSpace } from '../read/colours.ts'

export const rgb: PressCheck = {
  id: 'rvb',
  title: 'Couleurs d’écran (RVB)',
  why: 'Une couleur d’écran serait convertie par l’imprimeur, sans que personne n’ait choisi ses encres.',
  limit: () => 'aucune',
  run: ({ file }) =>
    measured(
      findFaults(file.pages, ({ spaces }) => [...spaces].filter(isScreenSpace).sort()),
      'aucune',
    ),
}
