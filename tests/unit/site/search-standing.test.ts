import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSearch, type SearchMaker } from '../../../build/site/search/index.ts'
import type { Bundle } from '../../../build/store/bundle.ts'
import type { Cache } from '../../../build/store/cache.ts'
import { fiche, kitOf } from '../pdf/kit.ts'
import { memory } from '../pdf/workbench.ts'

/** The real Pagefind: the slugs that it was sent, `*` where an index begins; it refuses what holds the word « illisible ». */
const sent = vi.hoisted((): string[] => [])
vi.mock('pagefind', async original => {
  const pagefind = await original<typeof import('pagefind')>()
  return {
    ...pagefind,
    async createIndex(...options: Parameters<typeof pagefind.createIndex>) {
      const made = await pagefind.createIndex(...options)
      sent.push('*')
      const { index } = made
      if (!index) return made
      const addHTMLFile: typeof index.addHTMLFile = async file => {
        sent.push(file.url?.split('/').at(-2) ?? '')
        const answer = await index.addHTMLFile(file)
        return file.content.includes('illisible') ? { ...answer, errors: ['refused'] } : answer
      }
      return { ...made, index: { ...index, addHTMLFile } }
    },
  }
})

/** Pages of a kit: slug → text. */
type Pages = Record<string, string>
const first: Pages = {
  achats: 'La commune achète autrement.',
  scic: 'La coopérative réunit des associés.',
  sem: 'La société mixte construit.',
}
const changed = (pages: Pages): Pages => ({ ...first, ...pages })

let search: SearchMaker
let cache: Cache
beforeEach(() => {
  search = openSearch(true)
  cache = memory()
  sent.length = 0
})
afterEach(() => search[Symbol.asyncDispose]())

/** The files of the search of these pages. */
async function filesOf(pages: Pages, from = search, kept = cache): Promise<Bundle> {
  const kit = kitOf(Object.keys(pages).map((slug, index) => fiche(index + 1, slug)))
  const { files } = await from.begin(
    kit,
    slug => `<article><h1>${slug}</h1><p>${pages[slug]}</p></article>`,
    kept,
  )
  return await files
}
/** The same of an index that has never read anything else. */
async function freshOf(pages: Pages): Promise<Bundle> {
  await using fresh = openSearch()
  return await filesOf(pages, fresh, memory())
}
/** Every file, byte for byte. */
function expectSame(found: Bundle, wanted: Bundle): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort())
  for (const [path, bytes] of Object.entries(wanted))
    expect(Buffer.compare(Buffer.from(found[path] ?? []), Buffer.from(bytes)), path).toBe(0)
}

describe('the files of a search that stands are those of a new one', () => {
  // Pagefind has one process: the new index is made when the standing one is gone, and cannot be made beside it.
  async function standing(...versions: Pages[]): Promise<{ last: Bundle; sent: string[] }> {
    let last: Bundle = {}
    for (const pages of versions) {
      sent.length = 0
      last = await filesOf(pages)
    }
    const told = [...sent]
    await search[Symbol.asyncDispose]()
    return { last, sent: told }
  }

  test('after a page has changed, which alone is read again', async () => {
    const next = changed({ scic: 'La coopérative invente des mots : tramway, épicerie.' })
    const { last, sent } = await standing(first, next)
    expect(sent).toEqual(['scic'])
    expectSame(last, await freshOf(next))
  })

  test('after pages have lost words, time and again', async () => {
    const next = changed({ achats: 'Rien.', sem: '' })
    const { last, sent } = await standing(first, changed({ achats: 'Un mot rare : ornithorynque.' }), next)
    expect(sent).toEqual(['achats', 'sem'])
    const fresh = await freshOf(next)
    expectSame(last, fresh)
    // What is compared tells the pages from others.
    expect(Object.keys(fresh).sort()).not.toEqual(Object.keys(await freshOf(first)).sort())
  })

  test('with a page more', async () => {
    const next = { ...first, spl: 'La société publique locale.' }
    const { last } = await standing(first, next)
    expectSame(last, await freshOf(next))
  })

  test('with a page less', async () => {
    const { scic: _, ...next } = first
    const { last } = await standing(first, next)
    expectSame(last, await freshOf(next))
  })

  test('with the pages in another order', async () => {
    const next = Object.fromEntries(Object.entries(first).reverse())
    const { last } = await standing(first, next)
    expectSame(last, await freshOf(next))
  })

  test('after pages that came back from the cache, and were read all the same', async () => {
    const other = changed({ scic: 'Une autre page.' })
    const next = changed({ achats: 'Encore une autre.' })
    for (const pages of [first, other]) await filesOf(pages)
    sent.length = 0
    await filesOf(first)
    // It reads what is kept while nobody waits for it.
    await expect.poll(() => sent).toEqual(['scic'])
    const { last, sent: told } = await standing(next)
    expect(told).toEqual(['achats'])
    expectSame(last, await freshOf(next))
  })

  test('after builds that do not wait for one another', async () => {
    const texts = ['Un.', 'Deux.', 'Trois.']
    await filesOf(first)
    const made = await Promise.all(texts.map(sem => filesOf(changed({ sem }))))
    await search[Symbol.asyncDispose]()
    for (const [index, sem] of texts.entries()) expectSame(made[index] ?? {}, await freshOf(changed({ sem })))
  })
})

describe('what is kept', () => {
  test('is given as it was made, and read meanwhile', async () => {
    const made = await filesOf(first)
    await search[Symbol.asyncDispose]()
    sent.length = 0
    expectSame(await filesOf(first), made)
    await search[Symbol.asyncDispose]()
    expect(sent).toEqual(['*', 'achats', 'scic', 'sem'])
  })

  test('is not read by a process that builds once', async () => {
    await filesOf(first)
    await search[Symbol.asyncDispose]()
    sent.length = 0
    await using once = openSearch()
    await filesOf(first, once)
    await once[Symbol.asyncDispose]()
    expect(sent).toEqual([])
  })
})

describe('a page that Pagefind refuses', () => {
  const refused = changed({ scic: 'Une page illisible.' })

  test('is told by its address, and the next build has all its pages', async () => {
    await filesOf(first)
    const fault = await filesOf(refused).catch((error: Error) => error)
    expect(fault).toMatchObject({ cause: { message: expect.stringMatching(/scic.*refused/) } })
    sent.length = 0
    const next = changed({ sem: 'La société mixte démolit.' })
    const last = await filesOf(next)
    // Nobody knows what the former index had read.
    expect(sent).toEqual(['*', 'achats', 'scic', 'sem'])
    await search[Symbol.asyncDispose]()
    expectSame(last, await freshOf(next))
  })

  test('is refused every time, not only the first', async () => {
    for (const _ of ['first', 'second']) await expect(filesOf(refused)).rejects.toThrow()
  })

  test('among pages that are kept hurts nobody: they are given, and the next build is right', async () => {
    const made = await filesOf(first)
    // What another release of Pagefind accepted.
    await search[Symbol.asyncDispose]()
    const real = memory()
    const trusting: Cache = { ...real, read: async () => Buffer.from(packed) }
    const packed = (cache as ReturnType<typeof memory>).entries.values().next().value ?? Buffer.alloc(0)
    expectSame(await filesOf(refused, search, trusting), made)
    sent.length = 0
    const last = await filesOf(first, search, real)
    // The index that refused one is gone.
    await expect.poll(() => sent.slice(-4)).toEqual(['*', 'achats', 'scic', 'sem'])
    await search[Symbol.asyncDispose]()
    expectSame(last, await freshOf(first))
  })
})
