import { expect, test } from 'vitest'
import { readPdfLinks } from '../../../build/ground/links/kit-texts.ts'
import { wholeWords } from '../../../src/links/find-words.ts'
import { giveLinks } from '../../../src/links/give-links.ts'
import { drawPdf, type Frame, type Pen } from './draw-pdf.ts'

/** A fiche with one resource, whose address the PDFs have. */
const file = 'leviers/08-achats.md'
const texts = new Map([
  [
    file,
    '---\nnumero: 1\n---\n\nUn texte.\n\n::: ressources\n- **Guide des clauses sociales dans la commande publique**, DAE\n- **La finance solidaire**, RTES\n:::\n',
  ],
])
const GUIDE = 'https://exemple.fr/guide'

const TITLE = 'Guide des clauses sociales dans la commande publique'
const across = ({ line }: Pen): Place[] => [{ rect: [20, 297, line(300, TITLE), 309] }]

type Place = Omit<Frame, 'url'>
const drawings: [string, (pen: Pen) => Place[], number?][] = [
  [
    'un cadre trop court de deux points à chaque bout',
    ({ line, wide }) => {
      const comma = line(300, `${TITLE}, DAE`) - wide(', DAE')
      line(280, 'Une autre ligne, plus bas')
      return [{ rect: [25, 297, comma - 4, 309] }]
    },
  ],
  [
    'un cadre posé au-dessus de la ligne d’écriture',
    ({ line }) => {
      const end = line(300, TITLE)
      line(286, 'Une ligne plus bas')
      line(314, 'Une ligne plus haut')
      return [{ rect: [19, 301, end + 1, 311] }]
    },
  ],
  [
    'un seul cadre pour deux lignes, le mot coupé au bout de la première',
    ({ line }) => {
      line(300, 'Guide des clauses sociales dans la com-')
      const end = line(288, 'mande publique')
      line(276, 'Une ligne plus bas')
      return [{ rect: [19, 285, Math.max(end, 220), 309] }]
    },
  ],
  [
    'deux quadrilatères dans un cadre qui couvre davantage',
    ({ line }) => {
      line(300, 'Lire le')
      const right = line(300, 'Guide des clauses sociales', 60)
      const end = line(288, 'dans la commande publique')
      line(288, 'avant tout achat', end + 4)
      const quads: Frame['quads'] = [
        [60, 297, right, 309],
        [20, 285, end, 297],
      ]
      return [{ rect: [20, 285, right, 309], quads }]
    },
  ],
  ['une page tournée d’un quart', across, 90],
  ['une page retournée', across, 180],
  [
    'des mots écrits de bas en haut',
    ({ wide, upward }) => {
      upward(100, TITLE)
      upward(116, 'Une ligne voisine')
      return [{ rect: [91, 19, 103, 21 + wide(TITLE)] }]
    },
  ],
]

test.each(drawings)('%s : l’adresse va au titre', async (_, draw, rotate) => {
  const bytes = await drawPdf(pen => draw(pen).map(place => ({ ...place, url: GUIDE })), rotate)
  const links = await readPdfLinks(bytes, new AbortController().signal)
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
