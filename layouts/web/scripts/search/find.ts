import {
  type Answer,
  SEARCH_POINTER,
  type SearchData,
  type SearchPointer,
} from '../../../../src/web/search/documents.ts'
import { openEngine } from '../../../../src/web/search/engine.ts'

/** What is found, and the families to look at where nothing is. */
export type Finder = { find(words: string, famille: string | null): Answer; familles: SearchData['familles'] }

let loading: Promise<Finder> | undefined

/** Fetches once what the search knows. @throws when it cannot be had */
export async function loadFinder(): Promise<Finder> {
  loading ??= load()
  return loading.catch(error => {
    loading = undefined // another try may find the network again
    throw error
  })
}

async function load(): Promise<Finder> {
  const { index } = (await (await ask(SEARCH_POINTER)).json()) as SearchPointer
  const { body } = await ask(index)
  if (!body) throw new Error('the search has no index')
  const inflated = body.pipeThrough(new DecompressionStream('deflate-raw'))
  const data = (await new Response(inflated).json()) as SearchData
  return { find: openEngine(data).search, familles: data.familles }
}

async function ask(path: string): Promise<Response> {
  const response = await fetch(import.meta.env.BASE_URL + path)
  if (!response.ok) throw new Error(`the search answers ${response.status}`)
  return response
}
