import { departementOfCode } from './departement-of-code.ts'
import type { Index } from './index.ts'
import { isExpression, isKindOfPlace, plain, plainWordsOf, type Word, withoutArticle } from './words.ts'

/** First word of a name → the names, the longest first; a set expression is told by its stems. */
export type Names = ReadonlyMap<string, readonly { words: string[]; name: string }[]>

export function readNames(lieux: readonly string[]): Names {
  const table = new Map<string, { words: string[]; name: string }[]>()
  for (const name of [...lieux].sort((a, b) => b.length - a.length)) {
    const words = plainWordsOf(name).map(({ folded, stem }) => (isExpression(name) ? stem : folded))
    const [first] = words
    if (first !== undefined) table.set(first, [...(table.get(first) ?? []), { words, name }])
  }
  return table
}

/** The name that begins at a word of a query. A word that texts use too is a name where it is written as one (« Nord »), and a name
 *  that has words of grammar needs them, if it is not all that is typed: « la garde » is a town, a « garde » is none. */
export function nameAt(
  words: readonly Word[],
  at: number,
  query: string,
  { index, names }: { index: Index; names: Names },
) {
  const word = words[at]
  if (!word) return undefined
  const whole = plain(query)
  return [...(names.get(word.folded) ?? []), ...(names.get(word.stem) ?? [])].find(
    ({ words: wanted, name }) =>
      wanted.every((one, offset) => words[at + offset]?.[isExpression(name) ? 'stem' : 'folded'] === one) &&
      (isExpression(name) ||
        ((wanted.length > 1 || word.named || !index.isCommon(word)) &&
          (wanted.join(' ') === plain(name).trim() ||
            whole.includes(plain(name)) ||
            (word.named && plain(withoutArticle(name)) === whole)))),
  )
}

/** The département that a word tells by its number, after what it is (« département 35 »), or by a postcode or the code of a commune, alone
 *  or before its name: « 35000 Rennes », a number that no text holds. */
export function departementAt(
  words: readonly Word[],
  at: number,
  query: string,
  lexicon: { index: Index; names: Names },
) {
  const { folded = '', stem = '' } = words[at] ?? {}
  if (isKindOfPlace(words[at - 1]) && departement.test(folded)) return { words: [folded], name: folded }
  const name = departementOfCode(folded)
  if (name === undefined || lexicon.index.weightsOf(stem)) return undefined
  return at + 1 === words.length || nameAt(words, at + 1, query, lexicon)
    ? { words: [folded], name }
    : undefined
}

const departement = /^(?:97\d|\d\d|2[AB])$/
