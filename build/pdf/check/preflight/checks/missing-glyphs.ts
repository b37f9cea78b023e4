import { type Check, findFaults, judge, plural } from '../check.ts'

export const glyphesAbsents: Check = {
  code: 'glyphes-absents',
  titre: 'Signes absents de leur police',
  pourquoi: 'À la place d’un signe absent, l’imprimé montre un rectangle ou un blanc.',
  limite: () => 'aucun',
  mesure({ file }) {
    const { pages, details } = findFaults(file.pages, ({ texts }) =>
      texts.flatMap(({ font, size, missing }) =>
        missing > 0 ? [`${plural(missing, 'signe')} en ${font.name} ${size} pt`] : [],
      ),
    )
    // A glyph that is there and draws nothing: which pages show it is not noted, as no page of ours ever does.
    const undrawn = file.undrawn.map(
      ({ font, letters }) => `« ${letters} » n’a pas de dessin en ${font.name}`,
    )
    return judge({ pages, details: [...details, ...undrawn] }, 'erreur', {
      sain: 'aucun',
      fautif:
        pages.length > 0
          ? plural(pages.length, 'page concernée', 'pages concernées')
          : plural(undrawn.length, 'signe sans dessin', 'signes sans dessin'),
    })
  },
}
