import { type Check, findFaults, judge } from '../check.ts'

export const reperes: Check = {
  code: 'reperes',
  titre: 'Repères hors de la page',
  pourquoi:
    'Les repères s’impriment dans les quatre encres à la fois : dans la page, ils satureraient le papier.',
  limite: () => 'aucun objet en Separation All dans le fond perdu',
  mesure: ({ file }) =>
    judge(
      findFaults(file.pages, ({ paints }) =>
        paints.some(({ space }) => space === 'Separation All') ? ['couleur de repérage dans la page'] : [],
      ),
      'erreur',
      { sain: 'aucun' },
    ),
}
