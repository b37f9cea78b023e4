import { SEARCH_POINTER, type SearchData, type SearchPointer } from '../../../../src/search/index.ts'
import { basePath } from '../base.ts'

/** Makes something of what the search knows, once. The promise fails when that cannot be had; another try may find the network again. */
export function onceLoaded<T>(make: (data: SearchData) => T): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= load().then(make)
    return made.catch(error => {
      made = undefined
      throw error
    })
  }
}

async function load(): Promise<SearchData> {
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
