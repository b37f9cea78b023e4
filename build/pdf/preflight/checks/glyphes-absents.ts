import { type Check, findFaults, judge, plural } from '../check.ts'

export const glyphesAbsents: Check = {
  code: 'glyphes-absents',
  titre: 'Signes absents de leur police',
  pourquoi: 'À la place d’un signe absent, l’imprimé montre un rectangle ou un blanc.',
  limite: () => 'aucun',
  mesure: ({ file }) =>
    judge(
      findFaults(file.pages, ({ texts }) =>
        [...texts.values()].flatMap(({ font, size, missing }) =>
          missing > 0 ? [`${plural(missing, 'signe')} en ${font.name} ${size} pt`] : [],
        ),
      ),
      'erreur',
      { sain: 'aucun' },
    ),
}
