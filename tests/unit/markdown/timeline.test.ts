import { expect, test } from 'vitest'
import { rendered } from './kit.ts'

const dates = (count: number, event = 'une loi', others = 'une loi') =>
  Array.from({ length: count }, (_, at) => `- ${1990 + at} : ${at === 0 ? event : others}`).join('\n')

const long = (count: number, event: string) => dates(count, event.trim(), event.trim())

test.each([
  ['one date does not run across the page', dates(1), 2],
  ['two to six dates share the width', dates(4), 4],
  ['over six go on in the next row', dates(8), 6],
  ['a long word has a wider column', dates(8, 'transfert à l’intercommunalité'), 5],
  ['a longer one too', dates(8, 'la désimperméabilisation des cours'), 4],
  ['long texts have wider columns', long(30, 'une loi '.repeat(20)), 5],
  ['one long text among short ones has not', dates(8, 'une loi '.repeat(40)), 6],
  ['the longest texts have a third of the page', long(30, 'une loi '.repeat(60)), 3],
  ['a word of the date too', `${dates(6)}\n- Télétransmission : une loi`, 4],
  ['a date of some words is not broken', `${dates(6)}\n- Années 2 à 10 : une loi`, 5],
  ['a compound is broken at its hyphens', dates(6, 'la Bourgogne-Franche-Comté, seule'), 6],
  ['an address is cut', dates(6, 'sur www.une-adresse-tres-longue.example.org/et/la/suite/de/l/adresse'), 6],
])('the printed timeline: %s', (_, source, columns) => {
  const html = rendered(`::: frise Dates\n${source}\n:::`, 'print')
  expect(/<ol class="frise-dates" data-colonnes="(\d)">/.exec(html)?.[1]).toBe(String(columns))
})

test('what goes on below the first line of a date stands in one column with it on paper, and nowhere else', () => {
  const source = '::: frise Dates\n- 1990 : une loi\n\n  Elle dure.\n- 1991 : une autre\n:::'
  const columnsIn = (medium: 'print' | 'web') =>
    rendered(source, medium).match(/<div class="evenement">/g)?.length ?? 0
  expect([columnsIn('print'), columnsIn('web')]).toEqual([1, 0])
})
