import { EpubCheck } from '@likecoin/epubcheck-ts'
import { describe, expect, it } from 'vitest'
import { chaptersOf, plainText } from '../../../build/epub/chapters.ts'
import { identifierOf } from '../../../build/epub/package.ts'
import { markPages, writeFolios } from '../../../build/epub/pages.ts'
import { tocFamiliesOf, tocOf } from '../../../build/epub/toc.ts'
import { buildBook, documents, kit, pages } from './book.ts'
import { readBook } from './read-book.ts'

const chapters = chaptersOf(documents, kit)
const titlesOf = (entries: ReturnType<typeof tocOf>): unknown[] =>
  entries.map(({ title, children }) => (children.length > 0 ? [title, titlesOf(children)] : title))

describe('the table of contents', () => {
  it('puts families that take turns under one entry, in the reading order', () => {
    const sections = [['Agir & durer le 1er mai', ['Voir']], 'Ressources']
    expect(titlesOf(tocOf(chapters, tocFamiliesOf(kit)))).toEqual([
      'Couverture',
      'Sommaire',
      'Avant-propos',
      ['Rivages', [['1. Bord de mer', sections]]],
      [
        'Sommets, Plaines',
        [
          ['2. Vallée haute', sections],
          ['3. Champ ouvert', sections],
          ['5. Passer le col', sections],
        ],
      ],
      'Territoires',
      'Sigles',
      'Colophon',
    ])
  })

  it('has an entry a family where the families follow each other', () => {
    const order = ['bord-de-mer', 'vallee', 'col', 'champ']
    const fiches = order
      .map(id => chapters.find(({ item }) => item.id === id))
      .filter(chapter => chapter !== undefined)
    expect(tocOf(fiches, tocFamiliesOf(kit)).map(({ title }) => title)).toEqual([
      'Rivages',
      'Sommets',
      'Plaines',
    ])
  })
})

describe('the printed pages', () => {
  const at = (blocks: (number | null)[]) => {
    const { chapters: marked } = markPages(chapters, {
      ...pages,
      documents: pages.documents
        .map(one => (one.id === 'col' ? { ...one, first: 30, last: 29 + blocks.length } : one))
        .filter(({ id }) => id === 'col'),
      blocks: { col: blocks },
    })
    return marked
      .find(({ item }) => item.id === 'col')
      ?.xhtml.replace(/<span id="(page-\d+)"[^>]*><\/span>/g, '[$1]')
  }

  it('begin before a paragraph, inside a list item, before a heading, before a figure', () => {
    expect(at([1, 3])).toContain('[page-31]<p>Voir')
    expect(at([1, 8])).toContain('<li>[page-31]Deux</li>')
    expect(at([1, 9])).toContain('[page-31]<h3 id="voir">')
    expect(at([1, 10])).toContain('[page-31]<figure')
    expect(at([1, 3])).toContain('aria-labelledby="titre">[page-30]<h1')
  })

  it('share a place when a block runs over a page or opens it later than the text', () => {
    expect(at([1, null, 9])).toContain('[page-31][page-32]<h3')
    expect(at([1, 9, 8])).toContain('<li>[page-31][page-32]Deux')
  })

  it('stand at the end of the chapter when no block follows', () => {
    expect(at([1, null])).toMatch(/Un guide\.<\/p><\/section>\[page-31\]<\/section>\s*<\/body>/)
    expect(at([1, 9, null, null])).toMatch(
      /\[page-31\]<h3[\s\S]*\[page-32\]\[page-33\]<\/section>\s*<\/body>/,
    )
  })
})

describe('small parts', () => {
  it('the page follows the title inside the link, and in the sommaire’s slot', async () => {
    const [col, sommaire] = ['col', 'sommaire'].map(
      id => writeFolios(chapters, pages).find(({ item }) => item.id === id)?.xhtml,
    )
    expect(col).toContain(
      '<a class="renvoi" href="fiche-col.xhtml">Passer le col <span class="p">p.\u00a013</span></a>',
    )
    expect(sommaire).toContain('<span class="folio"><span class="p">p.\u00a07</span></span>')
  })

  it('a reader goes at once to the cover, the contents, the first fiche and the printed pages', async () => {
    const landmarks = readBook(await buildBook()).nav.split('epub:type="landmarks"')[1] ?? ''
    expect([...landmarks.matchAll(/epub:type="([\w-]+)" href="([^"]+)"/g)].map(([, ...all]) => all)).toEqual([
      ['cover', 'couverture.xhtml'],
      ['toc', 'sommaire.xhtml'],
      ['bodymatter', 'fiche-bord-de-mer.xhtml'],
      ['page-list', 'nav.xhtml#page-list'],
    ])
  })

  it('the identifier is the book’s ISBN, else a UUID that a kit keeps', () => {
    expect(identifierOf({ ...kit, isbn: { ...kit.isbn, epub: '978-2-487241-99-2' } })).toBe(
      'urn:isbn:9782487241992',
    )
    expect(identifierOf(kit)).toBe('urn:uuid:4d562891-64c7-5d82-a484-2610d5675058')
    expect(identifierOf(kit)).not.toBe(identifierOf({ ...kit, slug: 'autre' }))
  })

  it('a conformity is stated from an audit only', async () => {
    expect(readBook(await buildBook()).opf).not.toMatch(/conformsTo|certifiedBy/)
    const audit = {
      date: '2026-01-10',
      auditeur: 'Cabinet Clair',
      resultat: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
      url: 'https://exemple.fr/audit',
      etat: 'non' as const,
    }
    const audited = await buildBook({ kit: { ...kit, accessibilite: { ...kit.accessibilite, audit } } })
    const { opf } = readBook(audited)
    expect((await EpubCheck.validate(audited)).messages).toEqual([])
    expect(opf).toContain(
      '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>',
    )
    expect(opf).toContain('<meta id="auditeur" property="a11y:certifiedBy">Cabinet Clair</meta>')
  })

  it('a library is told who made the book, for whom, and of what it speaks', async () => {
    const credited = await buildBook({
      kit: {
        ...kit,
        credits: { Rédaction: ['Ada Lovelace', 'Jo Li'], Dessins: ['Ada Lovelace'] },
        notice: {
          resume: "L'essentiel.",
          public: 'Élu.e.s',
          thema: { JPR: 'Administration locale' },
        },
        fiches: kit.fiches.map(fiche =>
          fiche.statut === 'a-paraitre' ? fiche : { ...fiche, mots_cles: ['rivages'] },
        ),
      },
    })
    expect((await EpubCheck.validate(credited)).messages).toEqual([])
    const { opf } = readBook(credited)
    for (const line of [
      '<dc:language>fr</dc:language>',
      '<dc:description>L’essentiel.</dc:description>',
      '<dc:contributor id="contributeur-1">Ada Lovelace</dc:contributor>',
      '<meta refines="#contributeur-1" property="role">Rédaction</meta>',
      '<meta refines="#contributeur-1" property="role">Dessins</meta>',
      '<dc:contributor id="contributeur-2">Jo Li</dc:contributor>',
      '<dc:subject id="thema-JPR">Administration locale</dc:subject>',
      '<meta refines="#thema-JPR" property="authority">Thema</meta>',
      '<meta refines="#thema-JPR" property="term">JPR</meta>',
      '<meta property="dcterms:audience">Élu.e.s</meta>',
    ])
      expect(opf).toContain(line)
    expect(opf.match(/<dc:subject>rivages</g)).toHaveLength(1)
  })

  it('words come out of XHTML as a reader sees them', () => {
    expect(plainText(' L’<abbr title="x">ESS</abbr>\n&amp; le 1<sup>er</sup> &#x2019;&#39; ')).toBe(
      "L’ESS & le 1er ’'",
    )
  })
})

describe('a book is refused', () => {
  it('with a picture that is not there', async () => {
    const lacking = documents.map(one => ({ ...one, html: one.html.replace(/-1\.svg/, '-2.svg') }))
    await expect(buildBook({ documents: lacking })).rejects.toThrow('ENOENT')
  })

  it('with printed pages that it cannot follow', async () => {
    const unknown = { ...pages, blocks: { ...pages.blocks, col: [1, 99, 100] } }
    await expect(buildBook({ pages: unknown })).rejects.toThrow('begins at block 99, which is not there')
  })
})
