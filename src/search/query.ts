import { isAmount, isIntent, isQuestion } from './grammar.ts'
import { isKindOfPlace, type Names, placeAt } from './places.ts'
import { spellingMeant } from './spelling.ts'
import type { Index } from './text-index.ts'
import { LONG_WORD_LETTERS, share, UNFINISHED_WORDS, wayWeight } from './weights.ts'
import { isInside, plainStemsOf, plainWordsOf, type SearchWord, wordsOf } from './words.ts'

/** One way to say a wish: all its stems together. `weight`: its nearness to the typed words; `name`: the place. */
type Way = { stems: readonly string[]; weight: number; name?: string }

/** One thing that is looked for, in all the ways of saying it, what was typed first; `share`: how much of the query it is, from 0 to 1;
 *  `intent`: it only says what one wants to do. */
export type Wish = { ways: readonly Way[]; share: number; intent?: true }

/** Content of a query. */
type Query = {
  wishes: Wish[]
  /** As it would be written without its slips, when no text holds what was typed. */
  corrected: string | null
  /** The words, as typed, that no text holds. */
  unheld: string[]
  /** Région of a place that no text holds. */
  region: string | null
  /** The place, when the query asks for nothing else: « exemple en Bretagne ». */
  place: string | null
  /** True when no text holds the words of the subject. */
  beside: boolean
}

/** The words and names that a query is compared with. */
type Lexicon = { index: Index; synonyms: Synonyms; names: Names }

/** First stem of a phrase → the phrases, the longest first, each with the others of its group. */
type Synonyms = ReadonlyMap<string, readonly { stems: string[]; group: readonly string[][] }[]>

export function readSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const table = new Map<string, { stems: string[]; group: string[][] }[]>()
  for (const words of groups) {
    const group = words.map(plainStemsOf).filter(stems => stems.length > 0)
    for (const stems of group) {
      const [first = ''] = stems
      const synonyms = [...(table.get(first) ?? []), { stems, group: group.filter(other => other !== stems) }]
      table.set(
        first,
        synonyms.sort((a, b) => b.stems.length - a.stems.length),
      )
    }
  }
  return table
}

/** Reads a query as a person meant it: without its slips it may say words that mean others. The last word may be unfinished. */
export function readQuery(query: string, lexicon: Lexicon): Query {
  const subject = subjectOf(query)
  const typed = read(subject, lexicon)
  if (typed.corrected === null) return typed
  return { ...read(typed.corrected, lexicon), corrected: typed.corrected, unheld: typed.unheld }
}

function read(query: string, lexicon: Lexicon): Query {
  const { index } = lexicon
  const words = plainWordsOf(query)
  const hasSubject = words.some(({ folded }) => !isIntent(folded))
  const wishes: Wish[] = []
  const unheld: string[] = []
  let region: string | null = null
  const places: string[] = []
  let isPlaceAlone = true
  let corrected = query
  let [isAnswered, isMissing, isElsewhere] = [false, false, false]
  for (let at = 0; at < words.length; ) {
    const word = words[at]
    if (!word) break
    const wholes = wordsOf(query).filter(whole => isInside(word, whole))
    const place = placeAt(words, at, query, lexicon)
    if (place) {
      const typed = words.slice(at, at + place.length)
      const way: Way = { stems: typed.map(({ stem }) => stem), weight: wayWeight.typed, name: place.name }
      places.push(place.name)
      if (isHeld(way, index)) isAnswered = true
      else {
        isMissing = true
        region ??= place.region
        unheld.push(/^\d/.test(place.name) ? query.slice(word.start, word.end) : place.name)
      }
      if (isKindOfPlace(words[at - 1])) wishes.pop()
      wishes.push({ ways: [way], share: share.place })
      at += place.length
      if (isKindOfPlace(words[at])) at++
      continue
    }
    const synonyms = phrasesAt(words, at, lexicon.synonyms)
    const { length } = synonyms
    // « Combien de temps » is the subject of no query that has another.
    const isBeside = hasSubject && length < words.length && isAmount(word.folded)
    if (isBeside && isQuestion(word.folded)) {
      at += length
      continue
    }
    const phrases = isBeside ? [] : synonyms.phrases
    const typed = words.slice(at, at + length)
    const intent = length === 1 && isIntent(word.folded)
    if (!intent && !isKindOfPlace(word)) isPlaceAlone = false
    const known = phrases.length > 0
    const isForeign =
      isAcronym(query.slice(word.start, word.end)) &&
      !index.beginning(word.folded).some(stem => stem.length <= word.folded.length + 1)
    let ways: Way[] = [
      { stems: typed.map(({ stem }) => stem), weight: wayWeight.typed },
      ...wholes.map(({ stem }) => ({ stems: [stem], weight: wayWeight.typed })),
      ...phrases.map(stems => ({ stems, weight: wayWeight.synonym })),
      ...(length === 1 && !isForeign
        ? kinOf(word, index, { ends: word.end === query.trimEnd().length, known })
        : []),
    ]
    if (length === 1 && !ways.some(way => isHeld(way, index)))
      ways.push(...phrasesWith(word.stem, lexicon.synonyms))
    const isSaid = ways.some(way => isHeld(way, index))
    // Corrects a verb such as « sauver » only when it is the whole query.
    const meant =
      isSaid || length > 1 || known || isForeign || (intent && words.length > 1)
        ? null
        : spellingMeant(word, index.spellings)
    if (meant) {
      ways = [{ stems: [meant.stem], weight: wayWeight.corrected }]
      corrected = corrected.replace(query.slice(word.start, word.end), meant.text)
    }
    const isFound = ways.some(way => isHeld(way, index))
    if (!isFound) unheld.push(query.slice(word.start, typed.at(-1)?.end))
    if (!intent && isFound) isAnswered = true
    if (!intent && !isFound) isMissing = true
    // « État civil » says what all of a query is about.
    if (length > 1 && !known && !isFound) isElsewhere = true
    wishes.push({ ways, share: shareOf(ways, index, { intent, known }), ...(intent && { intent }) })
    at += length
  }
  return {
    wishes,
    corrected: corrected === query ? null : corrected,
    unheld,
    region,
    place: places.length === 1 && isPlaceAlone ? (places[0] ?? null) : null,
    beside: isElsewhere || (isMissing && !isAnswered),
  }
}

/** Tells of a word typed as an acronym (FEDER, CRTE). If no text has it, it is neither a beginning nor a slip. */
const isAcronym = (typed: string) => /^\p{Lu}{2,5}$/u.test(typed)

/** Finds the longest phrase that begins at a word, the phrases of the same meaning, and its count of words. */
function phrasesAt(words: readonly SearchWord[], at: number, synonyms: Synonyms) {
  const stems = words.slice(at).map(({ stem }) => stem)
  const said = (synonyms.get(stems[0] ?? '') ?? []).filter(phrase =>
    phrase.stems.every((stem, offset) => stems[offset] === stem),
  )
  const length = said[0]?.stems.length ?? 1
  return {
    length,
    phrases: said.filter(phrase => phrase.stems.length === length).flatMap(({ group }) => group),
  }
}

/** Phrases that hold a word, and words that begin as it: « facture », of « facture d'énergie »; « boulangerie », of « boulanger ». */
const phrasesWith = (stem: string, synonyms: Synonyms): Way[] =>
  [...synonyms.values()].flatMap(phrases =>
    phrases
      .filter(({ stems: [first = '', ...rest] }) =>
        rest.length > 0
          ? stem.length > 3 && (first === stem || rest.includes(stem))
          : stem.length >= LONG_WORD_LETTERS - 1 && first.startsWith(stem) && first !== stem,
      )
      .flatMap(({ group }) => group.map((stems): Way => ({ stems, weight: wayWeight.partOfSynonym }))),
  )

/** Finds words of the same root and, for the last word of a query, its possible endings.
 *  @param ends the query ends with it. @param known it is a word of a group of synonyms */
function kinOf(
  { stem, folded }: SearchWord,
  index: Index,
  { ends, known }: { ends: boolean; known: boolean },
): Way[] {
  const same = index.kinOf(stem)
  const ways = same.map((other): Way => ({ stems: [other], weight: wayWeight.sameRoot }))
  const held = index.weightsOf(stem) !== undefined
  const isUnfinished = ends && folded.length > 1
  // « PLU » is an acronym of the kit, and no convention « pluriannuelle ».
  if (!isUnfinished || /^\d/.test(folded) || (known && held)) return ways
  const longer = index
    .beginning(folded)
    .filter(other => other !== folded && !same.includes(other))
    .sort((a, b) => index.rarityOf(a) - index.rarityOf(b))
    .slice(0, UNFINISHED_WORDS)
  const weight = held ? wayWeight.longer : wayWeight.unfinished
  return [...ways, ...longer.map((other): Way => ({ stems: [other], weight }))]
}

/** Weighs a word for the subject of the query: rare words count most, wishes less, and so do words missing from titles,
 *  keywords and synonyms.
 *  @param intent it only says what one wants to do. @param known synonyms have it */
function shareOf(
  ways: readonly Way[],
  index: Index,
  { intent, known }: { intent: boolean; known: boolean },
): number {
  const rarities = ways
    .map(({ stems }) => Math.max(...stems.map(stem => index.rarityOf(stem))))
    .filter(rarity => rarity > 0)
  const ofIntent = intent ? share.intent : 1
  if (rarities.length === 0) return share.unheldWord * ofIntent
  const topic = known || ways.some(({ stems }) => stems.every(stem => index.isTopic(stem)))
  return Math.min(...rarities) * ofIntent * (topic ? 1 : share.inPassing)
}

const isHeld = ({ stems, name }: Way, index: Index) =>
  name === undefined ? index.says(stems) : index.weightsOfName(name) !== undefined

/** `la fiche sur la mobilité`, `pdf fiche 8`: before what a fiche is about, or before its number. */
const before =
  /^\s*(?:(?:t[ée]l[ée]charge[rz]?|imprimer|pdf|la|le|de|du)\s+)*fiche\s+(?:sur\s+|n(?:um[ée]ro|[o°])?\s*(?=\d))?(?=\d|\p{L}{3})/iu

/** `… en PDF` */
const behind = /\s+(?:en\s+)?pdf\s*$/i

/** `dans notre commune`, `de mon village`: who asks, and not what. */
const asker =
  /(?<![\p{L}-])(?:(?:dans|de|sur|pour|par|à|a|en)\s+)?(?:mon|ma|nos|notre)\s+(?:petite?\s+)?(?:agglo(?:m[ée]ration)?|com ?com|commune|d[ée]partement|epci|interco(?:mmunalit[ée])?|mairie|m[ée]tropole|quartier|territoire|village|ville)s?(?![\p{L}-])/giu

/** `notre` before a word is no law, but after « loi ». */
const ours = /(?<![\p{L}-]|[Ll]oi )[Nn]otre\s+(?=\p{L})/gu

/** Gives the subject of a query, without the asker (« de ma commune ») and the request (« la fiche … en PDF »). A number
 *  alone says too little. */
export function subjectOf(query: string): string {
  const subject = query.replace(before, '')
  const named = subject === query ? query : subject.replace(behind, '')
  const whole = subject !== query && /^\d/.test(named) ? `fiche ${named}` : named
  const without = whole.replace(asker, ' ').replace(ours, '')
  return plainWordsOf(without).length > 0 ? without : whole
}
