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
    if (turned.length === 0) return paginated
    // The first stays as it is then: there is an end to this.
    for (const { id, side } of turned) sides.set(id, side)
  }
}

/** The documents in which an example stands overleaf from its lever, but for those that were paged for their side already.
 *  The first page of all is a right one. */
export function overleaf(
  parts: readonly Pick<PaginatedPart, 'item' | 'side' | 'pages'>[],
): { id: string; side: Side }[] {
  let before = 0
  const documents: { id: string; side: Side }[] = []
  for (const { item, side, pages } of parts) {
    const first = before + 1
    before += pages.length
    const begins = first % 2 === 0 ? 'gauche' : 'droite'
    const turned = pages.some(({ follows }, index) => follows && (first + index) % 2 === 0)
    if (turned && side !== begins) documents.push({ id: item.id, side: begins })
  }
  return documents
}
