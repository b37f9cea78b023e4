import { plural } from '../../../../../src/french.ts'
import { findFaults, french, measured, type PressCheck, pagesOf } from '../check.ts'
import type { TextFacts } from '../read/facts.ts'

/** In points: under it the smallest shift of three or four plates fills thin letters. */
const LIMIT = 10

export const reversedText: PressCheck = {
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
}

const reversedOf = (texts: readonly TextFacts[]) =>
  texts.filter(({ size, paint }) => size < LIMIT - 0.05 && paint.coverage === 0)

const isThin = ({ font }: TextFacts) => !/(semi|demi|extra)?(bold|black|heavy)$/i.test(font.name)

const nameOf = ({ font, size }: TextFacts) => `${font.name} ${french(size)} pt`
