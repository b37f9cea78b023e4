import { beforeAll, describe, expect, it } from 'vitest'
import { makeEpubExcerpt } from '../../../build/epub/excerpt/index.ts'
import type { ExcerptList } from '../../../src/kit/excerpt/list.ts'
import { buildBook, date, documents, kit, pages } from './book.ts'
import { excerptFaults } from './excerpt-faults.ts'
import { readBook } from './read-book.ts'

/** The parts that a choice changes, as the layouts write them: two families, one announced fiche, acronyms. */
const bodies: Record<string, string> = {
  sommaire: `<nav role="doc-toc" aria-labelledby="titre"><h1 id="titre">Sommaire</h1>
<ul class="sommaire-liste sommaire-pages">
<li><a href="page-avant-propos.xhtml">Avant-propos</a> <span class="folio" data-page="avant-propos"></span></li>
</ul>
${[
  ['rivage', '■', 'Rivages', ['bord-de-mer']],
  ['sommet', '▲', 'Sommets', ['vallee', 'col']],
  ['plaine', '●', 'Plaines', ['champ']],
]
  .map(
    ([
      id,
      mark,
      name,
      fiches,
    ]) => `<div class="famille famille-${id}" id="famille-${id}"><h2 class="famille-titre"><span class="marque" aria-hidden="true">${mark}</span> ${name}</h2>
<ul class="sommaire-liste">${[...(fiches ?? [])].map(slug => `<li><span class="numero">1</span> <a href="fiche-${slug}.xhtml">Titre</a> <span class="folio" data-page="${slug}"></span></li>`).join('')}
<li class="a-paraitre">Forêt <span class="folio">à paraître</span></li></ul></div>`,
  )
  .join('\n')}
<ul class="sommaire-liste sommaire-pages">
<li><a href="territoires.xhtml">Index des territoires</a> <span class="folio" data-page="territoires"></span></li>
<li><a href="sigles.xhtml">Sigles</a> <span class="folio" data-page="sigles"></span></li>
<li><a href="page-colophon.xhtml">Colophon</a> <span class="folio" data-page="colophon"></span></li>
</ul></nav>`,
  colophon:
    '<section epub:type="colophon" role="doc-colophon" aria-labelledby="titre"><h1 id="titre">Colophon</h1><p>Licence ouverte. <a href="page-avant-propos.xhtml">Avant-propos</a></p></section>',
}

const list: ExcerptList = {
  digests: { whole: '', template: '' },
  metadata: {
    title: kit.titre,
    author: '',
    subject: null,
    rights: '',
    licence: null,
    creator: '',
    language: 'fr',
    date: date.toISOString(),
  },
  slug: kit.slug,
  families: kit.familles.map(({ id }) => id),
  fiches: kit.fiches.flatMap(({ slug, numero, famille }) => {
    const place = pages.documents.find(({ id }) => id === slug)
    return place
      ? [{ ...place, id: slug, number: numero, family: famille, keywords: [slug, "l'eau"], acronyms: [] }]
      : []
  }),
  heights: {},
  textHeight: 249,
  addresses: {},
}

describe('the e-book of chosen fiches', () => {
  let whole: Uint8Array
  beforeAll(async () => {
    whole = await buildBook({
      documents: documents.map(document => {
        const body = bodies[document.item.id]
        const [head = '', tail = ''] = document.html.split(/<body[^>]*>[\s\S]*<\/body>/)
        return body ? { ...document, html: `${head}<body>${body}</body>${tail}` } : document
      }),
      kit: {
        ...kit,
        isbn: { ...kit.isbn, epub: '978-2-487241-99-2' },
        notice: { resume: 'Quatre fiches.', public: null, thema: { JPR: 'Administration locale' } },
        accessibilite: {
          ...kit.accessibilite,
          audit: {
            date: '2026-01-10',
            auditeur: 'Cabinet Clair',
            resultat: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
            url: 'https://exemple.fr/audit',
            etat: 'non',
          },
        },
      },
    })
  })
  const cut = (numbers: readonly number[], addresses = {}) =>
    makeEpubExcerpt({ whole, list: { ...list, addresses }, choice: { numbers } })

  it('is valid, with the words, marks and links of its fiches, for any choice', async () => {
    for (const numbers of [[2], [2, 3], [1, 2, 3, 5]])
      expect(await excerptFaults(await cut(numbers), whole, list, { numbers }), numbers.join()).toEqual([])
  })

  it('lists what was chosen, in its families', async () => {
    const { files } = readBook(await cut([2, 3]))
    const contents = files.get('OEBPS/sommaire.xhtml')
    expect(contents).toContain('▲</span> Sommets')
    expect(contents).toContain('●</span> Plaines')
    expect(contents).not.toMatch(/Rivages|Forêt|Avant-propos|territoires|sigles|pagebreak/)
    expect([...files.keys()].filter(path => path.includes('images/'))).toEqual([
      'OEBPS/images/champ-1.svg',
      'OEBPS/images/vallee-1.svg',
    ])
  })

  it('says what it is on its first page and in its package, and nothing that is true of the whole alone', async () => {
    const { files, opf } = readBook(await cut([3, 2]))
    expect(files.get('OEBPS/couverture.xhtml')).toContain(
      '<h1 id="titre" class="page-titre">Kit d’essai &amp; cie</h1>\n<p class="chapo">Mon kit\u00a0: 2 fiches</p>',
    )
    for (const line of [
      '<dc:title id="titre">Kit d’essai &amp; cie\u00a0: 2 fiches</dc:title>',
      '<dc:subject>vallee</dc:subject>\n<dc:subject>l’eau</dc:subject>\n<dc:subject>champ</dc:subject>\n<dc:date>',
      '<dc:source id="imprime">urn:isbn:9782487241053</dc:source>',
      '<meta property="dcterms:modified">2025-11-20T08:30:00Z</meta>',
    ])
      expect(opf).toContain(line)
    expect(opf).toMatch(/<dc:identifier id="identifiant">urn:uuid:[\da-f-]{14}5/)
    expect(opf).not.toMatch(/Quatre fiches|Administration|JPR|conformsTo|certifi|9782487241992|avant-propos/)
    // A shelf shows the kit's picture; the first page names what was chosen.
    expect(opf).toMatch(/<item id="f-couverture.jpg"[^>]* properties="cover-image"\/>/)
    expect(files.get('OEBPS/couverture.xhtml')).toMatch(/<ul><li>2\. [^<]+<\/li><li>3\. [^<]+<\/li><\/ul>/)
    const identifier = (text: string) => /urn:uuid:[\da-f-]+/.exec(text)?.[0]
    expect(identifier(readBook(await cut([2])).opf)).not.toBe(identifier(opf))
  })

  it('has words for links to what was left out, or links to the site', async () => {
    const { files } = readBook(await cut([2]))
    expect(files.get('OEBPS/fiche-vallee.xhtml')).toContain(
      'Voir <span>Passer le col <span class="p">p.\u00a013</span></span>.',
    )
    expect(files.get('OEBPS/page-colophon.xhtml')).toContain('<span>Avant-propos</span>')
    const addresses = { col: 'https://exemple.fr/fiches/col/?a&b' }
    const led = await cut([2], addresses)
    expect(readBook(led).files.get('OEBPS/fiche-vallee.xhtml')).toContain(
      'Voir <a class="renvoi" href="https://exemple.fr/fiches/col/?a&amp;b" rel="external">Passer le col',
    )
    expect(await excerptFaults(led, whole, list, { numbers: [2] })).toEqual([])
  })

  it('is the same, to the byte, in whatever order, however often and wherever its fiches were chosen', async () => {
    const zone = process.env['TZ']
    try {
      process.env['TZ'] = 'America/Santiago'
      const one = await cut([2, 3, 5])
      process.env['TZ'] = 'Asia/Tokyo'
      expect(Buffer.compare(one, await cut([5, 3, 5, 2]))).toBe(0)
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })

  it('is refused for a fiche that the kit does not have', async () => {
    await expect(cut([4])).rejects.toThrow(RangeError)
    await expect(cut([])).rejects.toThrow(RangeError)
  })

  it('is refused for a file that is damaged, wherever it is', async () => {
    const make = (bytes: Uint8Array) => makeEpubExcerpt({ whole: bytes, list, choice: { numbers: [2] } })
    await expect(make(new Uint8Array())).rejects.toThrow(SyntaxError)
    await expect(make(whole.subarray(0, whole.length / 2))).rejects.toThrow(SyntaxError)
    await expect(make(new TextEncoder().encode('<html>not found</html>'))).rejects.toThrow(SyntaxError)
  })
})
