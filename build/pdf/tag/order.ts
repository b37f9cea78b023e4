import type { Kid, Tag } from './structure.ts'

/** Puts rows in the order of reading: the text, then what stands in its margin. On the page's source the margin comes first,
 *  as the paging wants it. */
export function order(kids: readonly Kid[]): void {
  for (const kid of kids) {
    if (kid.kind !== 'tag') continue
    order(kid.kids)
    const margins = kid.kids.filter(child => isColumn(child, 'marge'))
    const text = kid.kids.findLastIndex(child => isColumn(child, 'texte'))
    if (margins.length === 0 || text < 0) continue
    kid.kids = [
      ...kid.kids.slice(0, text + 1).filter(child => !isColumn(child, 'marge')),
      ...margins,
      ...kid.kids.slice(text + 1).filter(child => !isColumn(child, 'marge')),
    ]
  }
}

const isColumn = (kid: Kid, name: 'marge' | 'texte'): kid is Tag =>
  kid.kind === 'tag' && kid.mark?.classes.includes(name) === true
