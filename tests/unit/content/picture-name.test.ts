import { expect, test } from 'vitest'
import { isSoundName, slugify, soundName } from '../../../src/text/names.ts'

test.each(['images/marche.png', 'images/lieux/Marché_d-Été.2.JPG', 'images/Œuvre.svg'])(
  '%s convient à toutes les éditions',
  path => expect(isSoundName(path)).toBe(true),
)

test.each([
  ['images/R&D.png', 'images/R-D.png'],
  ['images/50%.png', 'images/50.png'],
  ['images/plan#1.png', 'images/plan-1.png'],
  ['images/plan?.png', 'images/plan.png'],
  ['images/mon plan (2).png', 'images/mon-plan-2.png'],
  ['images/100 % bio/plan "A".svg', 'images/100-bio/plan-A.svg'],
  ['images/marche\u0301.png', 'images/marche.png'],
  ['images/été 2024.jpg', 'images/ete-2024.jpg'],
  ['images/план.png', 'images/image.png'],
  ['images/(1)/#_a.png', 'images/1/image_a.png'],
])('%s : proposer %s', (path, proposal) => {
  expect(isSoundName(path)).toBe(false)
  expect(soundName(path, [])).toBe(proposal)
  expect(isSoundName(proposal)).toBe(true)
})

test('un nom déjà pris, même en d’autres capitales, n’est pas proposé', () => {
  expect(soundName('images/R&D.png', ['images/r-d.PNG', 'images/R-D-2.png'])).toBe('images/R-D-3.png')
})

test.each([
  ['une piste jusqu’au collège', 'une-piste-jusqu-au-college'],
  ['une piste jusqu’au collège de la ville', 'une-piste-jusqu-au-college'],
  ['une piste jusqu’au collège-lycée', 'une-piste-jusqu-au-college'],
  ['anticonstitutionnellementparlant', 'anticonstitutionnellementp'],
])('a name of 26 characters at most is cut between words: %s', (title, name) => {
  expect(slugify(title, 26)).toBe(name)
})
