import { strToU8 } from 'fflate'
import {
  type Choice,
  choiceTitle,
  chosenOf,
  countOf,
  type ExcerptedFiche,
  type ExcerptList,
  type Item,
  noteOf,
  uuid5,
} from '../../../src/kit/index.ts'
import { attributeOf, contentOf, elementsOf } from '../../../src/problems/index.ts'
import { epubPath, typographText } from '../../../src/text/index.ts'
import { picturesIn, plainText, sectionsOf } from '../chapters.ts'
import { FOLDER, NAV, NCX, PACKAGE, COVER as PICTURE, STYLE } from '../files.ts'
import { navOf, ncxOf } from '../nav.ts'
import { isPageMark, type PageTarget } from '../pages.ts'
import { tocOf } from '../toc.ts'
import { type Book, openBook, packBook } from './book.ts'
import { cutContents, leadOn, titlePage } from './chapters.ts'
import { type BookNotice, readPackage } from './package.ts'

type EpubExcerptInput = {
  /** The EPUB of the kit. */
  whole: Uint8Array
  list: ExcerptList
  choice: Pick<Choice, 'numbers'>
}

/** A chapter of the excerpt. */
type ExcerptChapter = { item: Pick<Item, 'kind' | 'id'>; href: string; xhtml: string }

/** Makes one EPUB of chosen fiches: a title page, a sommaire, the fiches with the page marks of the whole kit, the colophon.
 *  @throws RangeError for a choice that is not in the kit, SyntaxError for a file that the press did not write */
export async function makeEpubExcerpt({ whole, list, choice }: EpubExcerptInput): Promise<Uint8Array> {
  const chosen = chosenOf(list, choice)
  const book = openBook(whole)
  const { notice, spine, excerpt } = readPackage(book.text(PACKAGE))
  const chapters = chaptersOf(book, { list, chosen, notice, spine })
  const targets = chapters.flatMap(targetsIn)
  const metadata = {
    identifier: `urn:uuid:${uuid5(`${notice.identifier} ${chosen.map(({ number }) => number).join(' ')}`)}`,
    title: typographText(choiceTitle(list, chosen)),
    description: typographText(noteOf(list.metadata.title, notice.month)),
    subjects: [...new Set(chosen.flatMap(({ keywords }) => keywords))].map(typographText),
  }
  const toc = tocOf(
    chapters.map(({ item, href, xhtml }) => ({
      item,
      href,
      title: titleIn(xhtml),
      sections: sectionsOf(xhtml, href),
    })),
    [],
  )
  const texts = new Map([
    [NAV, navOf(toc, targets, chapters)],
    [NCX, ncxOf(metadata, toc, targets, chapters)],
    ...chapters.map(({ href, xhtml }): [string, string] => [href, xhtml]),
  ])
  const resources = new Set([STYLE, PICTURE, ...chapters.flatMap(({ xhtml }) => picturesIn(xhtml))])
  texts.set(
    PACKAGE,
    excerpt(metadata, href => texts.has(href) || resources.has(href)),
  )
  const files = new Map<string, Uint8Array>()
  for (const [path, bytes] of book.files)
    if (!path.startsWith(`${FOLDER}/`) || resources.has(path.slice(FOLDER.length + 1))) files.set(path, bytes)
  for (const [path, text] of texts) files.set(`${FOLDER}/${path}`, strToU8(text))
  return packBook(files, new Date(list.metadata.date))
}

const COVER = epubPath({ kind: 'couverture', id: 'couverture' })
const CONTENTS = epubPath({ kind: 'sommaire', id: 'sommaire' })

type Choosing = {
  list: ExcerptList
  chosen: readonly ExcerptedFiche[]
  notice: BookNotice
  spine: readonly string[]
}

/** The chapters of an excerpt, in the order of the kit. */
function chaptersOf(book: Book, { list, chosen, notice, spine }: Choosing): ExcerptChapter[] {
  const ficheOf = new Map(chosen.map(({ id }) => [epubPath({ kind: 'fiche', id }), id]))
  const chapters = spine.flatMap((href): ExcerptChapter[] => {
    const fiche = ficheOf.get(href)
    if (fiche !== undefined) return [{ item: { kind: 'fiche', id: fiche }, href, xhtml: book.text(href) }]
    if (href === COVER) {
      const count = `Mon kit : ${countOf(chosen.length, list.fiches.length)}`
      const note = noteOf(list.metadata.title, notice.month)
      const titles = chosen.flatMap(({ id }) => titleIn(book.text(epubPath({ kind: 'fiche', id }))))
      const words = { ...notice, count: typographText(count), titles, note: typographText(note) }
      return [
        { item: { kind: 'couverture', id: 'couverture' }, href, xhtml: titlePage(book.text(href), words) },
      ]
    }
    if (href === CONTENTS)
      return [{ item: { kind: 'sommaire', id: 'sommaire' }, href, xhtml: book.text(href) }]
    const xhtml = book.text(href)
    return isColophon(xhtml) ? [{ item: { kind: 'page', id: href }, href, xhtml }] : []
  })
  const hrefs = new Set(chapters.map(({ href }) => href))
  const missing = [...ficheOf.keys()].find(href => !hrefs.has(href))
  if (missing) throw new SyntaxError(`the e-book holds no ${missing}`)
  const isKept = (href: string) => hrefs.has(href)
  return chapters.map(chapter => ({
    ...chapter,
    xhtml:
      chapter.href === CONTENTS
        ? cutContents(chapter.xhtml, isKept)
        : leadOn(chapter.xhtml, isKept, list.addresses),
  }))
}

const isColophon = (xhtml: string) =>
  elementsOf(xhtml, true).some(element => attributeOf(element, 'epub:type') === 'colophon')

function titleIn(xhtml: string): string {
  const title = elementsOf(xhtml, true).find(({ name }) => name === 'title')
  return title ? plainText(contentOf(xhtml, title)) : ''
}

/** The printed pages that a chapter marks. */
const targetsIn = ({ href, xhtml }: ExcerptChapter): PageTarget[] =>
  elementsOf(xhtml, true)
    .filter(isPageMark)
    .map(mark => ({
      page: Number(attributeOf(mark, 'aria-label')),
      href: `${href}#${attributeOf(mark, 'id')}`,
    }))
