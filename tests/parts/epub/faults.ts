import { all, readBook } from './read-book.ts'

type Check = (book: ReturnType<typeof readBook>) => string[]

/** What makes a book of the press wrong although EPUBCheck lets it pass. One line a check: its name, then its faults. */
const checks: readonly [string, Check][] = [
  [
    'language',
    ({ spine }) =>
      spine.filter(({ xhtml }) => !xhtml.includes('lang="fr-FR" xml:lang="fr-FR"')).map(({ href }) => href),
  ],
  [
    'titles',
    ({ spine }) => repeated(spine.map(({ xhtml }) => /<title>(.*?)<\/title>/.exec(xhtml)?.[1] ?? '')),
  ],
  [
    'headings',
    ({ spine }) =>
      spine
        .filter(({ href, xhtml }) => href !== 'couverture.xhtml' && count(xhtml, /<h1[ >]/g) !== 1)
        .map(({ href }) => href),
  ],
  [
    'alternatives',
    ({ spine }) =>
      // The town along the foot of a head says nothing.
      spine
        .filter(({ xhtml }) => /<img(?! class="fiche-tete-dessin")(?![^>]* alt="[^"]+)[^>]*>/.test(xhtml))
        .map(({ href }) => href),
  ],
  [
    'leftovers',
    ({ spine }) =>
      spine
        .filter(({ xhtml }) => / data-b=| data-page=|undefined|\[object/.test(xhtml))
        .map(({ href }) => href),
  ],
  ['cover', ({ opf }) => (/properties="cover-image"/.test(opf) ? [] : ['no picture is the cover'])],
  [
    'toc',
    book => book.spine.map(({ href }) => href).filter(href => !targetsOf(book.nav, 'toc').includes(href)),
  ],
  [
    'page numbers',
    ({ nav }) =>
      all(listOf(nav, 'page-list'), /#page-(\d+)">(\d+)</g).flatMap(([id, number]) =>
        id === number ? [] : [`page-${id} is called ${number}`],
      ),
  ],
  [
    'page order',
    ({ nav }) =>
      all(listOf(nav, 'page-list'), />(\d+)</g)
        .map(([n]) => Number(n))
        .flatMap((n, i, pages) => (i > 0 && n <= (pages[i - 1] ?? 0) ? [`${n} after ${pages[i - 1]}`] : [])),
  ],
  ['page marks', book => marksWithout(book)],
  [
    'marks in headings',
    ({ spine }) =>
      spine
        .filter(({ xhtml }) => /<(h\d)\b[^>]*>(?:(?!<\/\1>)[\s\S])*doc-pagebreak/.test(xhtml))
        .map(({ href }) => href),
  ],
  [
    'page source',
    ({ opf, nav }) =>
      nav.includes('page-list') && !/source-of">pagination/.test(opf)
        ? ['the printed edition is not named']
        : [],
  ],
  [
    'NCX pages',
    ({ nav, ncx }) =>
      count(ncx, /<pageTarget /g) === targetsOf(nav, 'page-list').length ? [] : ['another number of pages'],
  ],
  [
    'printed ISBN',
    ({ opf }) =>
      all(opf, /<dc:identifier[^>]*>([^<]+)/g).flatMap(([id = '']) =>
        opf.includes(`<dc:source id="imprime">${id}`) ? [id] : [],
      ),
  ],
]

/** `check: detail` for every fault of the book; none for a good one. */
export function faultsOf(epub: Uint8Array): string[] {
  const book = readBook(epub)
  return checks.flatMap(([name, check]) => check(book).map(fault => `${name}: ${fault}`))
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => value === '' || values.indexOf(value) !== index)
const listOf = (nav: string, type: string) =>
  new RegExp(`<nav epub:type="${type}"[\\s\\S]*?</nav>`).exec(nav)?.[0] ?? ''
const targetsOf = (nav: string, type: string) =>
  all(listOf(nav, type), /href="([^"]+)"/g).map(([href = '']) => href)

function marksWithout({ spine, nav }: ReturnType<typeof readBook>): string[] {
  const listed = targetsOf(nav, 'page-list')
  const marked = spine.flatMap(({ href, xhtml }) =>
    all(xhtml, /<span id="(page-\d+)" epub:type="pagebreak"/g).map(([id]) => `${href}#${id}`),
  )
  return [...marked.filter(mark => !listed.includes(mark)), ...listed.filter(mark => !marked.includes(mark))]
}
