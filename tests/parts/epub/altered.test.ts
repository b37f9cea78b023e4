import { EpubCheck } from '@likecoin/epubcheck-ts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildBook } from './book.ts'
import { faultsOf } from './faults.ts'

/** A good book with one thing wrong: who must see it, epubcheck or our own checks, and by which name. */
const alterations: readonly [
  what: string,
  file: string,
  from: RegExp | string,
  to: string,
  seenAs: string,
][] = [
  ['an element left open', 'OEBPS/fiche-col.xhtml', '</h1>', '', 'HTM-004'],
  [
    'a link to nowhere',
    'OEBPS/fiche-col.xhtml',
    'href="fiche-col.xhtml"',
    'href="fiche-lac.xhtml"',
    'RSC-007',
  ],
  ['a fragment that is not there', 'OEBPS/territoires.xhtml', '#exemple-un', '#exemple-deux', 'RSC-012'],
  ['an id used twice', 'OEBPS/fiche-col.xhtml', 'id="voir"', 'id="agir"', 'RSC-005'],
  ['a picture without alternative', 'OEBPS/fiche-col.xhtml', / alt="Deux barres"/, ' alt=""', 'alternatives'],
  [
    'a file of which the package says nothing',
    'OEBPS/content.opf',
    /<item id="[^"]*" href="images\/col-1\.svg".*\n/,
    '',
    'RSC-008',
  ],
  ['no identifier', 'OEBPS/content.opf', /<dc:identifier.*\n/, '', 'OPF-030'],
  ['no language', 'OEBPS/content.opf', /<dc:language.*\n/, '', 'RSC-005'],
  ['no date of change', 'OEBPS/content.opf', /<meta property="dcterms:modified".*\n/, '', 'RSC-005'],
  ['no cover picture', 'OEBPS/content.opf', ' properties="cover-image"', '', 'cover'],
  [
    'the printed ISBN as its own',
    'OEBPS/content.opf',
    /urn:uuid:[-0-9a-f]+/,
    'urn:isbn:9782487241053',
    'printed ISBN',
  ],
  ['another identifier in the NCX', 'OEBPS/toc.ncx', 'content="urn:uuid:', 'content="urn:uuid:0', 'NCX'],
  ['a page fewer in the NCX', 'OEBPS/toc.ncx', /<pageTarget .*\n/, '', 'NCX pages'],
  ['a page fewer in the page list', 'OEBPS/nav.xhtml', /<li><a href="[^"]*#page-8.*\n/, '', 'page marks'],
  [
    'two pages changed about',
    'OEBPS/nav.xhtml',
    /(<li>.*#page-8.*\n)(<li>.*#page-9.*\n)/,
    '$2$1',
    'page order',
  ],
  ['a page by another number', 'OEBPS/nav.xhtml', '#page-8">8<', '#page-8">80<', 'page numbers'],
  ['a page marked twice', 'OEBPS/fiche-col.xhtml', 'id="page-14"', 'id="page-13"', 'RSC-005'],
  [
    'a mark inside a heading',
    'OEBPS/fiche-col.xhtml',
    /(<span id="page-13"[^>]*><\/span>)(<h1[^>]*>)/,
    '$2$1',
    'marks in headings',
  ],
  [
    'two chapters changed about',
    'OEBPS/content.opf',
    /(<itemref idref="f-fiche-vallee.*\n)(<itemref.*\n)/,
    '$2$1',
    'NAV-011',
  ],
  ['a chapter left out of the table of contents', 'OEBPS/nav.xhtml', /<li><a href="sigles.*\n/, '', 'toc'],
  [
    'a fiche before its time in the table',
    'OEBPS/nav.xhtml',
    /(<li>.*"sommaire\.xhtml.*\n)(<li>.*avant-propos.*\n)/,
    '$2$1',
    'NAV-011',
  ],
  [
    'a chapter in another language',
    'OEBPS/sigles.xhtml',
    'lang="fr-FR" xml:lang="fr-FR"',
    'lang="en" xml:lang="en"',
    'language',
  ],
  ['a title used twice', 'OEBPS/sigles.xhtml', '<title>Sigles', '<title>Territoires', 'titles'],
  [
    'a block number left in',
    'OEBPS/fiche-col.xhtml',
    '<p class="chapo"',
    '<p class="chapo" data-b="1"',
    'leftovers',
  ],
  ['a second first-level heading', 'OEBPS/fiche-col.xhtml', /<h3([^>]*>.*)<\/h3>/, '<h1$1</h1>', 'headings'],
]

let good: Record<string, Uint8Array>
beforeAll(async () => {
  good = unzipSync(await buildBook())
})

describe('a book with a fault is told', () => {
  it.each(alterations)('%s', async (_what, file, from, to, seenAs) => {
    const text = strFromU8(good[file] ?? new Uint8Array())
    const altered = text.replace(from, to)
    expect(altered, 'the alteration changes nothing').not.toBe(text)
    const { mimetype = new Uint8Array(), ...rest } = good
    const epub = zipSync({ mimetype: [mimetype, { level: 0 }], ...rest, [file]: strToU8(altered) })
    const { messages } = await EpubCheck.validate(epub)
    const codes = [...messages.map(({ id }) => id), ...faultsOf(epub).map(fault => fault.split(':')[0])]
    expect(codes).toContain(seenAs)
  })
})
