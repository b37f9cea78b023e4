import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { folderOfFile } from '../../temporary.ts'
import { buildBook, cover as coverBytes, documents, kit, pngOf } from './book.ts'
import { all, readBook } from './read-book.ts'

/** The documents of the book, the first fiche with this in it. */
const bookDocuments = (body: string) =>
  documents.map(one =>
    one.item.id === 'bord-de-mer'
      ? { ...one, html: one.html.replace('<p data-b="12">', `${body}\n<p data-b="12">`) }
      : one,
  )

describe('the pictures of a kit', () => {
  const dir = folderOfFile('images')

  /** A book whose first fiche shows these pictures; each is as wide as its place in the list says. */
  async function bookWith(paths: readonly string[]): Promise<Uint8Array> {
    for (const [index, path] of paths.entries()) {
      await mkdir(join(dir, path, '..'), { recursive: true })
      await writeFile(join(dir, path), await pngOf(8 * (index + 1), 8))
    }
    const shown = paths.map(path => `<p><img src="${path}" alt="Un lieu"/></p>`).join('\n')
    return buildBook({ kit: { ...kit, dir }, documents: bookDocuments(shown) })
  }

  it('keep their paths, accents too, and have an id each', async () => {
    const paths = [
      'images/photo_1.png',
      'images/photo-1.png',
      'images/lieux/photo-1.png',
      'images/lieux_photo-1.png',
      'images/Marché_d-été.png',
      'images/Œuvre.v2.PNG',
    ]
    const epub = await bookWith(paths)
    expect((await EpubCheck.validate(epub)).messages).toEqual([])
    const items = all(readBook(epub).opf, /<item id="([^"]+)" href="([^"]+)"/g)
    const ids = items.map(([id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(items.map(([, href]) => href)).toEqual(expect.arrayContaining(paths))
    for (const [index, path] of paths.entries())
      expect(unzipSync(epub)[`OEBPS/${path}`]).toEqual(new Uint8Array(await pngOf(8 * (index + 1), 8)))
  })

  it.each(['jpg', 'png'])('are not the cover, nor the cover one of them: couverture.%s', async format => {
    const path = `images/couverture.${format}`
    const epub = await bookWith([path])
    const { opf, spine } = readBook(epub)
    const cover = /href="([^"]+)"[^>]* properties="cover-image"/.exec(opf)?.[1] ?? ''
    expect(spine[0]?.xhtml).toContain(`<img src="${cover}" role="doc-cover"`)
    const files = unzipSync(epub)
    expect(files[`OEBPS/${cover}`]).toEqual(new Uint8Array(coverBytes))
    expect(files[`OEBPS/${path}`]).toEqual(new Uint8Array(await pngOf(8, 8)))
    const fiche = spine.find(({ href }) => href === 'fiche-bord-de-mer.xhtml')
    expect(fiche?.xhtml).toContain(`<img src="${path}" alt="Un lieu"/>`)
  })

  it('are words where a text names them', async () => {
    const documents = bookDocuments('<p>Voir images/couverture.jpg, couverture.jpg.</p>')
    const { spine } = readBook(await buildBook({ documents }))
    const fiche = spine.find(({ href }) => href === 'fiche-bord-de-mer.xhtml')
    expect(fiche?.xhtml).toContain('<p>Voir images/couverture.jpg, couverture.jpg.</p>')
  })
})
