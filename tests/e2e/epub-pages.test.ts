import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type EpubText, readEpub } from '../../build/gate/read/epub.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import { openPdf, type ReadPdf } from './read-pdf.ts'

describe.each([
  ['fiches', inject('editions').kit],
  ['tests/fixtures/kits/autre', inject('editions').autre],
])('the page list of %s', (fiches, out) => {
  let book: EpubText
  let pdf: ReadPdf
  let marks: Mark[]

  beforeAll(async () => {
    const { kit } = await readKit(fiches)
    if (!kit) throw new Error(`${fiches} has errors`)
    book = readEpub(await readFile(join(out, `epub/${kit.slug}.epub`)))
    pdf = await openPdf(join(out, `pdf/${kit.slug}-ecran.pdf`))
    marks = marksOf(book)
  })

  it('has every page of the PDF once, in order, each where the list says', () => {
    expect(marks.map(({ page }) => page)).toEqual(pdf.pages.map((_, index) => index + 1))
    const standing = book.spine.flatMap(({ xhtml }) =>
      [...xhtml.matchAll(/id="page-(\d+)" epub:type="pagebreak" role="doc-pagebreak" aria-label="\1"/g)].map(
        ([, page]) => Number(page),
      ),
    )
    expect(standing).toEqual(marks.map(({ page }) => page))
  })

  it('opens each document on the page where the PDF opens it', () => {
    const first = new Map<string, number>()
    for (const { href, page } of marks) if (!first.has(href)) first.set(href, page)
    for (const { href } of book.spine.filter(chapter => first.has(chapter.href))) {
      const id = href.replace(/^(?:fiche|page)-|\.xhtml$/g, '')
      const page = pdf.destinations.get(id)
      // Nothing links to the covers: they have no destination, and are the first page and the last.
      if (page !== undefined) expect(first.get(href), href).toBe(page)
      else expect([1, pdf.pages.length], href).toContain(first.get(href))
    }
  })
})

type Mark = { page: number; href: string }

const marksOf = ({ nav }: EpubText): Mark[] =>
  [...nav.xhtml.matchAll(/<a href="([^"#]+)#page-(\d+)">\2<\/a>/g)].map(([, href = '', page]) => ({
    page: Number(page),
    href,
  }))
