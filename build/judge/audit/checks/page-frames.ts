import { type Item, isBackCover } from '../../../../src/indexes/sequence.ts'
import { titleOf } from '../../../../src/indexes/title-of.ts'
import { count, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import { lettersOf, missingWords, wordsOf } from '../words.ts'

/** Longer titles are short in a running head. */
const LONGEST = 100

/** What stands around the text of a page names the fiche that it belongs to, and documents follow each other as in every book. */
export const pageFrames: AuditCheck = {
  id: 'cadres-pdf',
  title: 'Titre courant, onglet et pied de chaque page du PDF sont ceux de sa fiche',
  async *run({ kit, pdf }) {
    const documents = pdfDocuments(await pdf(), kit)
    const framed = documents.filter(({ item }) => item.kind !== 'couverture' && !isBackCover(item))
    for (const { item, pages } of framed) {
      const short = titleOf(item, 'titre_court')
      for (const [index, { number, artefacts }] of pages.entries()) {
        const fiche = item.kind === 'fiche' ? item.fiche : null
        const head = fiche && fiche.titre.length <= LONGEST ? fiche.titre : short
        for (const [what, text] of Object.entries({
          'au pied, le titre du kit': kit.titre,
          'au pied, le titre': short,
          ...(index > 0 && { 'en tête, le titre courant': head }),
        }))
          if (!standsIn(artefacts, text))
            yield fault(`PDF, page ${number}`, `Il manque ${what}, « ${text} ».`)
        // Once on the tab, and once more in the running head.
        const numbers = fiche ? Array<string>(index > 0 ? 2 : 1).fill(String(fiche.numero)) : []
        const missing = missingWords([...numbers, String(number)], wordsOf(artefacts))
        if (missing.length > 0)
          yield fault(
            `PDF, page ${number}`,
            fiche && missing.includes(String(fiche.numero))
              ? `L’onglet ou le titre courant ne porte pas le numéro ${fiche.numero}.`
              : 'Le pied ne porte pas le numéro de la page.',
          )
      }
    }
    const inOrder = documents.toSorted((a, b) => rankOf(a.item) - rankOf(b.item) || a.first - b.first)
    for (const [index, { item, first }] of inOrder.entries())
      if (first < (inOrder[index - 1]?.first ?? 0))
        yield fault(`PDF, page ${first}`, `« ${titleOf(item)} » n’est pas à sa place dans le livre.`)
    return `${count(framed.length, 'document')} du PDF`
  },
}

/** Fewest letters of a title that is cut on its line. */
const SHORTEST = 20

/** Whether a title stands in what surrounds a page: whole, or its beginning and « … » where the line is too short for it. */
export function standsIn(artefacts: string, title: string): boolean {
  const letters = lettersOf(title)
  const isCut = (before: string) =>
    Array.from({ length: letters.length }, (_, length) => letters.slice(0, length)).some(
      start => start.length >= SHORTEST && before.endsWith(start),
    )
  // A title may have an ellipsis of its own: what stands before one begins with the page.
  const before = Array.from(artefacts.matchAll(/…/g), ({ index }) => lettersOf(artefacts.slice(0, index)))
  return lettersOf(artefacts).includes(letters) || before.some(isCut)
}

/** Cover, sommaire, front matter, fiches, back matter: texts, territories, acronyms, colophon, back cover. */
function rankOf(item: Item): number {
  if (item.kind !== 'page')
    return ['couverture', 'sommaire', '', 'fiche', '', 'territoires', 'sigles'].indexOf(item.kind)
  if (isBackCover(item)) return 8
  if (item.page.partie === 'liminaires') return 2
  return item.page.gabarit === 'texte' ? 4 : 7
}
