import { type PaginatedPart, type PaginateOptions, paginate } from './paginate.ts'
import type { Part, Side } from './reserve.ts'

/** Pages all documents. Which page faces which is known once all before it are counted: where an example would stand overleaf from its
 *  lever, its document is paged anew for the side on which it begins.
 *  @throws PaginationError as `paginate` does
 *  @returns the parts in the order they came, with their pages */
export async function facePages(parts: readonly Part[], options: PaginateOptions): Promise<PaginatedPart[]> {
  const sides = new Map<string, Side>()
  for (;;) {
    const given = parts.map((part): Part => {
      const side = sides.get(part.item.id)
      return side ? { ...part, side } : part
    })
    const paginated = await paginate(given, options)
    const turned = overleaf(paginated)
    if (!turned) return paginated
    sides.set(turned.id, turned.side)
  }
}

/** The first document in which an example stands overleaf from its lever, unless it was paged for its side already.
 *  What stands before it stays as it is. The first page of all is a right one. */
export function overleaf(
  parts: readonly Pick<PaginatedPart, 'item' | 'side' | 'pages'>[],
): { id: string; side: Side } | undefined {
  let before = 0
  for (const { item, side, pages } of parts) {
    const first = before + 1
    before += pages.length
    const begins = first % 2 === 0 ? 'gauche' : 'droite'
    const turned = pages.some(({ follows }, index) => follows && (first + index) % 2 === 0)
    if (turned && side !== begins) return { id: item.id, side: begins }
  }
  return undefined
}
