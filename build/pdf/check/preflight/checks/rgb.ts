import { type Check, findFaults, judge } from '../check.ts'
import { isScreenSpace } from '../read/colours.ts'

export const rvb: Check = {
  code: 'rvb',
  titre: 'Couleurs d’écran (RVB)',
  pourquoi:
    'Une couleur d’écran serait convertie par l’imprimeur, sans que personne n’ait choisi ses encres.',
  limite: () => 'aucune',
  mesure: ({ file }) =>
    judge(
      findFaults(file.pages, ({ spaces }) => [...spaces].filter(isScreenSpace).sort()),
      'erreur',
      { sain: 'aucune' },
    ),
}
