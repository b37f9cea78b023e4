import { type Check, findFaults, judge } from '../check.ts'

export const transparence: Check = {
  code: 'transparence',
  titre: 'Transparence',
  pourquoi:
    'PDF/X-4 l’admet, mais un ancien système d’impression l’aplatit à sa façon. Mieux vaut qu’il n’y en ait pas.',
  limite: () => 'aucune (avertissement)',
  mesure: ({ file }) =>
    judge(
      findFaults(file.pages, page => [...page.transparency].sort()),
      'avertissement',
      { sain: 'aucune' },
    ),
}
