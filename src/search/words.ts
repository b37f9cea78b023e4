import { fold } from '../text/index.ts'
import { isSilent } from './grammar.ts'

/** A word of a text: as it is compared, and where it stands. `named`: it begins with a capital. */
export type SearchWord = { stem: string; folded: string; start: number; end: number; named: boolean }

/** Acronyms with points, numbers with the spaces or points of their thousands, words with the endings of inclusive writing (`élu.e.s`), all else. */
const written =
  /(?<![\p{L}\p{M}\p{N}])(?:\p{L}\.){1,9}\p{L}(?![\p{L}\p{N}])|2[ABab](?![\p{L}\p{N}])|\d{1,3}(?:[.\u0020\u00a0\u202f]\d{3})+(?![\d])|\d+(?:[.,]\d{1,2}(?!\d))?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[.·](?:t?r?ice|euse|[èe]re|ive|[lnt]?e)(?:[.·]s)?(?![\p{L}]))?|\p{N}+/gu

/** A text without accents, case and signs, one space around each word. */
export const plain = (text: string) =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** The words of a text, those of questions and grammar left out. Parts of a compound are words, and so is the whole
 *  (`co-voiturage` → co, voiturage, covoiturage). */
export function wordsOf(text: string): SearchWord[] {
  const words: SearchWord[] = []
  let before: { folded: string; start: number; end: number } | null = null
  for (const { 0: word, index: start } of text.matchAll(written)) {
    const end = start + word.length
    const { folded, named } = formOf(word)
    const isNumber = /^\d/.test(folded)
    const silent = isSilent(folded)
    if (!silent) words.push({ stem: stemOf(folded), folded, start, end, named })
    if (before && text.slice(before.end, start) === '-' && !isNumber && !silent && !isSilent(before.folded)) {
      const compound: string = before.folded + folded
      words.push({ stem: stemOf(compound), folded: compound, start: before.start, end, named })
    }
    before = { folded, start, end }
  }
  return words
}

/** The words of a text without those that are made of others: a phrase is its parts alone. */
export const plainWordsOf = (text: string): SearchWord[] =>
  wordsOf(text).filter((word, index, all) => !all.some((other, at) => at !== index && isInside(other, word)))

/** Their stems. */
export const plainStemsOf = (text: string): string[] => plainWordsOf(text).map(({ stem }) => stem)

export const isInside = (inner: SearchWord, outer: SearchWord) =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start

type WordForm = Pick<SearchWord, 'folded' | 'named'>

const forms = new Map<string, WordForm>()

/** Texts say the same words time and again: each is read once. */
function formOf(word: string): WordForm {
  const read = forms.get(word)
  if (read) return read
  const form = { folded: foldedOf(word), named: /^\p{Lu}/u.test(word) }
  forms.set(word, form)
  return form
}

function foldedOf(word: string): string {
  if (/^\d/.test(word))
    return /^\d{1,3}(?:\D\d{3})+$/.test(word)
      ? word.replace(/\D/g, '')
      : word === '0'
        ? 'zero'
        : word.replace('.', ',').toUpperCase()
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return fold(word.replaceAll('.', ''))
  const folded = fold(word.replace(/(?<=\p{L})[.·].*$/u, ''))
  return shortened.get(folded) ?? folded
}

/** Places are often typed so; a plural that no rule makes. */
const shortened: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['dept', 'departement'],
  ['dpt', 'departement'],
  ['baux', 'bail'],
])

const stems = new Map<string, string>()

/** One form for the plural, the feminine and the masculine of a word: never more than its ending, so that no word becomes
 *  another's (Rennes is not « renouvelables »). */
function stemOf(folded: string): string {
  const cached = stems.get(folded)
  if (cached !== undefined) return cached
  const stem = endings(folded)
  stems.set(folded, stem)
  return stem
}

function endings(folded: string): string {
  if (folded.length < 4 || /^\d/.test(folded)) return folded
  const singular = folded
    .replace(/eaux$/, 'eau')
    .replace(/(?<=..)aux$/, 'al')
    // A voix is no voie: x is the plural of -au, -eu and -ou alone.
    .replace(/s$|(?<=[aeo]u)x$/, '')
  return singular
    .replace(/trice$/, 'teur')
    .replace(/euse$/, 'eur')
    .replace(/ive$/, 'if')
    .replace(/ique$/, 'ic')
    .replace(/(?<=.....|[iu])e+$/, '')
    .replace(/(?<=...)([lnt])\1$/, '$1')
}

/** Gives the root that a stem shares with its family: subvention, subventionner. Short words have no family. A root is
 *  weaker evidence than the stem. */
export function rootOf(stem: string): string {
  let root = stem
  for (let turn = 0; turn < 2; turn++) {
    const shorter = root
      .replace(
        /(?:ation|ateur|ement|ment|ition|iteur|[ai]bilit|age|ois|er|ir|ant|eur|if|[ai]bl|ist|ism|ion|ier|it)$/,
        '',
      )
      .replace(/([lnt])\1$/, '$1')
    if (shorter.length < 5) return root.replace(/at(?:ion|eur)$/, 'at')
    root = shorter
  }
  return root
}

/** About how a French word sounds, its end left out that nobody hears: numerik and numérique, enfence and enfance. */
export const soundOf = (folded: string): string =>
  folded
    .replace(/ph/g, 'f')
    .replace(/oo/g, 'ou')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/(?:c|q)u(?=[eioa])|q|k|c(?=[^eiyh]|$)|ck/g, 'k')
    .replace(/ss|c(?=[eiy])|z|(?<=[lnr])t(?=ion)/g, 's')
    .replace(/eau|au/g, 'o')
    .replace(/ai|ei|(?<=.)ae/g, 'e')
    .replace(/y/g, 'i')
    .replace(/e(?=[nm][^aeiou])/g, 'a')
    .replace(/h/g, '')
    .replace(/(.)\1/g, '$1')
    .replace(/(?<=...)(?:es?|[stxd]+)$/, '')
