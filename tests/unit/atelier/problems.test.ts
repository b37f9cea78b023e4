import { expect, test } from 'vitest'
import { forAuthors, sayWorths } from '../../../build/atelier/app/problems-view.ts'
import type { Glance } from '../../../src/kit/glance.ts'
import { type Code, diagnose } from '../../../src/problems/index.ts'

const glance: Glance = { titre: '', familles: [], sheets: [], sigles: {}, settings: [], partenaires: {} }
const at = (code: Code, line: number) => diagnose(code, { file: 'a.md', line, column: 1 })

test('errors come first, then what is to complete, then advice; no command of a terminal is told', () => {
  const problems = forAuthors({
    glance,
    problems: [
      at('ressources-sans-adresse', 1),
      at('ancre-absente', 2),
      at('lien-a-completer', 3),
      at('yaml-deux-points', 4),
    ],
    toComplete: [at('texte-provisoire', 3), at('texte-provisoire', 5)],
  })
  expect(problems.map(({ code, place }) => [code, place.line])).toEqual([
    ['yaml-deux-points', 4],
    ['lien-a-completer', 3],
    ['texte-provisoire', 5],
    ['ressources-sans-adresse', 1],
    ['ancre-absente', 2],
  ])
  expect(problems.map(({ hint }) => hint).join('\n')).not.toContain('« kit ')
  expect(problems.find(({ code }) => code === 'ressources-sans-adresse')?.hint).toBe(
    "Écrire [Titre](https://…) quand l'adresse est sûre.",
  )
  expect(sayWorths(problems)).toBe('1 erreur, 2 à compléter, 2 conseils')
  expect(sayWorths([])).toBe('')
})
