import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../../src/kit/yaml/parse-yaml.ts'
import { formatProblems } from '../../../src/problems/format.ts'

const parse = (text: string) => parseYaml(text, { file: 'f', firstLine: 1 })
const problems = (text: string) => formatProblems(parse(text).problems, 'texte').split('\n').slice(0, -2)

describe('un lieu est vrai, aussi profond soit-il', () => {
  const text = [
    'edition: { annee: 2026, mois: 2025-11 }',
    'familles:',
    '  - id: levier',
    '    noms: [un, "deux", trois]',
    '  - { id: theme, noms: [quatre] }',
    'resume: >',
    '  Un texte',
    '  replié.',
    'fin: null',
  ].join('\n')
  const yaml = parseYaml(text, { file: 'f', firstLine: 2 })

  test.each([
    [['edition', 'mois'], 'valeur', 2, 31],
    [['edition', 'mois'], 'cle', 2, 25],
    [['familles', 0, 'id'], 'valeur', 4, 9],
    [['familles', 0, 'noms', 1], 'valeur', 5, 16],
    [['familles', 1, 'noms', 0], 'valeur', 6, 25],
    [['resume'], 'valeur', 7, 9],
    [['fin'], 'cle', 10, 1],
    // What was never written is where it should have been.
    [['edition', 'statut'], 'valeur', 2, 10],
    [['familles', 0, 'couleur'], 'valeur', 4, 5],
    [['absente'], 'valeur', 2, 1],
  ] as const)('%j, %s : %i:%i', (path, part, line, column) => {
    expect(yaml.placeOf(path, part)).toEqual({ file: 'f', line, column })
  })

  test('sans texte, tout est au début', () => {
    expect(parse('').placeOf(['titre'])).toEqual({ file: 'f', line: 1, column: 1 })
  })
})

test('des espaces entre guillemets ne font pas partie de la valeur', () => {
  const yaml = parse('titre: "  Un titre\u00a0 "\nmots: [" un", \'un \']\nvide: "  "\nlong: >\n  Un texte\n')
  expect(yaml.value).toEqual({ titre: 'Un titre', mots: ['un', 'un'], vide: '  ', long: 'Un texte' })
  // Le troisième caractère de « Un titre ».
  expect(yaml.placeOf(['titre'], 'valeur', 3)).toEqual({ file: 'f', line: 1, column: 14 })
})

// The slips that one fixture a code leaves out: each is told where it stands, with the line written anew.
test.each([
  ['titre: ESS: un sigle', 'f:1:8', 'Écrire : titre: "ESS: un sigle"'],
  ['titre: « L’ESS » : un mot', 'f:1:8', 'Écrire : titre: "« L’ESS » : un mot"'],
  ['titre: Elle a dit "oui" : bravo', 'f:1:8', 'Écrire : titre: "Elle a dit \\"oui\\" : bravo"'],
  ['- titre: un : deux', 'f:1:10', 'Écrire : titre: "un : deux"'],
  ['titre: "L"ESS"', 'f:1:8', 'Écrire : titre: "L\\"ESS"'],
  ['titre: @rtes', 'f:1:8', 'ne commence pas une valeur'],
  ['titre: &ancre', 'f:1:8', 'ne commence pas une valeur'],
  ['mots: [*un*, deux]', 'f:1:8', 'ne commence pas une valeur'],
  ['a: 1\nfamille:\u00a0levier\nb: 2', 'f:2:1', 'une espace ordinaire après les deux-points'],
  ['a: 1\ntitre:X\nb: 2', 'f:2:1', 'une espace ordinaire après les deux-points'],
  ['a: "un\nb: 2', 'f:1:4', 'Écrire : a: "un"'],
  ['a: "un\nb: "deux"', 'f:1:4', 'Écrire : a: "un"'],
  ['mots: [un, deux\nb: 1', 'f:1:16', 'il manque « ] »'],
  ['site: { base: /\nb: 1', 'f:1:16', 'il manque « } »'],
  ['a: 1\n   b: 2', 'f:1:4', 'une clé est écrite dans la valeur'],
  ['a: 1\n\tb: 2', 'f:2:1', 'La remplacer par deux espaces'],
  ['mots:\n  - #ess\n  - b', 'f:2:5', 'Écrire : "#ess"'],
  ['a: "\\q"', 'f:1:5', "s'écrit « \\\\ »"],
  ['a: 1\n---\nb: 2', 'f:2:1', 'ouvre un second document'],
  ['? [a]\n: b', 'f:1:3', 'la clé doit être un mot'],
])('%j', (text, place, remedy) => {
  const [first = ''] = problems(text)
  expect(problems(text)).toHaveLength(1)
  expect(first).toContain(`${place}  ${/- #/.test(text) ? 'avertissement' : 'erreur'}`)
  expect(first).toContain(remedy)
})

test.each([
  'a: 1 # un commentaire',
  'site: { url: null } # sans adresse',
  'a: https://www.rtes.fr/page#ancre',
  'titre: "Fiche #8"',
  'titre: Qui\u00a0? Note:\u00a0rien, «\u00a0oui\u00a0»',
  'titre: "\u00a0x"',
  'famille\u00a0:\u202flevier\u00a0',
  'mots: [un,\u00a0deux]',
  'resume: >\n  Un texte\n  \u00a0replié',
  'mots: ["#ess", c#]',
  'a: L’ESS, c’est-à-dire : rien'.replace(' :', ','),
])('rien à dire de %j', text => {
  expect(problems(text)).toEqual([])
})
