import { EpubCheck } from '@likecoin/epubcheck-ts'
import { describe, expect, it } from 'vitest'
import { buildBook, documents, kit, pages } from './book.ts'
import { readBook } from './read-book.ts'

describe('a book', () => {
  it('refuses a picture that is not there', async () => {
    const change = (from: RegExp, to: string) => ({
      documents: documents.map(one => ({ ...one, html: one.html.replace(from, to) })),
    })
    await expect(buildBook(change(/-1\.svg/, '-2.svg'))).rejects.toThrow('ENOENT')
  })

  it('refuses printed pages that it cannot follow', async () => {
    const unknown = { ...pages, blocks: { ...pages.blocks, col: [1, 99, 100] } }
    await expect(buildBook({ pages: unknown })).rejects.toThrow('begins at block 99, which is not there')
  })

  it('knows nothing of the kit’s name or the number of its families', async () => {
    const fiches = kit.fiches.filter(({ famille }) => famille === 'plaine')
    const one = { ...kit, titre: 'Autre', fiches, familles: kit.familles.slice(2) }
    const ofFamily = documents.filter(({ item }) => item.kind !== 'fiche' || item.fiche.famille === 'plaine')
    const cut = ofFamily.map(one => ({
      ...one,
      html: one.html.replace(/<a [^>]*(?:vallee|col)\.xhtml[^>]*>(.*?)<\/a>/g, '$1'),
    }))
    const epub = await buildBook({ kit: one, documents: cut })
    expect((await EpubCheck.validate(epub)).messages).toEqual([])
    expect(readBook(epub).nav).toContain('<span>Plaines</span>')
  })
})
