import { findFaults, measured, type PressCheck } from '../check.ts'

export const printerMarks: PressCheck = {
  id: 'reperes',
  title: 'Repères hors de la page',
  why: 'Les repères s’impriment dans les quatre encres à la fois : dans la page, ils satureraient le papier.',
  limit: () => 'aucun objet en Separation All dans le fond perdu',
  run: ({ file }) =>
    measured(
      findFaults(file.pages, ({ paints }) =>
        paints.some(({ space }) => space === 'Separation All') ? ['couleur de repérage dans la page'] : [],
      ),
      'aucun',
    ),
}
