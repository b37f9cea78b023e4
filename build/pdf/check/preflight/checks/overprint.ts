import { findFaults, measured, type PressCheck } from '../check.ts'

export const overprint: PressCheck = {
  id: 'surimpression',
  title: 'Surimpression',
  why: 'Une couleur en surimpression s’ajoute à celle du dessous ; du blanc en surimpression disparaît.',
  limit: () => 'aucune (avertissement)',
  run: ({ file }) =>
    measured(
      findFaults(file.pages, ({ overprint }) => (overprint ? ['surimpression demandée'] : []), 'remarque'),
      'aucune',
    ),
}
