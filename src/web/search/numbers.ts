/** A number that is written in letters: its figure, and of how many words it is. */
export type Spoken = { figure: string; length: number }

const units = new Map(
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'
    .split(' ')
    .map((word, value) => [word, value]),
)

const tens = new Map([
  ['vingt', 20],
  ['vingts', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['septante', 70],
  ['huitante', 80],
  ['nonante', 90],
])

/** Words that are another where they stand alone: « un » is no number, « neuf » is new, a « zéro » of « zéro déchet » is a word. */
const alone: ReadonlySet<string> = new Set(['un', 'une', 'neuf', 'zero'])

/** Whether a number may begin with a word, without accents and case. */
export const beginsNumber = (word: string): boolean =>
  units.has(word) || tens.has(word) || /^(?:cents?|mille|\d{1,3})$/.test(word)

/** The number that words begin with: « quarante mille », « trois mille cinq cents », « 40 mille », « trois virgule neuf ». « Deux trois » are
 *  two numbers.
 *  @param words without accents and case, as they follow each other */
export function numberAt(words: readonly string[]): Spoken | null {
  const whole = wholeAt(words)
  const decimals = whole && words[whole.length] === 'virgule' ? wholeAt(words.slice(whole.length + 1)) : null
  if (!whole || (!decimals && whole.length === 1 && alone.has(words[0] ?? ''))) return null
  if (!decimals) return whole
  return { figure: `${whole.figure},${decimals.figure}`, length: whole.length + 1 + decimals.length }
}

function wholeAt(words: readonly string[]): Spoken | null {
  const [first = '', second = ''] = words
  const digits = /^\d{1,3}$/.test(first) && /^(?:mille|k)$/.test(second)
  let [thousands, rest, length] = [0, digits ? Number(first) : 0, digits ? 1 : 0]
  for (; length < words.length; length++) {
    const word = words[length] ?? ''
    const below = rest % 100
    const value = units.get(word === 'une' ? 'un' : word) ?? tens.get(word)
    if (/^(?:mille|k)$/.test(word) && thousands === 0 && (word === 'mille' || length > 0))
      [thousands, rest] = [1000 * (rest || 1), 0]
    else if (/^cents?$/.test(word) && rest < 10) rest = 100 * (rest || 1)
    else if (/^vingts?$/.test(word) && below === 4) rest += 76
    else if (word === 'et' && below >= 20 && /^(?:une?|onze)$/.test(words[length + 1] ?? '')) continue
    else if (value === undefined || !follows(below, value)) break
    else rest += value
  }
  return length === 0 ? null : { figure: String(thousands + rest), length }
}

/** Whether « quarante » may be followed by « deux », « soixante » by « douze », « dix » by « sept »: by « trente » none may. */
const follows = (below: number, value: number) =>
  below === 0 ||
  (below === 10 && value >= 7 && value < 10) ||
  (below >= 20 && below % 10 === 0 && value < (below === 60 || below === 80 ? 20 : 10))
