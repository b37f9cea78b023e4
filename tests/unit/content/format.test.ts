import { describe, expect, test } from 'vitest'
import { formatProblems } from '../../../src/problems/format.ts'
import { enumerate } from '../../../src/problems/french.ts'
import { nearest } from '../../../src/problems/nearest.ts'
import { diagnose, sortProblems } from '../../../src/problems/problem.ts'

const at = (file: string, line: number, column: number) => ({ file, line, column })
const error = diagnose('famille-inconnue', at('leviers/08-commande-publique.md', 5, 10), {
  valeur: 'leviers',
  attendu: enumerate(['introductive', 'levier', 'thematique']),
})
const warning = diagnose('site-sans-url', at('kit.yaml', 3, 1))
const advice = diagnose('exemple-sans-code', at('a.md', 3, 1))

test('un message s’écrit avec les signes du clavier, une valeur telle qu’elle a été trouvée', () => {
  const { message, hint } = diagnose('bloc-inconnu', at('a.md', 1, 1), { bloc: 'l’info', attendu: 'info' })
  expect(message).toBe("Le bloc « l’info » n'existe pas.")
  expect(`${message}${hint}`).not.toMatch(/[\u00a0\u202f]/)
})

describe('texte', () => {
  test('une ligne par problème, sous le dossier donné', () => {
    expect(formatProblems([error], 'texte', 'fiches/')).toBe(
      "fiches/leviers/08-commande-publique.md:5:10  erreur  famille : « leviers » n'existe pas. Écrire : introductive, levier ou thematique.\n\n1 erreur.",
    )
  })

  test.each([
    ['C:\\Kits\\Été 2026', 'C:/Kits/Été 2026/a.md'],
    ['\\\\serveur\\kits', '//serveur/kits/a.md'],
    ['/srv/kits/', '/srv/kits/a.md'],
    ['../kits', '../kits/a.md'],
  ])('un chemin de Windows garde son lecteur ou son serveur (%s)', (dir, shown) => {
    expect(formatProblems([advice], 'texte', dir)).toMatch(new RegExp(`^${shown}:3:1 `))
  })

  test.each([
    [[], 'Aucun problème.'],
    [[error, error], '2 erreurs.'],
    [[advice], '1 avertissement.'],
    [[error, advice, advice], '1 erreur, 2 avertissements.'],
    [[warning, advice], '2 avertissements (1 à régler avant une livraison).'],
  ])('compte de %#', (problems, count) => {
    expect(formatProblems(problems, 'texte').split('\n').at(-1)).toBe(count)
  })

  test('une valeur ne coupe pas la ligne et ne parle pas au terminal', () => {
    const hostile = diagnose('famille-inconnue', at('a.md', 1, 1), { valeur: 'a\nb\u001b[31m', attendu: 'c' })
    expect(formatProblems([hostile], 'texte').split('\n')[0]).toBe(
      "a.md:1:1  erreur  famille : « a b\uFFFD[31m » n'existe pas. Écrire : c.",
    )
  })
})

test('json : la liste des problèmes, entière', () => {
  const [first] = JSON.parse(formatProblems([error], 'json', 'fiches')) as unknown[]
  expect(first).toEqual({ ...error, place: { ...error.place, file: `fiches/${error.place.file}` } })
  expect(formatProblems([], 'json')).toBe('[]')
})

test('github : une commande par problème, échappée', () => {
  const odd = diagnose('famille-inconnue', at('a:b,c%.md', 2, 3), { valeur: '50 %\nou plus', attendu: 'x' })
  expect(formatProblems([odd, warning], 'github', 'fiches').split('\n')).toEqual([
    "::error file=fiches/a%3Ab%2Cc%25.md,line=2,col=3,title=famille-inconnue::famille : « 50 %25%0Aou plus » n'existe pas. Écrire : x.",
    expect.stringMatching(/^::warning file=fiches\/kit\.yaml,line=3,col=1,title=site-sans-url::site › url/),
  ])
})

test('l’ordre : fichier, ligne, colonne', () => {
  const places = [at('b', 1, 1), at('a', 10, 1), at('a', 2, 9), at('a', 2, 1)]
  const sorted = sortProblems(places.map(place => diagnose('fichier-vide', place)))
  expect(sorted.map(({ place }) => `${place.file}${place.line}.${place.column}`)).toEqual([
    'a2.1',
    'a2.9',
    'a10.1',
    'b1.1',
  ])
})

test.each([
  ['titre court', ['titre', 'titre_court'], 'titre_court'],
  ['résumé', ['resume', 'maj'], 'resume'],
  ['fammille', ['famille', 'familles'], 'famille'],
  ['tirte', ['titre'], 'titre'],
  ['auteur', ['titre', 'resume'], null],
  ['', ['a', 'b'], null],
])('le mot connu le plus proche de « %s »', (word, known, expected) => {
  expect(nearest(word, known)).toBe(expected)
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a ou b'],
  [['a', 'b', 'c'], 'a, b ou c'],
])('énumérer %j', (words, expected) => {
  expect(enumerate(words)).toBe(expected)
})
