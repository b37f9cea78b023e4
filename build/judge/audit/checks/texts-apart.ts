import { count, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import type { PdfPlace } from '../read/pdf.ts'

/** How far a line may reach over what is printed beside it, in pt and as a share of its type: letters of a title are kerned over a change of
 *  colour. */
const SLACK = { pt: 2, share: 0.1 }
/** The height of letters without ascenders, as a share of their type; and how much of it, when printed over another's, cannot be read. */
const LETTER = 0.5
const COVERED = 0.15

export const textsApart: AuditCheck = {
  id: 'textes-pdf',
  title: 'Aucun texte du PDF n’est imprimé sur un autre',
  async *run({ pdf }) {
    const { pages } = await pdf()
    for (const { number, places } of pages)
      for (const [under, over] of overprinted(places))
        yield fault(`PDF, page ${number}`, `« ${over.trim()} » est imprimé sur « ${under.trim()} ».`)
    return count(pages.length, 'page')
  },
}

/** Texts of a page that lie on each other: of each, the first that another covers. */
export function overprinted(places: readonly PdfPlace[]): [under: string, over: string][] {
  const texts = places.filter(({ text }) => text.trim() !== '')
  return texts.flatMap((one, index): [string, string][] => {
    const other = texts.slice(index + 1).find(next => isOn(one, next))
    return other ? [[one.text, other.text]] : []
  })
}

function isOn(one: PdfPlace, other: PdfPlace): boolean {
  const size = Math.min(one.size, other.size)
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  if (width <= Math.max(SLACK.pt, SLACK.share * size)) return false
  const top = Math.min(one.y + LETTER * one.size, other.y + LETTER * other.size)
  return top - Math.max(one.y, other.y) > COVERED * size
}
