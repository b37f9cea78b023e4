import { expect, test } from 'vitest'
import { gridCsv, gridOf } from '../../../build/pages/web/rgaa.ts'

const page = (body: string, head = '<title>Une page</title>') =>
  `<!DOCTYPE html>\n<html lang="fr"><head>${head}</head><body>${body}</body></html>`
const etatOf = (numero: string, pages: [string, string][]) =>
  gridOf(new Map(pages)).find(one => one.numero === numero)?.etat

test('the grid has the 106 criteria, each once, and says nothing that no machine can tell', () => {
  const grid = gridOf(new Map([['index.html', page('')]]))
  expect(grid).toHaveLength(106)
  expect(new Set(grid.map(({ numero }) => numero)).size).toBe(106)
  expect(grid.filter(({ etat }) => etat === 'conforme').map(({ numero }) => numero)).toEqual([
    '8.1',
    '8.3',
    '8.5',
  ])
  for (const { etat, preuve } of grid) expect(preuve === null).toBe(etat === 'à vérifier')
  expect(gridOf(new Map()).every(({ etat }) => etat === 'à vérifier')).toBe(true)
  for (const { intitule } of grid) expect(intitule).toMatch(/^\p{Lu}.*\u00a0\?$/u)
  expect(new Set(grid.map(({ intitule }) => intitule)).size).toBe(106)
  const rows = gridCsv(grid).split('\r\n')
  expect(rows).toHaveLength(108)
  expect(rows[1]).toMatch(
    /^1\.1;Images;Chaque image porteuse d’information a-t-elle une alternative textuelle\u00a0\?;.*criteres-et-tests\/#1\.1$/,
  )
})

test.each<[string, string, string]>([
  ['2.1', page('<iframe src="x"></iframe>'), 'à vérifier'],
  ['4.1', page('<video></video>'), 'à vérifier'],
  ['8.1', '<html lang="fr"><title>x</title></html>', 'non conforme'],
  ['8.3', page('').replace(' lang="fr"', ''), 'non conforme'],
  ['8.5', page('', '<title> </title>'), 'non conforme'],
  ['8.10', page('<p dir="rtl">שלום</p>'), 'à vérifier'],
  ['13.1', page('', '<title>x</title><meta http-equiv="refresh" content="0">'), 'à vérifier'],
])('a fault planted in one page of two changes %s', (numero, spoilt, etat) => {
  expect(
    etatOf(numero, [
      ['a.html', page('')],
      ['b.html', page('')],
    ]),
  ).toMatch(/conforme|non applicable/)
  expect(
    etatOf(numero, [
      ['a.html', page('')],
      ['b.html', spoilt],
    ]),
  ).toBe(etat)
})
