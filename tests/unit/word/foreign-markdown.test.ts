import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foreignMarkdown } from '../../../src/word/foreign-markdown.ts'
import { importMarkdown } from '../../../src/word/import-markdown.ts'
import { runs } from '../../thorough.ts'
import { importing } from './setting.ts'

const setting = { ...importing, famille: 'levier', numero: 1 }

test.each([
  ['Titre\n=====\n\nTexte', '# Titre\n\nTexte'],
  ['Partie\n---', '## Partie'],
  ['- point\n---', '- point'],
  ['Texte\n\n* * *\n\nSuite', 'Texte\n\n\nSuite'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', '| a | b |\n|---|---|\n| 1 | 2 |'],
  ['## Partie ##', '## Partie'],
  [
    'Voir [le guide][1] et [Insee].\n\n[1]: https://a.fr\n[Insee]: <https://insee.fr> "Statistiques"',
    'Voir [le guide](https://a.fr) et [Insee](https://insee.fr) (Statistiques).\n',
  ],
  ['[jamais]: https://a.fr', '[jamais]: https://a.fr'],
  ['Un fait[^a].\n\n[^a]: Insee,\n    2024.\n\nFin', 'Un fait (Insee, 2024).\n\n\nFin'],
  ['Un fait[^b].', 'Un fait[^b].'],
  ['- [x] fait\n- [ ] à faire', '- fait\n- à faire'],
  ['<div class="x">Du <b>texte</b><br/></div>', 'Du **texte**'],
  ['<a href="https://a.fr">ici</a> ~~plus~~', '[ici](https://a.fr) plus'],
  ['Un <strong>mot</strong>, un <i>autre</i>, un ==dernier==.', 'Un **mot**, un *autre*, un **dernier**.'],
  ['a == b et c == d', 'a == b et c == d'],
  [
    '> [!TIP]\n> Un conseil,\n>\n> un autre.\n\nSuite',
    'À savoir : Un conseil\n\nUn conseil,\n\nun autre.\n\nSuite',
  ],
  ['> [!NOTE]\n\n> Une citation', '> [!NOTE]\n\n> Une citation'],
  ['```\n> [!NOTE]\n> code\n```', '```\n> [!NOTE]\n> code\n```'],
  ['```\n[a][1]\n---\n```', '```\n[a][1]\n---\n```'],
  ['3 < 4 et 5 > 2', '3 < 4 et 5 > 2'],
  ['| Mairie<br>CCAS | Achat<BR />Vente |', '| Mairie CCAS | Achat Vente |'],
  ['12 rue des Lilas<br>69001 Lyon', '12 rue des Lilas 69001 Lyon'],
  ['<p>Un</p><p align="center">deux</p>', 'Un  deux'],
  ['1. Un\n\n   <div>suite</div>', '1. Un\n\n   suite'],
  ['Du CO<sub>2</sub>, un <span class="x">mo</span>t<!-- vu -->.', 'Du CO2, un mot.'],
  ['Les <communes de moins> de 3500, <b et c>', 'Les <communes de moins> de 3500, <b et c>'],
  ['Le [Guide][].\n\n[guide]: https://a.fr', 'Le [Guide](https://a.fr).\n'],
  ['Un fait[^Insee].\n\n[^insee]: 2024.', 'Un fait (2024).\n'],
])('%j', (text, written) => {
  expect(foreignMarkdown(text).text).toBe(written)
})

test('words that HTML stands between stay words, and all are counted', () => {
  const { markdown, lost, words } = importMarkdown(
    '# Le titre\n\n<table><tr><td>Mairie</td><td>CCAS</td></tr></table>\n\nEntre les <communes de moins> de 3500 habitants.\n',
    setting,
  )
  expect(markdown).toContain('\nMairie CCAS\n')
  expect(markdown).toMatch(/communes de moins\\?> de 3500/)
  expect(words).toBe('Le titre Mairie CCAS Entre les communes de moins de 3500 habitants'.split(' ').length)
  expect(lost).toEqual([])
})

test('a front matter of another program: what the kit has too is taken, the rest told', () => {
  const { markdown, told, lost } = importMarkdown(
    '---\ntitle: "Habiter : autrement"\nauthor: Jeanne Durand\ndescription: Un résumé.\ntags: [habitat, foncier]\n---\n\n# Introduction\n\nTexte.\n\n![Une image](img.png)\n',
    setting,
  )
  expect(lost).toEqual([])
  expect(markdown).toContain('titre: "Habiter : autrement"')
  expect(markdown).toContain('resume: Un résumé.')
  expect(markdown).toContain('mots_cles: [habitat, foncier]')
  expect(markdown).toContain('\n## Introduction\n\nTexte.\n\n![Une image](img.png)\n')
  expect(markdown).not.toContain('author')
  expect(told).toContain('L’en-tête disait « author : Jeanne Durand » : laissé.')
})

test('a fiche of the kit stays as it is', () => {
  const source =
    '---\nnumero: 1\nslug: essai\ntitre: Essai\nfamille: levier\nstatut: relecture\nresume: Un résumé.\nmaj: 2026-11\n---\n\nTexte.\n\n::: info Titre\nDu texte.\n:::\n'
  expect(importMarkdown(source, setting).markdown).toBe(source)
})

test('whatever is typed is read', () => {
  const signs = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '^',
    '<',
    '>',
    '-',
    '=',
    '#',
    '\n',
    ' ',
    'a',
    '`',
    '"',
    ':',
    '|',
    '~',
  )
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 60 }), pieces => {
      expect(importMarkdown(pieces.join(''), setting).lost).toEqual([])
    }),
    { numRuns: runs(15) },
  )
})
