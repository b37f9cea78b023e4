import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { readKit } from '../../build/disk/read-kit.ts'
import { type EpubText, readEpub } from '../../build/gate/read/epub.ts'
import { wordsOf } from '../../build/gate/read/words.ts'
import { openPdf, type ReadPdf } from './read-pdf.ts'

/** Print sets the margin before the text, so an example may stand a page before the words that the e-book reads before it;
 *  the sommaire of the book lists pages that the printed one leaves out. */
const SAME_WORDS = 0.6
/** The indexes name fiches in the book, pages in print. */
const indexes = /^(?:territoires|sigles)\.xhtml$/
/** What the book says and the page does not: the name of the cover's picture, the title of the back cover. */
const withoutStart = /^(?:couverture|page-[\w-]+)\.xhtml$/

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

  it('marks page N before words that open on page N of the PDF', () => {
    for (const { href, page, lines, opens } of marks) {
      const [line] = lines
      if (!line || (opens && withoutStart.test(href))) continue
      const printed = letters(pdf.pages[page - 1]?.text ?? '')
      expect(printed, `page ${page}, ${href}: ${line}`).toContain(letters(line).slice(0, 24))
    }
  })

  it('holds from mark N to the next the words of page N', () => {
    for (const { href, page, lines } of marks) {
      const words = lines.flatMap(wordsOf)
      const printed = new Set(wordsOf(pdf.pages[page - 1]?.text ?? ''))
      const share = words.filter(word => printed.has(word)).length / words.length
      if (words.length > 0) expect(share, `page ${page}, ${href}`).toBeGreaterThan(SAME_WORDS)
    }
  })
})

/** `lines`: the texts from the mark on, to the next mark or the end of the chapter. */
type Mark = { page: number; href: string; opens: boolean; lines: string[] }

function marksOf({ nav, spine }: EpubText): Mark[] {
  let before = ''
  return [...nav.xhtml.matchAll(/<a href="([^"#]+)#page-(\d+)">\2<\/a>/g)].map(([, href = '', page = '']) => {
    const xhtml = spine.find(chapter => chapter.href === href)?.xhtml ?? ''
    const [, rest = ''] = xhtml.split(new RegExp(`<span id="page-${page}"[^>]*></span>`))
    const opens = href !== before
    before = href
    return { page: Number(page), href, opens, lines: linesOf(href, rest.split('<span id="page-')[0] ?? '') }
  })
}

const linesOf = (href: string, xhtml: string) =>
  xhtml
    .replace(indexes.test(href) ? /<(p|span) class="(?:sigles-note|reference)">[\s\S]*?<\/\1>/g : /^$/, '')
    // Print has no foot of a fiche, and does not show what is said to reading machines only.
    .replace(/<div class="fiche-pied">[\s\S]*?<\/div>/, '')
    .replace(/<span class="hors-vue">[^<]*<\/span>/g, '')
    .replace(/<\/?(?:a|abbr|em|strong|sup)\b[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .split(/<[^>]*>/)
    .filter(line => letters(line) !== '')

const letters = (text: string) => wordsOf(text).join('')
