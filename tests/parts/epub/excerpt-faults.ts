import { EpubCheck } from '@likecoin/epubcheck-ts'
import { type Choice, choiceTitle, chosenOf, type ExcerptList } from '../../../src/kit/excerpt/list.ts'
import { escapeXml } from '../../../src/problems/edit-html.ts'
import { typographText } from '../../../src/text/typography/index.ts'
import { faultsOf } from './faults.ts'
import { all, type BookText, readBook, wordsOf } from './read-book.ts'

/** What must hold of the e-book of a choice, as other programs read it; none for a good one.
 *  @param whole the kit's e-book */
export async function excerptFaults(
  bytes: Uint8Array,
  whole: Uint8Array,
  list: ExcerptList,
  choice: Pick<Choice, 'numbers'>,
): Promise<string[]> {
  const { messages } = await EpubCheck.validate(Uint8Array.from(bytes))
  const [book, kit] = [readBook(bytes), readBook(whole)]
  const chosen = chosenOf(list, choice)
  const fiches = chosen.map(({ id }) => `fiche-${id}.xhtml`)
  const colophon = kit.spine.filter(({ xhtml }) => xhtml.includes('epub:type="colophon"'))
  const expected: [what: string, found: unknown, wanted: unknown][] = [
    [
      'spine',
      book.spine.map(({ href }) => href),
      ['couverture.xhtml', 'sommaire.xhtml', ...fiches, ...colophon.map(({ href }) => href)],
    ],
    ...[...fiches, ...colophon.map(({ href }) => href)].map((href): [string, unknown, unknown] => [
      `words of ${href}`,
      wordsOf(textOf(book, href)),
      wordsOf(textOf(kit, href)),
    ]),
    ['entries', hrefsIn(textOf(book, 'sommaire.xhtml'), 'fiche-').sort(), fiches.toSorted()],
    [
      'printed pages',
      pagesOf(book.nav, fiches),
      chosen.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
    ],
    ['labels of the NCX', labelsOfNcx(book), labelsOfNav(book)],
    [
      'title',
      /<dc:title[^>]*>([^<]*)</.exec(book.opf)?.[1],
      escapeXml(typographText(choiceTitle(list, chosen))),
    ],
    [
      'subjects',
      all(book.opf, /<dc:subject>([^<]*)</g).length,
      new Set(chosen.flatMap(({ keywords }) => keywords)).size,
    ],
  ]
  return [
    ...messages
      .filter(({ severity }) => severity !== 'info' && severity !== 'usage')
      .map(({ id, message, location }) => `${id}: ${message} (${location?.path})`),
    // The cover of an excerpt is words.
    ...faultsOf(bytes).filter(fault => !fault.startsWith('cover:')),
    ...expected.flatMap(([what, found, wanted]) => {
      const [has, wants] = [JSON.stringify(found), JSON.stringify(wanted)]
      return has === wants ? [] : [`${what}: ${has} instead of ${wants}`]
    }),
  ]
}

const textOf = ({ spine }: BookText, name: string) => spine.find(({ href }) => href === name)?.xhtml ?? ''

const hrefsIn = (xhtml: string, prefix: string) =>
  all(xhtml, /<a href="([^"]+)"/g).flatMap(([href = '']) => (href.startsWith(prefix) ? [href] : []))

const pagesOf = (nav: string, files: readonly string[]) =>
  all(nav, /href="([^"#]+)#page-(\d+)"/g).flatMap(([file = '', page]) =>
    files.includes(file) ? [Number(page)] : [],
  )

const labelsOfNcx = ({ ncx }: BookText) =>
  all(ncx, /<navPoint[^>]*><navLabel><text>([^<]*)/g).map(([label]) => label)

const labelsOfNav = ({ nav }: BookText) =>
  all(nav.slice(0, nav.indexOf('</nav>')), /<li><(?:a href="[^"]*"|span)>([^<]*)/g).map(([label]) => label)
