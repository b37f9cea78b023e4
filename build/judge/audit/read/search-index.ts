import { inflateSync } from 'fflate'
import { SEARCH_POINTER, type SearchData, type SearchPointer } from '../../../../src/web/search/documents.ts'
import { openEngine } from '../../../../src/web/search/engine.ts'
import type { SiteText } from './site.ts'
import { orUnreadable, readJson } from './unreadable.ts'

const POINTER: SearchPointer = { index: '' }
const PART: SearchData['documents'][number]['parties'][number] = { genre: 'page', titre: '', texte: '' }
// Without questions there are no shares of them.
type Known = Pick<SearchData, 'documents' | 'synonymes'> & { questions: { shares: unknown[] } }
const DATA: Known = {
  documents: [{ adresse: '', genre: '', parties: [PART] }],
  synonymes: [['']],
  questions: { shares: [] },
}

/** All that the search knows, the file in which it is, and what answers with it; null where the site has none.
 *  @throws Unreadable when it is of another format */
export async function readSearch({ files, read, text }: SiteText) {
  const pointer = await text(SEARCH_POINTER)
  if (pointer === null) return null
  const { index: path } = readJson(`Site, ${SEARCH_POINTER}`, pointer, POINTER)
  if (!files.has(path)) return null
  const bytes = await read(path)
  const place = `Site, ${path}`
  const json = await orUnreadable(place, () => new TextDecoder().decode(inflateSync(bytes)))
  const { documents, synonymes, questions } = readJson(place, json, DATA)
  const engine = await orUnreadable(place, () => openEngine(JSON.parse(json) as SearchData))
  return { path, bytes, documents, synonymes, questions, engine }
}
