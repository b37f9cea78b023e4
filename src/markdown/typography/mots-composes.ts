import type { Wrap } from './rule.ts'

/** Up to this length a hyphenated word stays on one line: longer ones would leave a hole at the end of the line before. */
const longueur = 20

// A name with an underscore, or with a hyphen at its edge, is no word.
const composes = /(?<![\p{L}\p{N}_-])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+(?![\p{L}\p{N}_-])/gu

/** « faut-il », « co-construction », « Île-de-France » stay in one piece; the hyphen stays a plain hyphen, for search
 *  and copy. */
export const motsComposes: Wrap = {
  nom: 'mots-composes',
  type: 'insecable',
  tag: 'span',
  attrs: [['class', 'insecable']],
  spans: text =>
    [...text.matchAll(composes)]
      .filter(([mot]) => mot.length <= longueur)
      .map(({ 0: mot, index }) => ({ start: index, end: index + mot.length })),
}
