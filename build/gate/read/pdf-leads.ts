import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** `page` null: it leads nowhere. `top`: where on the page, in pt from its lower edge; null: its head. */
export type Bookmark = { title: string; depth: number; page: number | null; top: number | null }

/** Where a link or a bookmark leads; null: to no page of this file. */
export async function pageOf(
  pdf: PDFDocumentProxy,
  dest: unknown,
  destinations: ReadonlyMap<string, number>,
) {
  if (typeof dest === 'string') {
    const page = destinations.get(dest)
    return page === undefined ? null : { page, name: dest }
  }
  const page = Array.isArray(dest) ? await numberOf(pdf, dest[0]) : null
  return page === null ? null : { page, name: null }
}

/** Number of the page that a reference names; null: the file has no such page, which pdf.js answers with a fault. */
const numberOf = (pdf: PDFDocumentProxy, page: Parameters<PDFDocumentProxy['getPageIndex']>[0]) =>
  pdf.getPageIndex(page).then(
    index => index + 1,
    () => null,
  )

/** Named destination → page. */
export async function destinationsOf(pdf: PDFDocumentProxy): Promise<Map<string, number>> {
  const destinations = new Map<string, number>()
  for (const [name, target] of Object.entries(await pdf.getDestinations())) {
    const page = Array.isArray(target) ? await numberOf(pdf, target[0]) : null
    if (page !== null) destinations.set(name, page)
  }
  return destinations
}

/** Bookmarks, depth first. */
export async function outlineOf(
  pdf: PDFDocumentProxy,
  destinations: ReadonlyMap<string, number>,
): Promise<Bookmark[]> {
  type Entry = { title: string; dest: unknown; items: Entry[] }
  const walk = async (entries: Entry[], depth: number): Promise<Bookmark[]> => {
    const outline: Bookmark[] = []
    for (const { title, dest, items } of entries) {
      const target = await pageOf(pdf, dest, destinations)
      const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
      const top: unknown = Array.isArray(place) ? place[3] : null
      outline.push(
        { title, depth, page: target?.page ?? null, top: typeof top === 'number' ? top : null },
        ...(await walk(items, depth + 1)),
      )
    }
    return outline
  }
  return walk(((await pdf.getOutline()) ?? []) as Entry[], 0)
}
