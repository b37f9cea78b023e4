import { expect, test } from 'vitest'
import type { SearchDocument } from '../../../src/web/search/documents.ts'
import { titled } from '../../../src/web/search/titled.ts'

const page = (titre: string, famille?: string): SearchDocument => ({
  adresse: `fiches/${titre}/`,
  genre: 'Fiche',
  ...(famille && { famille }),
  parties: [{ genre: 'page', titre, texte: '' }],
})
const documents = [page('Par où ?', 'levier'), page('Achats')]
/** An engine to which no word says anything. */
const deaf = { search: () => ({ found: [], corrected: null, unheld: [] }) }
const ask = (query: string, famille: string | null = null) =>
  titled(documents, deaf)
    .search(query, famille)
    .found.map(({ document }) => document.parties[0]?.titre)

test('a title of words that no search looks for finds its document', () => {
  expect(ask('par ou')).toEqual(['Par où ?'])
  expect(ask('Par où ?', 'levier')).toEqual(['Par où ?'])
  expect(ask('Par où ?', 'thematique')).toEqual([])
  expect(ask('où')).toEqual([])
})

test.each(['fiche 8', 'Fiche n° 8', 'fiche levier 8', 'fiche numéro 8', 'levier 8'])(
  '« %s » is a document by its number',
  query => {
    const eighth: SearchDocument = { ...page('Achats'), genre: 'Fiche levier 8' }
    const other = { document: page('Autre'), parts: [], stems: new Set<string>() }
    const engine = titled([eighth], { search: () => ({ found: [other], corrected: null, unheld: [] }) })
    expect(engine.search(query, null).found.map(({ document }) => document)).toEqual([eighth, other.document])
  },
)

test('what the engine found itself is not found twice', () => {
  const [, achats = page('')] = documents
  const hit = { document: achats, parts: [], stems: new Set<string>() }
  const engine = titled(documents, { search: () => ({ found: [hit], corrected: null, unheld: [] }) })
  expect(engine.search('achats', null).found).toEqual([hit])
})
