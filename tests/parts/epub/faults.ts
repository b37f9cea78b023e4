import { all, readBook } from './read-book.ts'

type Check = (book: ReturnType<typeof readBook>) => string[]

/** What makes a book of the press wrong although a validator may let it pass. One line a check: its name, then its faults. */
const checks: readonly [string, Check][] = [
  ['mimetype', ({ files }) => ([...files.keys()][0] === 'mimetype' ? [] : ['is not the first file'])],
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
    'entities',
    ({ spine }) =>
      spine.filter(({ xhtml }) => /&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(xhtml)).map(({ href }) => href),
  ],
  [
    'leftovers',
    ({ spine }) =>
      spine
        .filter(({ xhtml }) => / data-b=| data-page=|undefined|\[object/.test(xhtml))
        .map(({ href }) => href),
  ],
  ['names', ({ files }) => [...files.keys()].filter(path => !/^[\w./-]+$/.test(path))],
  ['cover', ({ opf }) => (/properties="cover-image"/.test(opf) ? [] : ['no picture is the cover'])],
  [
    'spine',
    book =>
      outOfOrder(
        book,
        targetsOf(book.nav, 'toc').filter(href => !href.includes('#')),
        'the table of contents',
      ),
  ],
  [
    'toc',
    book => book.spine.map(({ href }) => href).filter(href => !targetsOf(book.nav, 'toc').includes(href)),
  ],
  ['sections', book => outOfOrder(book, targetsOf(book.nav, 'toc'), 'the table of contents')],
  ['page list', book => outOfOrder(book, targetsOf(book.nav, 'page-list'), 'the page list')],
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
    'NCX',
    ({ opf, ncx }) =>
      /dtb:uid" content="([^"]+)"/.exec(ncx)?.[1] === /<dc:identifier[^>]*>([^<]+)/.exec(opf)?.[1]
        ? []
        : ['another identifier'],
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
  ['links', book => brokenLinks(book)],
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

function outOfOrder(
  { spine }: ReturnType<typeof readBook>,
  hrefs: readonly string[],
  list: string,
): string[] {
  let before = -1
  return hrefs.flatMap(href => {
    const [file, id] = href.split('#')
    const index = spine.findIndex(chapter => chapter.href === file)
    const offset = id ? (spine[index]?.xhtml.indexOf(` id="${id}"`) ?? -1) : 0
    if (index < 0 || offset < 0) return [`${list} leads to ${href}, which is not there`]
    const place = index * 1e7 + offset
    const backwards = place < before
    before = place
    return backwards ? [`${list} goes backwards at ${href}`] : []
  })
}

function marksWithout({ spine, nav }: ReturnType<typeof readBook>): string[] {
  const listed = targetsOf(nav, 'page-list')
  const marked = spine.flatMap(({ href, xhtml }) =>
    all(xhtml, /<span id="(page-\d+)" epub:type="pagebreak"/g).map(([id]) => `${href}#${id}`),
  )
  return [...marked.filter(mark => !listed.includes(mark)), ...listed.filter(mark => !marked.includes(mark))]
}

function brokenLinks({ spine }: ReturnType<typeof readBook>): string[] {
  return spine.flatMap(({ href, xhtml }) =>
    all(xhtml, /<a\b[^>]* href="(?!https?:|mailto:|tel:)([^"]+)"/g).flatMap(([target = '']) => {
      const [file, id] = target.split('#')
      const chapter = spine.find(one => one.href === (file || href))
      return chapter && (!id || chapter.xhtml.includes(` id="${id}"`)) ? [] : [`${href} → ${target}`]
    }),
  )
}
