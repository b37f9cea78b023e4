import { expect, test } from 'vitest'
import { rendered } from './kit.ts'

test('a column stands right or in the middle on the site, whose policy refuses a style', () => {
  const source = '| Lieu | Part | Note |\n| --- | ---: | :---: |\n| Lyon | 12 | a |\n'
  expect(rendered(source, 'web')).toContain('<td class="a-droite" data-colonne="Part">12</td>')
  expect(rendered(source, 'web')).toContain('<td class="au-centre" data-colonne="Note">a</td>')
  expect(rendered(source, 'web')).not.toContain('style=')
  expect(rendered(source, 'print')).toMatch(/<td[^>]* style="text-align:right"[^>]*>12/)
})

test('a telephone number is a link in every medium, outside links and longer numbers', () => {
  const source = 'Appeler le 03 20 97 17 97, [au 01 02 03 04 05](https://a.fr), pas le 1203209717970.\n'
  for (const medium of ['web', 'print', 'epub'] as const)
    expect(rendered(source, medium).match(/href="tel:[^"]*"/g)).toEqual(['href="tel:0320971797"'])
})

const printed = (source: string) => rendered(source, 'print').replace(/ data-b="\d+"/g, '')

test('a year over a column of numbers stays a year', () =>
  expect(printed('| Poste | 2025 |\n|---|---|\n| Eau | 12 500 |\n')).toContain('scope="col">2025</th>'))

test('numbers stand right, their thousands alike; the first column names its rows', () => {
  const html = printed(
    '| Lieu | Habitants | Note |\n|---|---|---|\n| Lyon | 13500 | a 1 |\n| Crest | 108 000 | b |\n| Die | – | c |\n',
  )
  expect(html).toContain('<th style="text-align:right" scope="col">Habitants</th>')
  expect(html).toContain(
    '<th scope="row">Lyon</th>\n<td style="text-align:right">13\u202f500</td>\n<td>a 1</td>',
  )
  expect(html).toContain('<td style="text-align:right">–</td>')
})

test('one number that went down leaves its column one of numbers', () =>
  expect(printed('| Poste | Écart |\n|---|---|\n| Eau | 2,1 % |\n| Air | -3,2 % |\n')).toMatch(
    /right">2,1.*right">-3,2/s,
  ))

test('codes without thousands stay as they are written, and rows of one name have none', () => {
  const html = printed('| Lieu | Code |\n|---|---|\n| Lyon | 69001 |\n| Lyon | 69002 |\n')
  expect(html).toContain('<td>Lyon</td>\n<td style="text-align:right">69001</td>')
})
