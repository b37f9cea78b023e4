import { maskMarkup } from '../text/index.ts'

/** Fewer letters stand anywhere by chance. */
const SHORTEST = 10

/** « En savoir plus », « cliquez ici », « consulter le site » lead anywhere. */
const ANYWHERE =
  /^(?:(?:pour|en|savoir|plus|aller|loin|cliquer|cliquez|ici|voir|lire|aussi|suite|accéder|consulter|consultez|découvrir|découvrez|retrouver|retrouvez|télécharger|téléchargez|lien|liens|site|sites|page|web|internet|document|article|dossier|guide|fiche|le|la|les|l|un|une|ce|cette|sur|au|à|du|de|notre|vers|et)(?:\P{L}+|$))+$/iu

/** Finds words in a line of Markdown, letter for letter, whatever signs stand between them; not within a link.
 *  @returns the index of their first sign, and of the one after their last */
export function findWords(content: string, words: string): [from: number, to: number][] {
  const wanted = lettersOf(words)
  if (wanted.length < SHORTEST || ANYWHERE.test(words.normalize('NFC').trim())) return []
  const { letters, origins } = foldWithOrigins(maskMarkup(content))
  return occurrences(letters, wanted).flatMap((at): [number, number][] => {
    const [first = 0, last = 0] = [origins[at], origins[at + wanted.length - 1]]
    return isLetter(content[first - 1]) || isLetter(content[last + 1]) ? [] : [[first, last + 1]]
  })
}

/** Letters that the frame of a link may cut from a word. */
const CUT_AT_MOST = 3

/** Completes the first and the last word under the frame of a link, where the frame cuts through them.
 *  @param text all words of the page: words that stand there twice, and are cut otherwise, stay as they are */
export function wholeWords(words: string, text: string): string {
  const wanted = lettersOf(words)
  if (wanted === '') return words
  const { letters, origins } = foldWithOrigins(text)
  const edges = new Set<string>()
  for (const at of occurrences(letters, wanted)) {
    let [first, last] = [origins[at] ?? 0, origins[at + wanted.length - 1] ?? 0]
    const [from, to] = [first, last + 1]
    while (isLetter(text[first - 1])) first--
    while (isLetter(text[last + 1])) last++
    const before = from - first > CUT_AT_MOST ? '' : text.slice(first, from)
    const after = last + 1 - to > CUT_AT_MOST ? '' : text.slice(to, last + 1)
    edges.add(`${before}\n${after}`)
  }
  const [edge = '\n', ...others] = edges
  const [before = '', after = ''] = edge.split('\n')
  return others.length === 0 ? before + words + after : words
}

function occurrences(letters: string, wanted: string): number[] {
  const places: number[] = []
  for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + 1)) places.push(at)
  return places
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** Letters and figures alone. Compatibility forms too: a PDF may hold « ﬁ » as one sign. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The letters of a text as they are compared, and the index in it that each comes from. */
function foldWithOrigins(text: string): { letters: string; origins: number[] } {
  let letters = ''
  const origins: number[] = []
  for (let index = 0; index < text.length; index++) {
    const folded = lettersOf(text.charAt(index))
    letters += folded
    for (let count = folded.length; count > 0; count--) origins.push(index)
  }
  return { letters, origins }
}
