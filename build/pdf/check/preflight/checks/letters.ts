import { plural } from '../../../../../src/french.ts'
import { onPage } from '../../../../../src/problems/finding.ts'
import { families } from '../../../page/styles.ts'
import { findFaults, french, measured, ofPages, type PressCheck, pagesOf } from '../check.ts'
import type { TextFacts } from '../read/facts.ts'

/** In points: under it the smallest shift of three or four plates fills thin letters. */
const LIMIT = 10

export const letters: PressCheck[] = [
  {
    id: 'texte-en-reserve',
    title: 'Petit texte en réserve',
    why: 'Du texte blanc sur un aplat de trois ou quatre encres se bouche au moindre décalage des plaques : il lui faut un trait épais.',
    limit: () => `sous ${LIMIT} pt, en demi-gras ou en gras seulement`,
    run({ file }) {
      const small = findFaults(file.pages, ({ texts }) => reversedOf(texts).map(nameOf))
      const sizes = file.pages.flatMap(({ texts }) => reversedOf(texts).map(({ size }) => size))
      const evidence =
        sizes.length > 0
          ? `${french(Math.min(...sizes))} pt au moins, sur ${plural(pagesOf(small).length, 'page')}`
          : 'aucun'
      const thin = findFaults(
        file.pages,
        ({ texts }) => reversedOf(texts).filter(isThin).map(nameOf),
        'remarque',
      )
      return measured(thin, evidence, evidence)
    },
  },
  {
    id: 'texte-en-trame',
    title: 'Petit texte en noir plein',
    why: 'Un gris s’imprime en points de noir, qui mangent le trait des petites lettres.',
    limit: () => `aucun noir tramé sous ${LIMIT} pt`,
    run: ofPages('aucun', ({ texts }) =>
      texts.filter(isScreened).map(text => `${nameOf(text)} en noir à ${french(text.paint.coverage ?? 0)} %`),
    ),
  },
  {
    id: 'polices-incorporees',
    title: 'Polices incorporées',
    why: 'Une police absente du fichier serait remplacée par une autre.',
    limit: () => 'toutes',
    run({ file }) {
      const names = new Set(file.pages.flatMap(({ fonts }) => fonts.map(({ name }) => name)))
      return measured(
        findFaults(file.pages, page =>
          page.fonts.filter(({ embedded }) => !embedded).map(({ name }) => name),
        ),
        plural(names.size, 'police incorporée', 'polices incorporées'),
      )
    },
  },
  {
    id: 'polices-type-3',
    title: 'Polices dessinées (Type 3)',
    why: 'Une police Type 3 s’imprime sans les réglages de finesse des vraies polices, et certains imprimeurs la refusent.',
    limit: () => 'aucune',
    run: ofPages('aucune', ({ fonts }) =>
      fonts.filter(({ subtype }) => subtype === 'Type3').map(({ name }) => name),
    ),
  },
  {
    id: 'polices-familles',
    title: 'Familles de caractères',
    why: 'Une autre police trahit un signe que celles de la charte n’ont pas, et que l’ordinateur a pris ailleurs.',
    limit: () => families.join(', '),
    run: ofPages('celles de la charte', ({ fonts }) =>
      fonts
        .map(({ name }) => name)
        .filter(name => !families.some(family => plain(name).startsWith(plain(family)))),
    ),
  },
  {
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
  },
]

const reversedOf = (texts: readonly TextFacts[]) =>
  texts.filter(({ size, paint }) => size < LIMIT - 0.05 && paint.coverage === 0)

/** In black ink alone, and not all of it. */
const isScreened = ({ size, paint: { ink, coverage } }: TextFacts) =>
  size < LIMIT - 0.05 &&
  ink !== null &&
  ink[0] + ink[1] + ink[2] === 0 &&
  coverage !== null &&
  coverage > 0 &&
  coverage < 100

const isThin = ({ font }: TextFacts) => !/(semi|demi|extra)?(bold|black|heavy)$/i.test(font.name)

const nameOf = ({ font, size }: TextFacts) => `${font.name} ${french(size)} pt`

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
