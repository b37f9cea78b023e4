import { maskMarkup } from '../markdown/lint/mask.ts'
import { lettersOf, traceOf } from './likeness.ts'
import type { Prose, Spot } from './link-spots.ts'

/** Fewer letters are found anywhere by chance. */
export const SHORTEST_PHRASE = 10

/** « En savoir plus », « cliquez ici », « consulter le site » lead anywhere: that a fiche says so too means nothing. */
const ANYWHERE =
  /^(?:(?:pour|en|savoir|plus|aller|loin|cliquer|cliquez|ici|voir|lire|aussi|suite|accéder|consulter|consultez|découvrir|découvrez|retrouver|retrouvez|télécharger|téléchargez|lien|liens|site|sites|page|web|internet|document|article|dossier|guide|fiche|le|la|les|l|un|une|ce|cette|sur|au|à|du|de|notre|vers|et)(?:\P{L}+|$))+$/iu

/** Where words stand within prose, letter for letter, whatever signs stand between them. */
export function findPhrase(prose: readonly Prose[], words: string): Spot[] {
  const wanted = lettersOf(words)
  if (wanted.length < SHORTEST_PHRASE || ANYWHERE.test(words.normalize('NFC').trim())) return []
  return prose.flatMap(({ content, offsetOf }) => {
    const { letters, origins } = foldWithOrigins(maskMarkup(content))
    const spots: Spot[] = []
    for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + 1)) {
      const [first = 0, last = 0] = [origins[at], origins[at + wanted.length - 1]]
      if (isLetter(content[first - 1]) || isLetter(content[last + 1])) continue
      const label = content.slice(first, last + 1)
      const [from, to] = [offsetOf(first), offsetOf(last) + 1]
      spots.push({ kind: 'phrase', words: label, traces: [traceOf(label)], url: null, from, to, label })
    }
    return spots
  })
}

export const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** The letters of a text as they are compared, and the index in it that each comes from. */
export function foldWithOrigins(text: string): { letters: string; origins: number[] } {
  let letters = ''
  const origins: number[] = []
  for (let index = 0; index < text.length; index++) {
    const folded = lettersOf(text.charAt(index))
    letters += folded
    for (let count = folded.length; count > 0; count--) origins.push(index)
  }
  return { letters, origins }
}
