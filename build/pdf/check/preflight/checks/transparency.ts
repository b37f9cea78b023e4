import { findFaults, measured, type PressCheck } from '../check.ts'

export const transparency: PressCheck = {
  id: 'transparence',
  title: 'Transparence',
  why: 'PDF/X-4 l’admet, mais un ancien système d’impression l’aplatit à sa façon. Mieux vaut qu’il n’y en ait pas.',
  limit: () => 'aucune (avertissement)',
  run: ({ file }) =>
    measured(
      findFaults(file.pages, page => [...page.transparency].sort(), 'remarque'),
      'aucune',
    ),
}
