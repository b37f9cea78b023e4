import { expect, test } from 'vitest'
import { headOf, withHead } from '../../../src/word/front-matter.ts'

test('a front matter that comes back the same keeps each sign, its month said or not', () => {
  const source = '---\nnumero: 1\ntitre: "L\'ESS ?"\nmaj: 2025-11\n---\n\nUn texte.\n'
  const said = headOf('numero: 1\ntitre: L’ESS ?\nmaj: 2025-11\n')
  expect(said.rows).toContainEqual(['maj', 'novembre 2025'])
  const rows = said.rows.map(([key, value]): [string, string] => [key, key === 'maj' ? '2025-11' : value])
  for (const head of [said, { ...said, rows }]) expect(withHead(head, '\nUn texte.\n', source)).toBe(source)
  expect(withHead({ ...said, titre: 'Autre' }, 'Un texte.\n', source)).toContain('titre: Autre')
})
