import { plural } from '../../../../../src/french.ts'
import { onPage } from '../../../../judge/check.ts'
import { findFaults, measured, type PressCheck } from '../check.ts'

export const missingGlyphs: PressCheck = {
  id: 'glyphes-absents',
  title: 'Signes absents de leur police',
  why: 'À la place d’un signe absent, l’imprimé montre un rectangle ou un blanc.',
  limit: () => 'aucun',
  run({ file }) {
    const missing = findFaults(file.pages, ({ texts }) =>
      texts.flatMap(({ font, size, missing }) =>
        missing > 0 ? [`${plural(missing, 'signe')} en ${font.name} ${size} pt`] : [],
      ),
    )
    // A glyph that is there and draws nothing: which pages show it is not noted, as no page of ours ever does.
    const undrawn = file.undrawn.map(({ font, letters }) =>
      onPage(null, `« ${letters} » n’a pas de dessin en ${font.name}`),
    )
    return measured(
      [...missing, ...undrawn],
      'aucun',
      missing.length > 0 ? undefined : plural(undrawn.length, 'signe sans dessin', 'signes sans dessin'),
    )
  },
}
