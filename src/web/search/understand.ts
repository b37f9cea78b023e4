import { parted } from './compounds.ts'
import { placeOfDemonym } from './demonyms.ts'
import type { Index, Spelling } from './index.ts'
import { infinitivesOf } from './infinitives.ts'
import { isIntent } from './intents.ts'
import { KIN, kin, phrasesWith } from './kin.ts'
import { acronymMeant, isAcronym, waysOfLetters } from './letters.ts'
import { isMeasure, waysToMeasure } from './measures.ts'
import { departementAt, type Names, nameAt } from './names.ts'
import { spellingMeant } from './spelling.ts'
import { subjectOf } from './subject.ts'
import type { Synonyms } from './synonyms.ts'
import type { Way, Wish } from './wish.ts'
import { isExpression, isInside, isKindOfPlace, plainWordsOf, stemOf, type Word, wordsOf } from './words.ts'

/** What a query asks for. */
export type Understood = {
  wishes: Wish[]
  /** As it would be written without its slips, when no text holds what was typed. */
  corrected: string | null
  /** The words, as typed, that no text holds. */
  unheld: string[]
  /** What it is about is told by such words, which no reader found an answer with. */
  beside: boolean
}

/** Reads a query as a person meant it: without its slips it may say words that mean others. The last word may be unfinished. */
export function understand(query: string, lexicon: Lexicon): Understood {
  const typed = read(parted(subjectOf(query), lexicon.index), lexicon)
  return typed.corrected === null
    ? typed
    : { ...read(typed.corrected, lexicon), corrected: typed.corrected, unheld: typed.unheld }
}

/** The words and names that a query is compared with. */
export type Lexicon = {
  index: Index
  synonyms: Synonyms
  names: Names
  /** Words that the synonyms alone hold. */
  unheld: readonly Spelling[]
  /** The acronyms of the kit, without capitals. */
  acronyms: ReadonlySet<string>
}

function read(query: string, lexicon: Lexicon): Understood {
  const { index, synonyms, names } = lexicon
  const words = plainWordsOf(query).map(word => asInfinitive(word, lexicon))
  const compounds = wordsOf(query).filter(whole => words.some(word => isInside(word, whole)))
  const wishes: Wish[] = []
  const unheld: string[] = []
  let corrected = query
  const about = { said: false, missing: false, lost: false }
  for (let at = 0; at < words.length; ) {
    const word = words[at]
    if (!word) break
    const wholes = compounds.filter(whole => isInside(word, whole))
    const measure = /^\d/.test(word.folded) ? wholes.find(({ stem }) => isMeasure(stem)) : undefined
    const named =
      nameAt(words, at, query, lexicon) ??
      (measure === undefined ? departementAt(words, at, query, lexicon) : undefined)
    if (named) {
      const typed = words.slice(at, at + named.words.length)
      const way: Way = { stems: typed.map(({ stem }) => stem), weight: 1, name: named.name }
      if (!isHeld(way, index))
        unheld.push(/^\d/.test(named.name) ? query.slice(word.start, word.end) : named.name)
      // « La ville de Metz », « Dijon métropole »: what a place is says nothing of what is looked for there.
      if (at > 0 && isKindOfPlace(words[at - 1])) wishes.pop()
      wishes.push({ ways: [way], share: PLACED })
      about[isHeld(way, index) ? 'said' : 'missing'] = true
      // A set expression says what all of it is about; a town may be but where.
      if (!isHeld(way, index) && isExpression(named.name)) about.lost = true
      at += typed.length
      if (isKindOfPlace(words[at])) at++
      continue
    }
    const left = words.slice(at).map(({ stem }) => stem)
    const whole = (synonyms.get(word.stem) ?? []).filter(({ stems }) => isBeginning(stems, left))
    // Who types a long name ends in the midst of it: « coopérative d'activités ».
    const phrases =
      whole.length === 0 && left.length > 1
        ? (synonyms.get(word.stem) ?? []).filter(
            ({ stems }) => stems.length <= 2 * left.length && isBeginning(left, stems),
          )
        : whole
    const length = Math.min(phrases[0]?.stems.length ?? 1, left.length)
    const typed = words.slice(at, at + length)
    // The last word may be typed no further, another be cut short: « appro local ».
    const unfinished =
      typed.length === 1 &&
      (at + length === words.length
        ? word.end === query.trimEnd().length
        : word.folded.length >= SHORT && !index.weightsOf(word.stem))
    const letters =
      length === 1 &&
      measure === undefined &&
      isAcronym(query.slice(word.start, word.end)) &&
      !index.hasWord(word)
    const place = length === 1 ? placeOfDemonym(word.folded, names) : null
    const ways: Way[] =
      measure === undefined
        ? [
            ...(letters
              ? waysOfLetters(word, lexicon)
              : [{ stems: typed.map(({ stem }) => stem), weight: 1 }]),
            ...wholes.map(({ stem }): Way => ({ stems: [stem], weight: 1 })),
            ...phrases
              .filter(({ stems }) => stems.length === length || whole.length === 0)
              .flatMap(({ group }) => group.map((stems): Way => ({ stems, weight: 0.8 }))),
            ...(length === 1 && !letters ? kin(word, index, { unfinished, meant: phrases.length > 0 }) : []),
            ...(place === null ? [] : [{ stems: [word.stem], weight: INHABITANTS, name: place }]),
          ]
        : waysToMeasure(measure.stem, index)
    // A word that phrases alone hold means what they mean: « facture », of « facture d'énergie ».
    if (length === 1 && measure === undefined && !letters && !ways.some(way => isHeld(way, index)))
      ways.push(...phrasesWith(word.stem, synonyms))
    const lacks = !ways.some(way => way.weight !== KIN && isHeld(way, index))
    // What one wants to do is said in many words, unless it is all that is typed.
    const meant =
      lacks && place === null && phrases.length === 0 && (words.length === 1 || !isIntent(word.folded))
        ? letters
          ? acronymMeant(word, lexicon)
          : spelt(
              word,
              ways.some(way => isHeld(way, index)),
              lexicon,
            )
        : null
    if (meant) corrected = corrected.replace(query.slice(word.start, word.end), index.written(meant))
    const understood = meant ? [{ stems: [meant.stem], weight: 0.9 }] : ways
    const answered = understood.some(way => isHeld(way, index))
    if (!answered) unheld.push(query.slice(word.start, (measure ?? typed.at(-1))?.end))
    // A phrase says what it is about, whatever word it begins with: « prêter une salle ».
    const intent = typed.length === 1 && isIntent(word.folded)
    wishes.push({
      ways: understood,
      share: shareOf(understood, index, { intent, meant: phrases.length > 0 }),
    })
    if (!intent) about[answered ? 'said' : 'missing'] = true
    at += length
  }
  return {
    wishes,
    corrected: corrected === query ? null : corrected,
    unheld,
    beside: about.lost || (about.missing && !about.said),
  }
}

/** A verb as one would look it up, where the kit does not hold the form that was typed: « achète », of acheter. */
function asInfinitive(word: Word, { index, synonyms }: Lexicon): Word {
  const holds = (stem: string) => index.weightsOf(stem) !== undefined || synonyms.has(stem)
  if (holds(word.stem)) return word
  const folded = infinitivesOf(word.folded).find(one => one !== word.folded && holds(stemOf(one)))
  return folded === undefined ? word : { ...word, folded, stem: stemOf(folded) }
}

/** How much of a query the name of a place is: it is but where something is looked for. */
const PLACED = 0.5

/** What a place is worth whose inhabitants were typed. */
const INHABITANTS = 0.9

const spelt = (word: Word, kin: boolean, { index, unheld }: Lexicon): Spelling | null =>
  spellingMeant(word, kin, index.spellings()) ?? spellingMeant(word, kin, unheld)

const isBeginning = (first: readonly string[], all: readonly string[]) =>
  first.length <= all.length && first.every((stem, at) => all[at] === stem)

/** Rare words are what a query is about; what one wants to do is less, and so is a word that no title, no keyword and no synonym
 *  holds: it was written in passing. A word that no text holds counts as half a rare one. */
function shareOf(
  ways: readonly Way[],
  index: Index,
  { intent, meant }: { intent: boolean; meant: boolean },
): number {
  const rarities = ways.map(({ stems }) => Math.max(...stems.map(stem => index.rarityOf(stem))))
  if (!rarities.some(one => one > 0)) return UNHELD * (intent ? 0.25 : 1)
  const rarity = Math.min(...rarities.filter(one => one > 0), 1)
  const akin = ways.some(way => way.weight !== KIN && isHeld(way, index)) ? 1 : AKIN
  const topic = meant || ways.some(({ stems }) => stems.every(stem => index.isTopic(stem)))
  return akin * rarity * (intent ? (meant ? MEANT : 0.25) : 1) * (topic ? 1 : PASSING)
}

const PASSING = 0.8

/** What a word counts for of which texts hold others of the same root alone: a « mandatement » is no mandate. */
const AKIN = 0.6

const MEANT = 0.5

/** What a word counts for that no text holds. */
const UNHELD = 0.7

/** Letters of a word cut short. */
const SHORT = 4

const isHeld = ({ stems, name }: Way, index: Index) =>
  name === undefined ? stems.every(stem => index.rarityOf(stem) > 0) : index.weightsOfName(name) !== undefined
