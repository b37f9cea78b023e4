import { degrees, PDFDocument, type PDFFont, type PDFPage, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { readPdfLinks } from '../../../build/ground/links/kit-texts.ts'
import { wholeWords } from '../../../src/links/find-words.ts'
import { giveLinks } from '../../../src/links/give-links.ts'

/** A fiche with one resource, whose address the PDFs have. */
const file = 'leviers/08-achats.md'
const texts = new Map([
  [
    file,
    '---\nnumero: 1\n---\n\nUn texte.\n\n::: ressources\n- **Guide des clauses sociales dans la commande publique**, DAE\n- **La finance solidaire**, RTES\n:::\n',
  ],
])
const GUIDE = 'https://exemple.fr/guide'

type Frame = {
  rect: [left: number, bottom: number, right: number, top: number]
  quads?: readonly Frame['rect'][]
}

async function pdfOf(
  draw: (page: PDFPage, font: PDFFont) => Frame[],
  rotate: 0 | 90 | 180 | 270 = 0,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([500, 400])
  page.setRotation(degrees(rotate))
  for (const { rect, quads } of draw(page, font)) {
    const points = quads?.flatMap(([x1, y1, x2, y2]) => [x1, y2, x2, y2, x1, y1, x2, y1])
    const annotation = pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: rect,
      ...(points ? { QuadPoints: points } : {}),
      A: { S: 'URI', URI: PDFString.of(GUIDE) },
    })
    page.node.addAnnot(pdf.context.register(annotation))
  }
  return pdf.save()
}

const TITLE = 'Guide des clauses sociales dans la commande publique'
const line = (page: PDFPage, font: PDFFont, y: number, words: string) => {
  page.drawText(words, { x: 20, y, size: 10, font })
  return 20 + font.widthOfTextAtSize(words, 10)
}

const drawings: [string, (page: PDFPage, font: PDFFont) => Frame[], (0 | 90 | 180 | 270)?][] = [
  [
    'un cadre trop court de deux points à chaque bout',
    (page, font) => {
      const end = line(page, font, 300, `${TITLE}, DAE`)
      const comma = end - font.widthOfTextAtSize(', DAE', 10)
      line(page, font, 280, 'Une autre ligne, plus bas')
      return [{ rect: [25, 297, comma - 4, 309] }]
    },
  ],
  [
    'un cadre posé au-dessus de la ligne d’écriture',
    (page, font) => {
      const end = line(page, font, 300, TITLE)
      line(page, font, 286, 'Une ligne plus bas')
      line(page, font, 314, 'Une ligne plus haut')
      return [{ rect: [19, 301, end + 1, 311] }]
    },
  ],
  [
    'un seul cadre pour deux lignes, le mot coupé au bout de la première',
    (page, font) => {
      line(page, font, 300, 'Guide des clauses sociales dans la com-')
      const end = line(page, font, 288, 'mande publique')
      line(page, font, 276, 'Une ligne plus bas')
      return [{ rect: [19, 285, Math.max(end, 220), 309] }]
    },
  ],
  [
    'deux quadrilatères dans un cadre qui couvre davantage',
    (page, font) => {
      page.drawText('Lire le', { x: 20, y: 300, size: 10, font })
      page.drawText('Guide des clauses sociales', { x: 60, y: 300, size: 10, font })
      const end = line(page, font, 288, 'dans la commande publique')
      page.drawText('avant tout achat', { x: end + 4, y: 288, size: 10, font })
      const right = 60 + font.widthOfTextAtSize('Guide des clauses sociales', 10)
      return [
        {
          rect: [20, 285, right, 309],
          quads: [
            [60, 297, right, 309],
            [20, 285, end, 297],
          ],
        },
      ]
    },
  ],
  [
    'une page tournée d’un quart',
    (page, font) => {
      const end = line(page, font, 300, TITLE)
      return [{ rect: [20, 297, end, 309] }]
    },
    90,
  ],
  [
    'une page retournée',
    (page, font) => {
      const end = line(page, font, 300, TITLE)
      return [{ rect: [20, 297, end, 309] }]
    },
    180,
  ],
  [
    'des mots écrits de bas en haut',
    (page, font) => {
      page.drawText(TITLE, { x: 100, y: 20, size: 10, font, rotate: degrees(90) })
      page.drawText('Une ligne voisine', { x: 116, y: 20, size: 10, font, rotate: degrees(90) })
      return [{ rect: [91, 19, 103, 21 + font.widthOfTextAtSize(TITLE, 10)] }]
    },
  ],
]

test.each(drawings)('%s : l’adresse va au titre', async (_, draw, rotate) => {
  const links = await readPdfLinks(await pdfOf(draw, rotate), new AbortController().signal)
  const { written } = giveLinks(texts, links)
  expect(written.map(({ after }) => after)).toEqual([`- **[${TITLE}](${GUIDE})**, DAE`])
})

test('une ligature est deux lettres, un trait d’union de fin de ligne aucune', () => {
  const covered = [{ url: GUIDE, words: 'La ﬁnance so-\nlidaire', page: 1, box: [0, 0, 9, 9] as const }]
  expect(giveLinks(texts, covered).written.map(({ after }) => after)).toEqual([
    `- **[La finance solidaire](${GUIDE})**, RTES`,
  ])
})

test.each([
  'En savoir plus',
  'pour en savoir plus :',
  'Consulter le site',
  'Cliquez ici pour télécharger le guide',
])('« %s » ne va à aucune phrase, même qui le dit', words => {
  const text = `---\nnumero: 1\n---\n\nUne phrase dit : ${words}. Voir plus bas.\n`
  const covered = [{ url: GUIDE, words, page: 1, box: [0, 0, 9, 9] as const }]
  const { changed, left } = giveLinks(new Map([[file, text]]), covered)
  expect(changed.size).toBe(0)
  expect(left).toEqual(covered)
})

test.each([
  ['uide des clause', 'Le Guide des clauses sociales', 'Guide des clauses'],
  ['des clauses', 'Le Guide des clauses sociales', 'des clauses'],
  ['ville', 'la ville', 'ville'],
  // Four letters away is another word.
  ['durable', 'le codéveloppementdurable', 'durable'],
  // Cut in one place and whole in another: nobody knows which.
  ['sage', 'un passage, un sage', 'sage'],
  ['absent', 'rien de tel', 'absent'],
  ['', 'rien', ''],
])('%j dans %j : %j', (words, text, whole) => {
  expect(wholeWords(words, text)).toBe(whole)
})
