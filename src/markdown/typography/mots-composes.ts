import type { Wrap } from './rule.ts'

const compose = /(?<![\p{L}\p{N}_-])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+(?![\p{L}\p{N}_-])/gu

/** Up to this length a hyphenated word stays on one line: longer ones would leave a hole at the end of the line before. */
const longueur = 20

/** « faut-il », « co-construction », « Île-de-France » stay in one piece; the hyphen stays a plain hyphen, for search
 *  and copy. */
export const motsComposes: Wrap = {
  nom: 'mots-composes',
  si: /-/,
  type: 'insecable',
  spans: text =>
    [...text.matchAll(compose)]
      .filter(({ 0: word }) => word.length <= longueur)
      .map(({ 0: word, index }) => ({ start: index, end: index + word.length })),
}
