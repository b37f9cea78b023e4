import { describe, expect, test } from 'vitest'
import { checkCharacters } from '../../../src/kit/check-characters.ts'
import { decodeText, splitFrontMatter } from '../../../src/kit/file-text.ts'
import { kitSchema } from '../../../src/kit/schemas/kit.ts'
import { validate } from '../../../src/kit/validate.ts'
import { parseYaml } from '../../../src/kit/yaml/parse-yaml.ts'
import { runs } from '../../thorough.ts'

const count = runs(1_000)

/** Texts that make a parser recurse until the stack ends (V8 may then take the whole process with it), or look back at
 *  each step over all it has read. */
const attacks: [name: string, text: string][] = [
  ['crochets', '['.repeat(count)],
  ['accolades', '{a: '.repeat(count)],
  ['deux-points', 'a: '.repeat(count)],
  ['deux-points entre accolades', `{${'a: '.repeat(count)}}`],
  ['tirets', '- '.repeat(count)],
  ['points d’interrogation', '? '.repeat(count)],
  ['tabulations', '\t- '.repeat(count)],
  ['escalier', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
  ['guillemets ouverts', 'a: "\n'.repeat(count)],
  ['ancres', '&a '.repeat(count)],
  ['renvois', '- *a\n'.repeat(count)],
  ['clé répétée', 'a: 1\n'.repeat(count)],
  ['clés inconnues', Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join('')],
  ['documents', '---\n'.repeat(count)],
  ['lignes vides', '\n'.repeat(10 * count)],
  ['dièses', 'a: b #c\n'.repeat(count)],
  ['dièses en liste', `a: [${'#b, '.repeat(count)}]\nb: 1`],
  ['listes à dièses', 'a: [b, #c]\n'.repeat(count)],
  ['espaces insécables', 'a:\u00a0b\n'.repeat(count)],
  ['une longue espace insécable', `a: b\u00a0${'\u00a0'.repeat(count)}c\u00a0\nb: 1`],
  ['caractères de contrôle', '\u0001\n'.repeat(count)],
  ['mot très long', `titre_: ${'x'.repeat(10 * count)}\n${'y'.repeat(10 * count)}: 1`],
]

describe('un texte hostile ne bloque rien', () => {
  test.each(attacks)('%s', (_, text) => {
    const yaml = parseYaml(text, { file: 'f', firstLine: 1 })
    const problems = [
      ...validate(yaml, kitSchema).problems,
      ...splitFrontMatter(text, 'f').problems,
      ...checkCharacters(text, 'f'),
      ...decodeText(new TextEncoder().encode(text), 'f').problems,
    ]
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.length).toBeLessThan(1000)
  })
})

test('aucune clé ne touche aux objets du programme', () => {
  const yaml = parseYaml('__proto__: { titre: piège }\nconstructor: 1', { file: 'f', firstLine: 1 })
  expect(Object.keys(yaml.value as object)).toEqual(['__proto__', 'constructor'])
  expect(({} as { titre?: string }).titre).toBeUndefined()
  expect(validate(yaml, kitSchema).problems.map(({ code }) => code)).toContain('cle-inconnue')
})
