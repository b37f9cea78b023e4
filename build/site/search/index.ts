import { readFile } from 'node:fs/promises'
import pMap from 'p-map'
import type { PagefindIndex, PagefindServiceConfig } from 'pagefind'
import type { Kit } from '../../../src/kit.ts'
import { type Bundle, pack, unpack } from '../../store/bundle.ts'
import { type Cache, digestOfText, keyOf } from '../../store/cache.ts'
import { contentOf, ignored, type SearchDocument, searchDocuments } from './documents.ts'

/** Of what Pagefind makes, the interfaces are left out: the site has its own. */
const kept = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.fr\.pagefind|.+\.pf_[a-z]+)$/

/** Pages on their way to Pagefind at once. */
const SENT_AHEAD = 4

const options: PagefindServiceConfig = { forceLanguage: 'fr', excludeSelectors: [...ignored] }

/** Makes the search of a site, and of what becomes of it: Pagefind remembers the pages that it has read. */
export type SearchMaker = {
  /** Hands the pages over; Pagefind, a process of its own, makes their index meanwhile.
   *  @param pageOf the finished page of an item
   *  @returns the files below `pagefind/`. They are kept while the pages do not change
   *  @throws Error when Pagefind cannot run on this machine, or refuses a page */
  begin(
    kit: Kit,
    pageOf: Parameters<typeof searchDocuments>[1],
    cache: Cache,
  ): Promise<{ files: Promise<Bundle> }>
  /** Ends Pagefind's process: it would keep this one alive. */
  [Symbol.asyncDispose](): Promise<void>
}

/** One at a time: the library has one process.
 *  @param standing whether there will be another index: Pagefind reads then what is kept too, while nobody waits for it */
export function openSearch(standing = false): SearchMaker {
  /** What Pagefind has read, in its order, by its address. */
  let read: { index: PagefindIndex; documents: Map<string, SearchDocument> } | undefined
  /** Ends when nobody else is asking Pagefind. */
  let free: Promise<unknown> = Promise.resolve()

  async function close(): Promise<void> {
    if (!read) return
    read = undefined
    await (await import('pagefind')).close()
  }

  /** Closes it on a fault: nobody knows what it has read. */
  async function orClosed<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      await close()
      throw new Error('the search of the site could not be made', { cause })
    }
  }

  /** Pagefind reads a page anew in its place, and has no way to take one out: other pages are another index. */
  async function send(documents: readonly SearchDocument[]): Promise<PagefindIndex> {
    if (read && documents.map(({ url }) => url).join('\n') !== [...read.documents.keys()].join('\n'))
      await close()
    read ??= { index: await newIndex(), documents: new Map() }
    const { index, documents: known } = read
    // They are read in the order in which they are sent; some are on their way while one is read.
    const add = async (document: SearchDocument) => {
      const { url } = document
      if (isSame(document, known.get(url))) return
      known.set(url, document)
      const { errors } = await index.addHTMLFile({ url, content: contentOf(document) })
      if (errors.length > 0) throw new Error(`${url}: ${errors.join('\n')}`)
    }
    await pMap(documents, add, { concurrency: SENT_AHEAD })
    return index
  }

  async function take(index: PagefindIndex): Promise<Bundle> {
    const { files } = await index.getFiles()
    const needed = files.filter(({ path }) => kept.test(path))
    return Object.fromEntries(needed.map(({ path, content }) => [`pagefind/${path}`, content]))
  }

  return {
    async begin(kit, pageOf, cache) {
      const documents = searchDocuments(kit, pageOf)
      const key = keyOf(
        'recherche',
        await readFile(new URL('../../../package-lock.json', import.meta.url)),
        JSON.stringify(options),
        ...documents.flatMap(({ url, meta, text }) => [url, meta, digestOfText(text)]),
      )
      const found = await cache.read(key)
      if (found) {
        // What goes wrong with it will be told when it is needed.
        if (standing) free = free.then(() => orClosed(() => send(documents))).catch(() => {})
        return { files: Promise.resolve(unpack(found)) }
      }
      const sent = free.then(() => orClosed(() => send(documents)))
      const files = sent.then(async index => {
        const made = await orClosed(() => take(index))
        await cache.write(key, pack(made))
        return made
      })
      files.catch(() => {}) // told to whoever takes them
      free = files.catch(() => {})
      await sent
      return { files }
    },
    async [Symbol.asyncDispose]() {
      await free
      await close()
    },
  }
}

const isSame = (one: SearchDocument, other: SearchDocument | undefined) =>
  one.meta === other?.meta && one.text === other.text

async function newIndex(): Promise<PagefindIndex> {
  const pagefind = await import('pagefind')
  const { index, errors } = await pagefind.createIndex(options)
  if (index) return index
  await pagefind.close()
  throw new Error(errors.join('\n'))
}
