import { departementOfCode } from './departement-of-code.ts'
import { type Index, withoutArticle } from './text-index.ts'
import { plain, plainWordsOf, type SearchWord } from './words.ts'

/** First word of a name → the names, the longest first. */
export type Names = ReadonlyMap<string, readonly { words: string[]; name: string; region: string }[]>

/** @param lieux names of places by région */
export function readNames(lieux: Readonly<Record<string, readonly string[]>>): Names {
  const table = new Map<string, { words: string[]; name: string; region: string }[]>()
  const names = Object.entries(lieux).flatMap(([region, list]) => list.map(name => ({ name, region })))
  for (const { name, region } of names.sort((a, b) => b.name.length - a.name.length)) {
    const words = plainWordsOf(name).map(({ folded }) => folded)
    const [first] = words
    if (first !== undefined) table.set(first, [...(table.get(first) ?? []), { words, name, region }])
  }
  return table
}

/** The place that a query names at one of its words, how many words name it, and its région; null: a number tells it. */
type NamedPlace = { name: string; length: number; region: string | null }

type PlaceLexicon = { index: Index; names: Names }

export const placeAt = (
  words: readonly SearchWord[],
  at: number,
  query: string,
  lexicon: PlaceLexicon,
): NamedPlace | undefined => nameAt(words, at, query, lexicon) ?? departementAt(words, at, query, lexicon)

/** Finds the name that begins at a word. A name that is also a common word must be written as a name (« Nord »). A name with
 *  words of grammar needs them, unless it is the whole query: « la garde » is a town, a « garde » is not. */
function nameAt(
  words: readonly SearchWord[],
  at: number,
  query: string,
  { index, names }: PlaceLexicon,
): NamedPlace | undefined {
  const word = words[at]
  if (!word) return undefined
  const whole = plain(query)
  const named = names
    .get(word.folded)
    ?.find(
      ({ words: wanted, name }) =>
        wanted.every((one, offset) => words[at + offset]?.folded === one) &&
        (wanted.length > 1 || word.named || !index.isCommon(word)) &&
        (wanted.join(' ') === plain(name).trim() ||
          whole.includes(plain(name)) ||
          (word.named && plain(withoutArticle(name)) === whole)),
    )
  return named && { name: named.name, length: named.words.length, region: named.region }
}

/** Finds the département of a number after its kind (« département 35 »). Also that of a postcode or the code of a commune,
 *  alone or before its name (« 35000 Rennes »), if no text has the number. */
function departementAt(
  words: readonly SearchWord[],
  at: number,
  query: string,
  lexicon: PlaceLexicon,
): NamedPlace | undefined {
  const { folded = '', stem = '' } = words[at] ?? {}
  if (isKindOfPlace(words[at - 1]) && /^(?:97\d|\d\d|2[AB])$/.test(folded))
    return { name: folded, length: 1, region: null }
  const name = departementOfCode(folded)
  if (name === undefined || lexicon.index.weightsOf(stem)) return undefined
  return at + 1 === words.length || nameAt(words, at + 1, query, lexicon)
    ? { name, length: 1, region: null }
    : undefined
}

/** Tells of the kind of a place, which is not searched for: « métropole » in `Dijon métropole`, « ville » in `la ville de Metz`. */
export const isKindOfPlace = (word: SearchWord | undefined): boolean =>
  word !== undefined && kindsOfPlace.has(word.folded)

const kindsOfPlace: ReadonlySet<string> = new Set(
  'agglo agglomeration commune departement mairie metropole region ville'.split(' '),
)
