import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cite } from '../../../build/pages/web/cite.ts'

const source = {
  cle: 'kit-2026:scic',
  titre: 'Les SCIC & vous',
  numero: 10,
  kit: 'Kit 2026',
  editeur: 'RTES',
  mois: '2025-11',
  date: 'novembre 2025',
}

test('an example is cited in words and in BibTeX', () => {
  const { texte, bibtex } = cite(
    source,
    { titre: 'Près de 50\u00a0% du capital', ancre: 'exemple-iloe', precision: '' },
    'https://kit.example/fiches/scic/#exemple-iloe',
  )
  expect(texte).toBe(
    'RTES, «\u00a0Près de 50\u00a0% du capital\u00a0», dans «\u00a0Les SCIC & vous\u00a0», fiche\u00a010, Kit 2026, novembre 2025, https://kit.example/fiches/scic/#exemple-iloe',
  )
  expect(bibtex).toBe(`@incollection{kit-2026:scic:exemple-iloe,
  title = {{Près de 50~\\% du capital}},
  booktitle = {Les SCIC \\& vous, Kit 2026},
  author = {{RTES}},
  publisher = {RTES},
  year = {2025},
  month = {11},
  chapter = {10},
  url = {https://kit.example/fiches/scic/#exemple-iloe},
}`)
})

test('a figure is cited with where it comes from', () => {
  const figure = {
    titre: 'L’emploi\u00a0: 17\u202f% des emplois',
    ancre: 'chiffre-emplois',
    precision: 'source\u00a0: étude ANCT, 2018',
  }
  const { texte, bibtex } = cite(source, figure, null)
  expect(texte).toBe(
    'RTES, «\u00a0L’emploi\u00a0: 17\u202f% des emplois\u00a0» (source\u00a0: étude ANCT, 2018), dans «\u00a0Les SCIC & vous\u00a0», fiche\u00a010, Kit 2026, novembre 2025',
  )
  expect(bibtex).toContain('  note = {source~: étude ANCT, 2018},')
})

test('the braces of BibTeX are even, whatever a title says', () => {
  fc.assert(
    fc.property(fc.string(), titre => {
      const { bibtex } = cite(source, { titre, ancre: 'a', precision: titre }, 'https://x.example/')
      const bare = bibtex.replace(/\\[{}&%$#_]/g, '')
      expect(bare.split('{').length).toBe(bare.split('}').length)
    }),
  )
})
