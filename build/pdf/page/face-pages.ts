import { type PaginatedPart, type PaginateOptions, paginate } from './paginate.ts'
import type { Part, Side } from './reserve.ts'

/** Pages all documents. Which page faces which is known once all before it are counted: where an example would stand overleaf from its
 *  lever, its document is paged anew for the side on which it begins.
 *  @throws PaginationError as `paginate` does
 *  @returns the parts in the order they came, with their pages */
export async function facePages(parts: readonly Part[], options: PaginateOptions): Promise<PaginatedPart[]> {
  return turnPages(await paginate(parts, options), async part => {
    const [turned] = await paginate([part], options)
    return turned ?? { ...part, pages: [] }
  })
}

/** From the first to the last, as a document that takes other pages moves all after it: each is paged anew once at most. The first
 *  page of all is a right one.
 *  @param pageAnew pages a document whose side is known */
export async function turnPages(
  parts: readonly PaginatedPart[],
  pageAnew: (part: Part) => Promise<PaginatedPart>,
): Promise<PaginatedPart[]> {
  const turned: PaginatedPart[] = []
  let first = 1
  for (const part of parts) {
    const { item, html } = part
    const side: Side = first % 2 === 0 ? 'gauche' : 'droite'
    const placed = isOverleaf(part, first) ? await pageAnew({ item, html, side }) : part
    turned.push(placed)
    first += placed.pages.length
  }
  return turned
}

/** An example begins on a left page, and its lever ends on the page before.
 *  @param first number of the first page */
const isOverleaf = ({ pages }: PaginatedPart, first: number): boolean =>
  pages.some(({ follows }, index) => follows && (first + index) % 2 === 0)
