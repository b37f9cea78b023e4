import { type Check, findFaults, judge } from '../check.ts'

/** Colour as a screen or a measure knows it: nobody knows beforehand with which inks it will be printed. */
const screen = /DeviceRGB|CalRGB|CalGray|^Lab$|Indexed Lab|ICCBased \(3\)/

export const isScreenSpace = (space: string) => screen.test(space)

export const rvb: Check = {
  code: 'rvb',
  titre: 'Couleurs d’écran (RVB)',
  pourquoi: 'Une couleur d’écran serait convertie par l’imprimeur, sans que personne n’ait choisi ses encres.',
  limite: () => 'aucune',
  mesure: ({ file }) =>
    judge(
      findFaults(file.pages, ({ spaces }) => [...spaces].filter(isScreenSpace).sort()),
      'erreur',
      { sain: 'aucune', fautif: 'il en reste' },
    ),
}
