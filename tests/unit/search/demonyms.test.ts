import { expect, test } from 'vitest'
import { placeOfDemonym } from '../../../src/web/search/demonyms.ts'
import { readNames } from '../../../src/web/search/names.ts'

const names = readNames([
  'Alsace',
  'Bourges',
  'Bretagne',
  'Gard',
  'Le Havre',
  'Lyon',
  'Moulins',
  'Nanterre',
  'Nantes',
  'Paris',
  'Rennes',
  'Toulouse',
])

test.each([
  ['rennais', 'Rennes'],
  ['lyonnaises', 'Lyon'],
  ['nantais', 'Nantes'],
  ['toulousaine', 'Toulouse'],
  ['parisiennes', 'Paris'],
  ['alsaciens', 'Alsace'],
  ['bretonnes', 'Bretagne'],
  ['messines', 'Metz'],
  ['havrais', 'Le Havre'],
  ['bordelaise', 'Bordeaux'],
])('« %s » are of %s', (word, place) => {
  expect(placeOfDemonym(word, names)).toBe(place)
})

test.each(['gardien', 'moulin', 'jardin', 'français', 'citoyen', 'logement'])(
  '« %s » are of no place',
  word => {
    expect(placeOfDemonym(word, names)).toBeNull()
  },
)
