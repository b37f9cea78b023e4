import { type Finding, onPage } from '../../../../src/problems/finding.ts'
import { lettersOf, missingWords, wordsOf } from '../../../judge/audit/words.ts'
import type { Cut, Sheet } from './open-sheets.ts'

/** In pt: what rounding moves. */
const SLACK = 0.5

/** Each page of the printer's file says the words of its page, where they stand. `other`: it is another page. */
export function compareWords(sheets: readonly Sheet[]): (Finding & { other?: true })[] {
  const pageOf = new Map(
    sheets.flatMap(({ shown, screen }) => (shown ? [[lettersOf(textOf(shown)), screen]] : [])),
  )
  return sheets.flatMap(({ press, screen, printed, shown }): (Finding & { other?: true })[] => {
    if (!printed) return [onPage(press, `La page ${screen ?? 'blanche'} manque à la fin du fichier.`)]
    const letters = lettersOf(textOf(printed))
    if (!shown) {
      const other = letters === '' ? undefined : pageOf.get(letters)
      if (other) return [onPage(press, `La page imprime la page ${other} une fois de plus.`)]
      // A page for notes has the foot of every page; a blank one says nothing.
      return letters === '' || saysItsNumber(printed, press)
        ? []
        : [
            onPage(
              press,
              `La page de notes ne porte pas son numéro (${press}) : « ${textOf(printed).trim()} ».`,
            ),
          ]
    }
    const wanted = lettersOf(textOf(shown))
    if (letters !== wanted) {
      const other = letters === '' ? undefined : pageOf.get(letters)
      if (other)
        return [
          { ...onPage(press, `La page imprime la page ${other} au lieu de la page ${screen}.`), other: true },
        ]
      return [onPage(press, differ(shown, printed))]
    }
    const now = placesOf(printed)
    for (const [sign, { text, x, y }] of placesOf(shown)) {
      const place = now.get(sign)
      if (place && Math.hypot(place.x - x, place.y - y) > SLACK)
        return [onPage(press, `« ${text.trim()} » n’est pas à la place qu’il a dans le PDF à lire.`)]
    }
    return []
  })
}

const saysItsNumber = (printed: Cut, press: number) =>
  missingWords(['notes', String(press)], wordsOf(textOf(printed))).length === 0

/** The words of a page, in the order in which they are drawn. */
export const textOf = ({ pieces }: Cut) => pieces.map(({ text }) => text).join(' ')

/** Pieces by the signs of the page that come before them: two files may cut a line in other pieces. */
function placesOf({ pieces }: Cut): Map<number, Cut['pieces'][number]> {
  const places = new Map<number, Cut['pieces'][number]>()
  let before = 0
  for (const piece of pieces) {
    places.set(before, piece)
    before += piece.text.replace(/\s/g, '').length
  }
  return places
}

/** Which words one page has and the other has not. */
function differ(shown: Cut, printed: Cut): string {
  const [wanted, actual] = [wordsOf(textOf(shown)), wordsOf(textOf(printed))]
  const [lost, added] = [missingWords(wanted, actual), missingWords(actual, wanted)]
  const parts = [
    ...(lost.length > 0 ? [`mots perdus : « ${shorten(lost)} »`] : []),
    ...(added.length > 0 ? [`mots en trop : « ${shorten(added)} »`] : []),
  ]
  return `La page ne dit pas les mots du PDF à lire (${parts.join(', ') || 'un autre ordre'}).`
}

const shorten = (words: readonly string[]) => words.slice(0, 12).join(' ') + (words.length > 12 ? ' …' : '')
