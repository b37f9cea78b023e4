import type { Kit } from '../../src/kit.ts'
import { uuid5 } from '../../src/uuid5.ts'

/** The book's own ISBN, else a UUID of version 5 made of the kit's slug: the same book keeps its place in a reader's library.
 *  The printed edition's ISBN is never used: an ISBN names one format. */
export function identifierOf(kit: Pick<Kit, 'isbn' | 'slug'>): string {
  return kit.isbn.epub ? isbnUrn(kit.isbn.epub) : `urn:uuid:${uuid5(`urn:kit:${kit.slug}`)}`
}

export const isbnUrn = (isbn: string) => `urn:isbn:${isbn.replaceAll('-', '')}`
