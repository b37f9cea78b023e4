import { plural } from '../../../../src/french.ts'
import type { PageOfPart } from '../../../pdf/page/tab/workbench.ts'

const PX = 96 / 25.4
/** White at the foot of a page that the report of a release tells of, in mm. */
const HOLE = 27
/** Part of a page under which its text would almost fit the pages before it. */
const LITTLE = 0.25

/** « Cette fiche tient en 4 pages (34 à 37). » @param first folio of the first */
export function sizeOf(kind: 'fiche' | 'page', pages: readonly PageOfPart[], first: number): string {
  const last = first + pages.length - 1
  const where = pages.length > 1 ? `${first} à ${last}` : `p. ${first}`
  return `${kind === 'fiche' ? 'Cette fiche' : 'Ce texte'} tient en ${plural(pages.length, 'page')} (${where}).`
}

/** How full the pages end, a sentence for each that deserves a look. */
/** @param height of the text area, in mm. @param first folio of the first */
export function endsOf(
  pages: readonly Pick<PageOfPart, 'bottom' | 'heading'>[],
  height: number,
  first: number,
): string[] {
  return pages.flatMap(({ bottom, heading }, index) => {
    const filled = bottom / PX / height
    const page = `Page ${first + index}`
    const remarks: string[] = []
    if (heading !== null) remarks.push(`${page} : le titre « ${heading} » reste seul en bas.`)
    if (index === pages.length - 1) {
      if (index > 0) remarks.push(`La dernière page est remplie à ${percent(filled)}.`)
      if (index > 0 && filled < LITTLE)
        remarks.push(`Un peu plus court, le texte tiendrait en ${plural(pages.length - 1, 'page')}.`)
    } else if (height * (1 - filled) > HOLE)
      remarks.push(`${page} : ${Math.round((height * (1 - filled)) / 10)} cm de blanc en bas.`)
    return remarks
  })
}

const percent = (part: number) => `${Math.round(part * 100)} %`

/** A heading of a document, and the page on which it begins, from 1 inside it. */
export type Placed = { id: string; titre: string; page: number }

/** What stands on another page than before, a sentence each. */
export function movesOf(before: readonly Placed[], now: readonly Placed[], first: number): string[] {
  const formerPages = new Map(before.map(({ id, page }) => [id, page]))
  return now.flatMap(({ id, titre, page }) => {
    const former = formerPages.get(id)
    return former === undefined || former === page
      ? []
      : [`« ${titre} » passe de la page ${first + former - 1} à la page ${first + page - 1}.`]
  })
}
