import { PDFDocument, type PDFFont, type PDFPage, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readPdfLinks } from '../../../build/links/read-pdf-links.ts'
import { giveLinks } from '../../../src/links/give-links.ts'
import { linksOfWord } from '../../../src/links/links-of-word.ts'
import { readManuscript } from '../../../src/word/read/read-manuscript.ts'

const front = '---\nnumero: 1\n---\n'
const achats = `${front}
Une collectivité qui achète oriente l'économie de **son** territoire. Elle peut consulter la plateforme nationale des achats durables.

::: exemple Un traiteur solidaire · Métropole de Lyon (69)
Une offre commune.
:::

::: ressources
- **Guide sur les aspects sociaux de la commande publique**, DAE, 2023
- Points de Repère n° 5, RTES
- Points de Repère n° 9, RTES
- **Le guide commun**, RTES
- [Déjà lié](https://exemple.fr/deja), RTES
:::
`
const scic = `${front}\n::: ressources\n- **Le statut de SCIC expliqué**, Réseau, 2024\n- **Le guide commun**, RTES\n:::\n`
const texts = new Map([
  ['leviers/08-achats.md', achats],
  ['leviers/10-scic.md', scic],
])

type Link = { page: PDFPage; x: number; y: number; words: string; url: string }

/** Pages of lines at 10 pt; links are annotations that are added in the order of `links`. */
async function makePdf(
  draw: (make: { page(): PDFPage; line(page: PDFPage, x: number, y: number, text: string): void }) => Link[],
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font: PDFFont = await pdf.embedFont(StandardFonts.Helvetica)
  const links = draw({
    page: () => pdf.addPage([500, 400]),
    line: (page, x, y, text) => page.drawText(text, { x, y, size: 10, font }),
  })
  for (const { page, x, y, words, url } of links) {
    const annotation = pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [x, y - 3, x + font.widthOfTextAtSize(words, 10), y + 9],
      A: { S: 'URI', URI: PDFString.of(url) },
    })
    page.node.addAnnot(pdf.context.register(annotation))
  }
  return pdf.save()
}

const give = async (bytes: Uint8Array, bound = 0.85) =>
  giveLinks(texts, await readPdfLinks(bytes, new AbortController().signal), bound)

const linesOf = (given: Awaited<ReturnType<typeof give>>['given']) =>
  given.map(({ target, state, after }) => [target.file, state, after])

describe('les liens d’un PDF', () => {
  test('un titre sur deux lignes, dont les liens sont rangés à rebours et l’un d’eux en double', async () => {
    const pdf = await makePdf(({ page, line }) => {
      const one = page()
      line(one, 20, 300, 'Guide sur les aspects sociaux de la')
      line(one, 20, 288, 'commande publique, DAE, 2023')
      const url = 'https://exemple.fr/guide'
      const second = { page: one, x: 20, y: 288, words: 'commande publique', url }
      const first = { page: one, x: 20, y: 300, words: 'Guide sur les aspects sociaux de la', url }
      return [second, first, first]
    })
    const { given, left, changed } = await give(pdf)
    expect(linesOf(given)).toEqual([
      [
        'leviers/08-achats.md',
        'ecrit',
        '- [Guide sur les aspects sociaux de la commande publique](https://exemple.fr/guide), DAE, 2023',
      ],
    ])
    expect(left).toEqual([])
    expect(changed.get('leviers/08-achats.md')).toBe(
      achats.replace(
        '**Guide sur les aspects sociaux de la commande publique**',
        '[Guide sur les aspects sociaux de la commande publique](https://exemple.fr/guide)',
      ),
    )
  })

  test('deux numéros voisins ne se confondent pas, ce qui ressemble trop peu n’est pas écrit', async () => {
    const pdf = await makePdf(({ page, line }) => {
      const one = page()
      line(one, 20, 300, 'Points de Repère n° 9, RTES')
      line(one, 20, 280, 'Points de Repère n° 7')
      line(one, 20, 260, 'en savoir plus')
      return [
        { page: one, x: 20, y: 260, words: 'en savoir plus', url: 'https://exemple.fr/plus' },
        { page: one, x: 20, y: 280, words: 'Points de Repère n° 7', url: 'https://exemple.fr/7' },
        { page: one, x: 20, y: 300, words: 'Points de Repère n° 9', url: 'https://exemple.fr/9' },
      ]
    })
    const { given, left } = await give(pdf)
    expect(linesOf(given)).toEqual([
      ['leviers/08-achats.md', 'ecrit', '- [Points de Repère n° 9](https://exemple.fr/9), RTES'],
    ])
    expect(left.map(({ url }) => url)).toEqual(['https://exemple.fr/plus', 'https://exemple.fr/7'])
  })

  test('un exemple, des mots d’une phrase, une adresse déjà là, une autre', async () => {
    const pdf = await makePdf(({ page, line }) => {
      const one = page()
      line(one, 20, 300, 'Un traiteur solidaire')
      line(one, 20, 280, 'consulter la plateforme nationale des achats durables.')
      line(one, 20, 260, 'oriente l’économie de son territoire')
      line(one, 20, 240, 'Déjà lié')
      line(one, 200, 240, 'Déjà lié')
      return [
        { page: one, x: 20, y: 240, words: 'Déjà lié', url: 'https://exemple.fr/deja' },
        { page: one, x: 20, y: 280, words: 'consulter la plateforme nationale', url: 'https://exemple.fr/p' },
        { page: one, x: 20, y: 260, words: 'oriente l’économie de son', url: 'https://exemple.fr/o' },
        { page: one, x: 20, y: 300, words: 'Un traiteur solidaire', url: 'https://exemple.fr/t' },
      ]
    })
    const { given, left, changed } = await give(pdf)
    expect(left).toEqual([])
    expect(given.map(({ state }) => state).sort()).toEqual(['deja', 'ecrit', 'ecrit', 'ecrit'])
    const text = changed.get('leviers/08-achats.md')
    expect(text).toContain(
      '::: exemple [Un traiteur solidaire](https://exemple.fr/t) · Métropole de Lyon (69)',
    )
    expect(text).toContain('peut [consulter la plateforme nationale](https://exemple.fr/p) des achats')
    expect(text).toContain("achète [oriente l'économie de **son**](https://exemple.fr/o) territoire")
  })

  test('un titre de deux fiches suit la page, deux adresses pour les mêmes mots n’en donnent aucune', async () => {
    const pdf = await makePdf(({ page, line }) => {
      const one = page()
      line(one, 20, 300, 'Le statut de SCIC expliqué')
      line(one, 20, 280, 'Le guide commun')
      const two = page()
      line(two, 20, 300, 'Un traiteur solidaire')
      line(two, 20, 280, 'Un traiteur solidaire')
      return [
        { page: one, x: 20, y: 280, words: 'Le guide commun', url: 'https://exemple.fr/commun' },
        { page: one, x: 20, y: 300, words: 'Le statut de SCIC expliqué', url: 'https://exemple.fr/scic' },
        { page: two, x: 20, y: 300, words: 'Un traiteur solidaire', url: 'https://exemple.fr/a' },
        { page: two, x: 20, y: 280, words: 'Un traiteur solidaire', url: 'https://exemple.fr/b' },
      ]
    })
    const { given, left } = await give(pdf)
    expect(linesOf(given)).toEqual([
      [
        'leviers/10-scic.md',
        'ecrit',
        '- [Le statut de SCIC expliqué](https://exemple.fr/scic), Réseau, 2024',
      ],
      ['leviers/10-scic.md', 'ecrit', '- [Le guide commun](https://exemple.fr/commun), RTES'],
    ])
    expect(left.map(({ url, why }) => [url, why])).toEqual([
      ['https://exemple.fr/a', 'contredit'],
      ['https://exemple.fr/b', 'contredit'],
    ])
  })

  test('sans page sûre, un titre de deux fiches reste sans adresse', async () => {
    const pdf = await makePdf(({ page, line }) => {
      const one = page()
      line(one, 20, 280, 'Le guide commun')
      return [{ page: one, x: 20, y: 280, words: 'Le guide commun', url: 'https://exemple.fr/commun' }]
    })
    const { given, left } = await give(pdf)
    expect(given).toEqual([])
    expect(left.map(({ why }) => why)).toEqual(['plusieurs'])
  })
})

test('les liens d’un document Word, élément ou champ', () => {
  const document = `<w:document xmlns:w="w" xmlns:r="r"><w:body>
    <w:p><w:hyperlink r:id="rId5"><w:r><w:t>Le statut de </w:t></w:r><w:r><w:t>SCIC expliqué</w:t></w:r></w:hyperlink></w:p>
    <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://exemple.fr/t" \\l "x" </w:instrText></w:r>
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Un traiteur solidaire</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
    <w:p><w:r><w:t>Un texte</w:t><w:footnoteReference w:id="2"/></w:r></w:p>
    </w:body></w:document>`
  const relations = `<Relationships><Relationship Id="rId5" Target="https://exemple.fr/scic?a=1&amp;b=2" TargetMode="External"/></Relationships>`
  const docx = zipSync({
    'word/document.xml': strToU8(document),
    'word/_rels/document.xml.rels': strToU8(relations),
    'word/footnotes.xml': strToU8(
      '<w:footnotes><w:footnote w:id="2"><w:p><w:hyperlink r:id="rId5"><w:r><w:t>Le guide de la note</w:t></w:r></w:hyperlink></w:p></w:footnote></w:footnotes>',
    ),
    'word/_rels/footnotes.xml.rels': strToU8(relations.replace('scic?a=1&amp;b=2', 'note')),
  })
  expect(linksOfWord(readManuscript(docx)).map(({ url, words }) => [url, words])).toEqual([
    ['https://exemple.fr/scic?a=1&b=2', 'Le statut de SCIC expliqué'],
    ['https://exemple.fr/t#x', 'Un traiteur solidaire'],
    ['https://exemple.fr/note', 'Le guide de la note'],
  ])
  const { given } = giveLinks(texts, linksOfWord(readManuscript(docx)), 0.85)
  expect(given.map(({ state }) => state)).toEqual(['ecrit', 'ecrit'])
  expect(() => readManuscript(strToU8('rien'))).toThrow('pas un fichier .docx')
})
