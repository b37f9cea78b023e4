import { SEARCH_POINTER, type SearchData, type SearchPointer } from '../../../../src/search/index.ts'
import { basePath } from '../base.ts'

/** Fetches what the search knows. @throws when that cannot be had */
export async function loadSearchData(): Promise<SearchData> {
  const { index } = (await (await ask(SEARCH_POINTER)).json()) as SearchPointer
  const { body } = await ask(index)
  if (!body) throw new Error('the search has no index')
  const inflated = body.pipeThrough(new DecompressionStream('deflate-raw'))
  return (await new Response(inflated).json()) as SearchData
}

async function ask(path: string): Promise<Response> {
  const response = await fetch(basePath() + path)
  if (!response.ok) throw new Error(`the search answers ${response.status}`)
  return response
}
