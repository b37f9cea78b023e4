import { type PaginatedPart, type PaginateOptions, paginate } from './paginate.ts'
import type { Part } from './reserve.ts'

/** Pages all documents. Which page faces which is known once all are counted: where an example would stand overleaf from its lever, its
 *  document is paged anew with no example after the page of its lever.
 *  @throws PaginationError as `paginate` does
 *  @returns the parts in the order they came, with their pages */
export async function facePages(parts: readonly Part[], options: PaginateOptions): Promise<PaginatedPart[]> {
  const near = new Set<string>()
  for (;;) {
    const given = parts.map((part): Part => (near.has(part.item.id) ? { ...part, near: true } : part))
    const paginated = await paginate(given, options)
    const turned = overleaf(paginated)
    if (turned.length === 0) return paginated
    for (const id of turned) near.add(id)
  }
}

/** The documents in which an example stands overleaf from its lever. The first page of all is a right one. */
export function overleaf(parts: readonly Pick<PaginatedPart, 'item' | 'near' | 'pages'>[]): string[] {
  let before = 0
  return parts.flatMap(({ item, near, pages }) => {
    const first = before + 1
    before += pages.length
    const turned = pages.some(({ follows }, index) => follows && (first + index) % 2 === 0)
    return turned && !near ? [item.id] : []
  })
}
