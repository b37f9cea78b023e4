import { type Check, findFaults, judge, plural } from '../check.ts'

export const policesIncorporees: Check = {
  code: 'polices-incorporees',
  titre: 'Polices incorporées',
  pourquoi: 'Une police absente du fichier serait remplacée par une autre.',
  limite: () => 'toutes',
  mesure({ file }) {
    const names = new Set(file.pages.flatMap(({ fonts }) => fonts.map(({ name }) => name)))
    return judge(
      findFaults(file.pages, page => page.fonts.filter(({ embedded }) => !embedded).map(({ name }) => name)),
      'erreur',
      {
        sain: plural(names.size, 'police incorporée', 'polices incorporées'),
      },
    )
  },
}
