import { readFile } from 'node:fs/promises'
import pMap from 'p-map'
import type { PagefindServiceConfig } from 'pagefind'
import type { Kit } from '../../../src/kit.ts'
import { type Bundle, pack, unpack } from '../../bundle.ts'
import { type Cache, keyOf } from '../../cache.ts'
import { ignored, type SearchDocument, searchDocuments } from './documents.ts'

/** Of what Pagefind makes, the interfaces are left out: the site has its own. */
const kept = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.fr\.pagefind|.+\.pf_[a-z]+)$/

/** Pages on their way to Pagefind at once. */
const SENT_AHEAD = 4

/** The search of the site: files below `pagefind/`. They are kept while the pages do not change.
 *  @param pageOf the finished page of an item
 *  @throws Error when Pagefind cannot run on this machine, or refuses a page */
export async function makeSearch(
  kit: Kit,
  pageOf: Parameters<typeof searchDocuments>[1],
  cache: Cache,
): Promise<Bundle> {
  const documents = searchDocuments(kit, pageOf)
  const options = { forceLanguage: 'fr', excludeSelectors: [...ignored] }
  const lock = await readFile(new URL('../../../package-lock.json', import.meta.url))
  const key = keyOf(
    'recherche',
    lock,
    JSON.stringify(options),
    ...documents.flatMap(({ url, content }) => [url, content]),
  )
  const found = await cache.read(key)
  if (found) return unpack(found)
  const files = await indexed(documents, options)
  await cache.write(key, pack(files))
  return files
}

async function indexed(
  documents: readonly SearchDocument[],
  options: PagefindServiceConfig,
): Promise<Bundle> {
  const pagefind = await import('pagefind')
  try {
    const { index, errors } = await pagefind.createIndex(options)
    if (!index) throw new Error(errors.join('\n'))
    // They are read in the order in which they are sent; some are on their way while one is read.
    const add = async ({ url, content }: SearchDocument) => {
      const added = await index.addHTMLFile({ url, content })
      if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('\n')}`)
    }
    await pMap(documents, add, { concurrency: SENT_AHEAD })
    const { files } = await index.getFiles()
    const needed = files.filter(({ path }) => kept.test(path))
    return Object.fromEntries(needed.map(({ path, content }) => [`pagefind/${path}`, content]))
  } catch (cause) {
    throw new Error('the search of the site could not be made', { cause })
  } finally {
    // Its process would keep this one alive.
    await pagefind.close()
  }
}
