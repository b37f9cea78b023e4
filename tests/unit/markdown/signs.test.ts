import { expect, test } from 'vitest'
import { readBody } from '../../../src/kit/body/read-body.ts'
import { formatProblems } from '../../../src/problems/format.ts'

const problems = (source: string) =>
  formatProblems(readBody(source, { file: 'f', firstLine: 1 }).problems, 'texte')
    .split('\n')
    .slice(0, -2)

// What one case a code leaves out (tests/fixtures/erreurs): each sign that is almost right is told where it stands, with what to write.
test.each([
  ['##\u00a0Titre', 'f:1:1', "La retaper avec la barre d'espace seule : ## Titre"],
  ['#\u202fTitre', 'f:1:1', ': ## Titre'],
  ['Texte\n  ###Titre', 'f:2:3', 'Écrire : ### Titre'],
  ['- ##Titre', 'f:1:3', 'Écrire : ## Titre'],
  [':: exemple T · Lyon (69)', 'f:1:1', 'Écrire : ::: exemple T · Lyon (69)'],
  [':: exemple T · Lyon (69)\nTexte.\n\nTexte.\n:::', 'f:1:1', 'Écrire : ::: exemple T · Lyon (69)'],
  ['::exemple T · Lyon (69)', 'f:1:1', 'Écrire : ::: exemple T · Lyon (69)'],
  ['::: info T\n*\u00a0un\n:::', 'f:2:1', ': * un'],
  ['•\tun achat', 'f:1:1', 'Écrire : - un achat'],
  ['Texte :\n• un', 'f:2:1', 'Écrire : - un'],
  ['![Une photo] (images/x.jpg)', 'f:1:1', 'Écrire : ![Une photo](images/x.jpg)'],
  ['[**texte**](https://x.fr/a b)', 'f:1:1', 'Écrire : [**texte**](https://x.fr/a%20b)'],
  ['`[t](a)`, [t](https://x.fr/a_(b)_c d)', 'f:1:11', 'Écrire : [t](https://x.fr/a_(b)_c%20d)'],
  ['Lire [texte](https://x.fr', 'f:1:6', 'Écrire : [texte](https://x.fr)'],
  ['[t] (www.x.fr)', 'f:1:1', 'Écrire : [t](https://www.x.fr)'],
  ['[t](commande publique)', 'f:1:1', 'ou [[slug]] pour une fiche du kit'],
  ['[a [bis](https://x.fr) c](https://y.fr)', 'f:1:1', 'contiennent des signes de trop'],
])('%j', (source, place, remedy) => {
  const [first = ''] = problems(source)
  expect(problems(source)).toHaveLength(1)
  expect(first).toContain(`${place}  `)
  expect(first).toContain(remedy)
})

test.each([
  '#ess et #climat',
  'Lyon • Paris',
  '`a\n##b` fin',
  '\\##Titre',
  '::before, a :: b\n:: note',
  'Texte\n: exemple',
  'mot - mot\n–\u00a0non',
  '[sic] (voir plus bas)',
  'Lire [[reperes]] (https://x.fr) et [ok](https://x.fr).',
  '\\[t](a b) [t\\](a b) `[t](a b)`',
  'prix** et\n** Note',
  '2**3, 4 * 5 et ****',
  '\\*\\*x :\\*\\*y',
  '**Attention\u00a0:**\u00a0texte, «\u00a0**oui**\u00a0», l’**eau**, **« non »**, **élu**.e.s',
  '[^1](https://x.fr)',
])('rien à dire de %j', source => {
  expect(problems(source)).toEqual([])
})
