import { type Check, findFaults, judge } from '../check.ts'

export const surimpression: Check = {
  code: 'surimpression',
  titre: 'Surimpression',
  pourquoi: 'Une couleur en surimpression s’ajoute à celle du dessous ; du blanc en surimpression disparaît.',
  limite: () => 'aucune (avertissement)',
  mesure: ({ file }) =>
    judge(
      findFaults(file.pages, ({ overprint }) => (overprint ? ['surimpression demandée'] : [])),
      'avertissement',
      { sain: 'aucune' },
    ),
}
