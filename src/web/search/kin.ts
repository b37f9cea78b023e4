import type { Index } from './index.ts'
import { isNoun } from './intents.ts'
import type { Synonyms } from './synonyms.ts'
import type { Way } from './wish.ts'
import type { Word } from './words.ts'

/** Phrases that hold a word, and words that begin as it: « boulangerie », of « boulanger ». A short one is hardly said for the whole: « vin », of « vin
 *  d'honneur ». */
export const phrasesWith = (stem: string, synonyms: Synonyms): Way[] =>
  [...synonyms.values()].flatMap(phrases =>
    phrases
      .filter(({ stems: [first = '', ...rest] }) =>
        rest.length > 0
          ? stem.length > SHORT && (first === stem || rest.includes(stem))
          : stem.length >= TRADE && first.startsWith(stem) && first !== stem,
      )
      .flatMap(({ group }) => group.map((stems): Way => ({ stems, weight: LOOSE }))),
  )

const SHORT = 3

/** Letters of a word that others are made of. */
const TRADE = 6

/** What a phrase is worth of which one word was typed. */
const LOOSE = 0.4

/** What a word of the same root is worth. */
export const KIN = 0.3

/** Parts that hold a word which may be but a name's. */
const FEW = 8

/** Words that begin as an unfinished one: the most used. */
const BEGINNINGS = 30

/** Words of the same root, and what an unfinished word may become. */
export function kin(
  word: Word,
  index: Index,
  { unfinished, meant }: { unfinished: boolean; meant: boolean },
): Way[] {
  const { stem, folded } = word
  const same = index.kinOf(stem)
  const roots = folded.length > 4 && folded.endsWith('er') && !isNoun(folded) ? [folded.slice(0, -2)] : []
  // « isoler » where texts speak of isolation alone.
  if (roots[0] && !index.weightsOf(stem) && same.length === 0) roots.push(...index.beginning(roots[0]))
  const ways = [...same, ...roots].map((other): Way => ({ stems: [other], weight: KIN }))
  const held = index.weightsOf(stem)?.size ?? 0
  // « PLU » is an acronym of the kit, and no convention « pluriannuelle ».
  if (!unfinished || folded.length < 2 || /^\d/.test(folded) || (meant && held > 0)) return ways
  // A word that texts hold in names alone is hardly meant as such: « coop », of « Coop’Manau ».
  const weight = held > FEW || (held > 0 && (word.named || index.isCommon(word))) ? 0.15 : 0.7
  const longer = index
    .beginning(folded)
    .filter(other => other !== folded && !same.includes(other))
    .sort((a, b) => index.rarityOf(a) - index.rarityOf(b))
    .slice(0, BEGINNINGS)
  return [...ways, ...longer.map((other): Way => ({ stems: [other], weight }))]
}
