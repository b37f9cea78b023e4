import { describe, expect, test } from 'vitest'
import { readPdfLinks } from '../../../build/ground/links/kit-texts.ts'
import { giveLinks } from '../../../src/links/give-links.ts'
import { drawPdf } from './draw-pdf.ts'

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

/** Gives the links of a page of lines, by their height. @param links in the order of the file: the line of each, its words, its address */
async function give(lines: Record<number, string>, ...links: [y: number, words: string, path: string][]) {
  const bytes = await drawPdf(({ line, wide }) => {
    for (const [y, words] of Object.entries(lines)) line(Number(y), words)
    return links.map(([y, words, path]) => ({
      rect: [20, y - 3, 20 + wide(words), y + 9],
      url: `https://exemple.fr/${path}`,
    }))
  })
  return giveLinks(texts, await readPdfLinks(bytes, new AbortController().signal))
}

const linesOf = (written: Awaited<ReturnType<typeof give>>['written']) =>
  written.map(({ file, after }) => [file, after])

describe('les liens d’un PDF', () => {
  test('un titre sur deux lignes, dont les liens sont rangés à rebours et l’un d’eux en double', async () => {
    const first = 'Guide sur les aspects sociaux de la'
    const { written, left, changed } = await give(
      { 300: first, 288: 'commande publique, DAE, 2023' },
      [288, 'commande publique', 'guide'],
      [300, first, 'guide'],
      [300, first, 'guide'],
    )
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
    const { written, left } = await give(
      { 300: 'Points de Repère n° 9, RTES', 280: 'Points de Repère n° 7', 260: 'en savoir plus' },
      [260, 'en savoir plus', 'plus'],
      [280, 'Points de Repère n° 7', '7'],
      [300, 'Points de Repère n° 9', '9'],
    )
    expect(linesOf(written)).toEqual([
      ['leviers/08-achats.md', '- [Points de Repère n° 9](https://exemple.fr/9), RTES'],
    ])
    expect(left.map(({ url }) => url)).toEqual(['https://exemple.fr/plus', 'https://exemple.fr/7'])
  })

  test('un exemple, des mots d’une phrase, et non une adresse déjà là', async () => {
    const { written, left, changed } = await give(
      {
        300: 'Un traiteur solidaire',
        280: 'consulter la plateforme nationale des achats durables.',
        260: 'oriente l’économie de son territoire',
        240: 'Déjà lié',
      },
      [240, 'Déjà lié', 'deja'],
      [280, 'consulter la plateforme nationale', 'p'],
      [260, 'oriente l’économie de son', 'o'],
      [300, 'Un traiteur solidaire', 't'],
    )
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
    const [scic, commun, traiteur] = [
      'Le statut de SCIC expliqué',
      'Le guide commun',
      'Un traiteur solidaire',
    ]
    const { written, left } = await give(
      { 300: scic, 280: commun, 260: traiteur, 240: traiteur },
      [280, commun, 'commun'],
      [300, scic, 'scic'],
      [260, traiteur, 'a'],
      [240, traiteur, 'b'],
    )
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
