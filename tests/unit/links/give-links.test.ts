import { PDFDocument, type PDFFont, type PDFPage, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { readPdfLinks } from '../../../build/ground/links/kit-texts.ts'
import { giveLinks } from '../../../src/links/give-links.ts'

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

const give = async (bytes: Uint8Array) =>
  giveLinks(texts, await readPdfLinks(bytes, new AbortController().signal))

const linesOf = (written: Awaited<ReturnType<typeof give>>['written']) =>
  written.map(({ file, after }) => [file, after])

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
    const { written, left, changed } = await give(pdf)
    expect(linesOf(written)).toEqual([
      [
        'leviers/08-achats.md',
        '- **[Guide sur les aspects sociaux de la commande publique](https://exemple.fr/guide)**, DAE, 2023',
      ],
    ])
    expect(left).toEqual([])
    expect(changed.get('leviers/08-achats.md')).toBe(
      achats.replace(
        '**Guide sur les aspects sociaux de la commande publique**',
        '**[Guide sur les aspects sociaux de la commande publique](https://exemple.fr/guide)**',
      ),
    )
  })

  test('deux numéros voisins ne se confondent pas, ce que les fiches ne disent pas n’est pas écrit', async () => {
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
    const { written, left } = await give(pdf)
    expect(linesOf(written)).toEqual([
      ['leviers/08-achats.md', '- [Points de Repère n° 9](https://exemple.fr/9), RTES'],
    ])
    expect(left.map(({ url }) => url)).toEqual(['https://exemple.fr/plus', 'https://exemple.fr/7'])
  })

  test('un exemple, des mots d’une phrase, et non une adresse déjà là', async () => {
    const pdf = await makePdf(({ page, line }) => {
      const one = page()
      line(one, 20, 300, 'Un traiteur solidaire')
      line(one, 20, 280, 'consulter la plateforme nationale des achats durables.')
      line(one, 20, 260, 'oriente l’économie de son territoire')
      line(one, 20, 240, 'Déjà lié')
      return [
        { page: one, x: 20, y: 240, words: 'Déjà lié', url: 'https://exemple.fr/deja' },
        { page: one, x: 20, y: 280, words: 'consulter la plateforme nationale', url: 'https://exemple.fr/p' },
        { page: one, x: 20, y: 260, words: 'oriente l’économie de son', url: 'https://exemple.fr/o' },
        { page: one, x: 20, y: 300, words: 'Un traiteur solidaire', url: 'https://exemple.fr/t' },
      ]
    })
    const { written, left, changed } = await give(pdf)
    expect(left.map(({ words }) => words)).toEqual(['Déjà lié'])
    expect(written).toHaveLength(3)
    const text = changed.get('leviers/08-achats.md')
    expect(text).toContain(
      '::: exemple [Un traiteur solidaire](https://exemple.fr/t) · Métropole de Lyon (69)',
    )
    expect(text).toContain('peut [consulter la plateforme nationale](https://exemple.fr/p) des achats')
    expect(text).toContain("achète [oriente l'économie de **son**](https://exemple.fr/o) territoire")
  })

  test('des mots de deux endroits, ou de deux adresses, restent sans adresse', async () => {
    const pdf = await makePdf(({ page, line }) => {
      const one = page()
      line(one, 20, 300, 'Le statut de SCIC expliqué')
      line(one, 20, 280, 'Le guide commun')
      line(one, 20, 260, 'Un traiteur solidaire')
      line(one, 20, 240, 'Un traiteur solidaire')
      return [
        { page: one, x: 20, y: 280, words: 'Le guide commun', url: 'https://exemple.fr/commun' },
        { page: one, x: 20, y: 300, words: 'Le statut de SCIC expliqué', url: 'https://exemple.fr/scic' },
        { page: one, x: 20, y: 260, words: 'Un traiteur solidaire', url: 'https://exemple.fr/a' },
        { page: one, x: 20, y: 240, words: 'Un traiteur solidaire', url: 'https://exemple.fr/b' },
      ]
    })
    const { written, left } = await give(pdf)
    expect(linesOf(written)).toEqual([
      ['leviers/10-scic.md', '- **[Le statut de SCIC expliqué](https://exemple.fr/scic)**, Réseau, 2024'],
    ])
    expect(left.map(({ url }) => url).sort()).toEqual([
      'https://exemple.fr/a',
      'https://exemple.fr/b',
      'https://exemple.fr/commun',
    ])
  })
})
