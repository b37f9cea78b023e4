import { type Mark, markOf } from '../print/marks.ts'
import type { Spoken } from './align.ts'
import type { Sheet } from './sheets.ts'
import { type Kid, piecesOf, type Tag } from './structure.ts'
import { TaggingError } from './tagging-error.ts'

/** What Chromium's structure holds of a page. */
export type CollectedPage = {
  /** With the nearest mark that Chromium puts each of them in. */
  spoken: (Spoken & { owner: Mark | undefined })[]
  belongings: Map<number, Kid[]>
}

/** Sorts what Chromium's structure holds, by page: words in document order; drawings and links with their marks. */
export function collect(root: Tag, marks: readonly Mark[], sheets: readonly Sheet[]): CollectedPage[] {
  const collected: CollectedPage[] = sheets.map(() => ({ spoken: [], belongings: new Map() }))
  const belong = (page: number, number: number, kid: Kid) => {
    const belongings = collected[page]?.belongings
    belongings?.set(number, [...(belongings.get(number) ?? []), kid])
  }
  const walk = (kid: Kid, owner: number | undefined) => {
    switch (kid.kind) {
      case 'tag': {
        const number = markOf(kid.language) ?? owner
        // The number of an item of an ordered list, which the browser writes.
        const label = kid.role === 'Lbl' && number !== undefined ? piecesOf(kid) : []
        const [first] = label
        if (number !== undefined && first)
          return belong(first.page, number, { kind: 'tag', role: 'Lbl', kids: label })
        for (const child of kid.kids) walk(child, number)
        return
      }
      case 'field': {
        const link = owner === undefined ? undefined : marks[owner]
        if (owner === undefined || link?.tag !== 'a')
          throw new TaggingError(kid.page + 1, 'un lien hors de toute balise')
        return belong(kid.page, owner, kid)
      }
      case 'piece': {
        const sequence = sheets[kid.page]?.sequences.get(kid.id)
        if (!sequence) throw new TaggingError(kid.page + 1, `la balise du contenu ${kid.id} est vide`)
        const drawing = owner !== undefined && /^(?:svg|img)$/.test(marks[owner]?.tag ?? '')
        if (drawing) return belong(kid.page, owner, kid)
        if (sequence.text === '') return
        collected[kid.page]?.spoken.push({
          piece: kid,
          sequence,
          owner: owner === undefined ? undefined : marks[owner],
        })
        return
      }
      default:
        return kid satisfies never
    }
  }
  walk(root, undefined)
  return collected
}
