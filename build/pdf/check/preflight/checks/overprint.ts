import { findFaults, measured, type PressCheck } from '../check.ts'

export const overprint: PressCheck = {
  id: 'surimpression',
  title: 'Surimpression',
  why: 'Une couleur en surimpression s’ajoute à celle du dessous ; du blanc en surimpression disparaît.',
  limit: () => 'aucune, pour le noir non plus : le fond s’efface sous lui, l’imprimeur règle le reste',
  run: ({ file }) =>
    measured(
      findFaults(file.pages, ({ overprint }) => (overprint ? ['surimpression demandée'] : []), 'remarque'),
      'aucune',
    ),
}
