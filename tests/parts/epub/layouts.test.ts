import { EpubCheck } from '@likecoin/epubcheck-ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildEpub } from '../../../build/epub/build-epub.ts'
import { epubCss } from '../../../build/epub/style.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { type Document, render } from '../../../build/pages/renditions.ts'
import { titresReserves } from '../../../src/kit/checks/names.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import type { News } from '../../../src/kit/news.ts'
import { cover, date } from './book.ts'
import { faultsOf } from './faults.ts'
import { all, readBook, wordsOf } from './read-book.ts'

describe.each(['tests/fixtures/kits/autre', 'fiches'])('the layouts with %s', folder => {
  let kit: Kit
  let documents: Document[]
  let epub: Uint8Array

  beforeAll(async () => {
    const read = await readKit(folder)
    if (!read.kit) throw new Error(`${folder} has errors`)
    kit = read.kit
    documents = await render(kit, 'epub', { news: newsOf(kit) })
    epub = await buildEpub({
      kit,
      documents,
      pages: pagesOf(documents.filter(({ item }) => item.kind !== 'nouveautes')),
      cover,
      date,
      css: await epubCss(kit),
    })
  })

  it('make a book that epubcheck and our own checks pass', async () => {
    expect((await EpubCheck.validate(epub)).messages).toEqual([])
    expect(faultsOf(epub)).toEqual([])
  })

  it('give the documents of no file the titles that the check of a kit keeps for them', () => {
    const lists = documents.filter(({ item }) => item.kind !== 'fiche' && item.kind !== 'page')
    expect(lists.map(({ html }) => /<title>(.*)<\/title>/.exec(html)?.[1])).toEqual(titresReserves)
  })

  it('tell in the last chapter what each edition says and changed, with links to what is still there', () => {
    const last = readBook(epub).spine.at(-1)
    expect(last?.href).toBe('nouveautes.xhtml')
    const fiche = kit.fiches.find(({ statut }) => statut !== 'a-paraitre')
    expect(last?.xhtml).toContain(`<a href="fiche-${fiche?.slug}.xhtml">`)
    expect(last?.xhtml).toContain('<li>Levier ajouté\u00a0: «\u00a0Agir\u00a0».</li>')
    expect(last?.xhtml).not.toContain('Fiches de cette édition')
    expect(last?.xhtml).toContain('<p>Première édition.</p>')
  })

  it('list every fiche in the sommaire: a link where it is published, « à paraître » where it is announced', () => {
    const sommaire = readBook(epub).spine.find(({ href }) => href === 'sommaire.xhtml')?.xhtml ?? ''
    for (const fiche of kit.fiches) {
      const row =
        new RegExp(
          `<li[^>]*>(?:<span id="page-[^>]*></span>)?<span class="numero">${fiche.numero}</span>.*?</li>`,
          's',
        ).exec(sommaire)?.[0] ?? ''
      if (fiche.statut === 'a-paraitre') expect(row).toMatch(/à paraître(?!.*<a )/s)
      else expect(row).toMatch(new RegExp(`href="fiche-${fiche.slug}\\.xhtml".*p\\.\u00a0\\d+`, 's'))
    }
  })

  it('say the family of each fiche in words and by its mark', () => {
    const { spine } = readBook(epub)
    for (const fiche of kit.fiches) {
      if (fiche.statut === 'a-paraitre') continue
      const famille = kit.familles.find(({ id }) => id === fiche.famille)
      const { xhtml = '' } = spine.find(({ href }) => href === `fiche-${fiche.slug}.xhtml`) ?? {}
      expect(xhtml).toContain(`<body class="fiche famille-${fiche.famille}">`)
      expect(xhtml).toMatch(
        new RegExp(`class="marque" aria-hidden="true">[■▲●]</span> ${famille?.singulier}</p>`),
      )
    }
  })

  it('lose and move no word of a body', () => {
    const chapters = new Map(readBook(epub).spine.map(({ href, xhtml }) => [href, xhtml]))
    for (const { item, html } of documents) {
      if (item.kind !== 'fiche' && item.kind !== 'page') continue
      const book = wordsOf(chapters.get(`${item.kind}-${item.id}.xhtml`) ?? '')
      expect(book).toEqual(wordsOf(html))
      expect(book.length).toBeGreaterThan(8)
    }
  })

  it('lead from each index to the very example', () => {
    const { spine } = readBook(epub)
    const territoires = spine.find(({ href }) => href === 'territoires.xhtml')?.xhtml ?? ''
    const links = all(territoires, /href="fiche-[\w-]+\.xhtml#([^"]+)"/g)
    const examples = kit.fiches.flatMap(fiche => (fiche.statut === 'a-paraitre' ? [] : fiche.corps.exemples))
    expect(links.flat()).toEqual(expect.arrayContaining(examples.map(({ ancre }) => ancre)))
  })
})

/** Two printed pages a document: the second begins at its middle block. */
function pagesOf(documents: readonly Document[]) {
  const printed = documents.map(({ item, html }, index) => {
    const blocks = all(html, / data-b="(\d+)"/g)
      .map(([b]) => Number(b))
      .sort((a, b) => a - b)
    return {
      id: item.id,
      first: 2 * index + 1,
      last: 2 * index + 2,
      blocks: [blocks[0] ?? null, blocks[blocks.length >> 1] ?? null],
    }
  })
  return {
    pageOf: {},
    documents: printed,
    blocks: Object.fromEntries(printed.map(({ id, blocks }) => [id, blocks])),
  }
}

/** A second edition that changed the first fiche of a kit and lost another. */
function newsOf({ fiches }: Kit): News {
  const fiche = fiches.find(({ statut }) => statut !== 'a-paraitre')
  const told = {
    name: 'Fiche',
    kind: 'fiche',
    slug: fiche?.slug ?? null,
    details: ['Levier ajouté : « Agir ».'],
  } as const
  const groups = [
    { title: 'Fiches modifiées', texts: [{ ...told, details: [...told.details] }] },
    { title: 'Fiches retirées', texts: [{ ...told, slug: null, details: [] }] },
  ]
  const first = { title: 'Fiches de cette édition', texts: [{ ...told, details: [] }] }
  return [
    { edition: 'Édition n° 2', premiere: false, groups, note: null },
    { edition: 'Édition n° 1', premiere: true, groups: [first], note: 'Première édition.' },
  ]
}
