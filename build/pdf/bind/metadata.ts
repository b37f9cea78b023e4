import type { ExcerptList } from '../../../src/excerpt/list.ts'
import { publishedFiches } from '../../../src/indexes/listing.ts'
import type { Kit } from '../../../src/kit.ts'

/** What a PDF says of itself. */
export type Metadata = Omit<ExcerptList['metadata'], 'date'> & {
  keywords: string[]
  /** The edition's date, never the clock's. */
  date: Date
}

/** The kit's metadata. Keywords are those of the fiches, each once, in order. */
export function metadataOf(kit: Kit, date: string): Metadata {
  const keywords = publishedFiches(kit).flatMap(({ mots_cles }) => mots_cles)
  return {
    title: kit.titre,
    author: kit.editeur.nom,
    subject: kit.sous_titre,
    keywords: [...new Set(keywords)],
    creator: 'kit-press',
    language: 'fr-FR',
    date: new Date(date),
  }
}
