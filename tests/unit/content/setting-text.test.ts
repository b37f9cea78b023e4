import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { openSetting } from '../../../src/kit/yaml/setting-text.ts'
import { runs } from '../../thorough.ts'

const kit = readFileSync('fiches/kit.yaml', 'utf8')
const typed = `# Notre kit, à relire avec Ana
titre:   "Le kit"      # pas encore sûr
edition:
    annee: 2026
    mois: 2026-03   # le mois du congrès

# Les nôtres
editeur: {nom: RTES,   site: null}
credits:
    Dessin: [Ana Lo,  "Bo, et Cie"] # merci
    "À part": [Zoé]
familles:
- {id: levier, singulier: Fiche,   pluriel: Fiches}
- id: intro
  singulier: Introduction
site:
    base: /   # racine
`
const open = (text: string) => {
  const setting = openSetting(text, 'kit.yaml')
  if (!setting) throw new Error('unreadable')
  return setting
}
/** Lines that are in one of two texts alone. */
const changes = (text: string, next: string) => {
  const [before, after] = [text.split('\n'), next.split('\n')]
  return [before.filter(line => !after.includes(line)), after.filter(line => !before.includes(line))]
}

test.each([
  [
    ['titre'],
    'Le kit : 2',
    'titre:   "Le kit"      # pas encore sûr',
    'titre: "Le kit : 2" # pas encore sûr',
  ],
  [['edition', 'annee'], 2027, '    annee: 2026', '    annee: 2027'],
  [
    ['editeur', 'site'],
    'https://rtes.fr',
    'editeur: {nom: RTES,   site: null}',
    'editeur: {nom: RTES, site: https://rtes.fr}',
  ],
  [
    ['credits', 0],
    ['Ana', 'Bo, et Cie'],
    '    Dessin: [Ana Lo,  "Bo, et Cie"] # merci',
    '    Dessin: [Ana, "Bo, et Cie"] # merci',
  ],
])('%j is written on its line, and every other line stays as it was typed', (path, value, before, after) => {
  expect(changes(typed, open(typed).with(path, value))).toEqual([[before], [after]])
})

test('a row is added, named and removed; a group that was missing or empty is begun', () => {
  const named = open(typed).with(['credits', 2], 'Texte', 'cle')
  const becomes = (...edit: Parameters<ReturnType<typeof open>['with']>) => parse(open(typed).with(...edit))
  expect(parse(open(named).with(['credits', 2], ['Cy'])).credits.Texte).toEqual(['Cy'])
  expect(Object.keys(becomes(['credits', 1], 'Relecture', 'cle').credits)).toEqual(['Dessin', 'Relecture'])
  expect(becomes(['familles', 0], undefined).familles).toEqual([{ id: 'intro', singulier: 'Introduction' }])
  expect(becomes(['familles', 2, 'id'], 'x').familles[2]).toEqual({ id: 'x' })
  expect(becomes(['mentions', 'contact'], 'a@b.fr').mentions).toEqual({ contact: 'a@b.fr' })
  const none = '# Identifiant → partenaire\n{}\n'
  expect(open(none).with([0, 'nom'], 'ESS')).toBe('# Identifiant → partenaire\n"":\n  nom: ESS\n')
  expect(open('').with(['SCIC'], 'Société')).toBe('SCIC: Société\n')
})

test('a place leads to its value, by rank in maps whose names are an author’s own', () => {
  const at = (text: string) => {
    const line = typed.split('\n').findIndex(other => other.includes(text))
    const column = (typed.split('\n')[line] ?? '').indexOf(text) + 1
    return open(typed).pathAt({ line: line + 1, column }, path => path.join() === 'credits')
  }
  expect(at('null}')).toEqual(['editeur', 'site'])
  expect(at('Zoé')).toEqual(['credits', 1, 0])
  expect(at('Introduction')).toEqual(['familles', 1, 'singulier'])
})

test('whatever is written is read again, nothing else changes, and no remark goes', () => {
  const remarks = (text: string) =>
    (text.match(/ ?#(?: \p{L}[^\n]*)/gu) ?? []).map(remark => remark.trim()).sort()
  const paths = [
    ['titre'],
    ['edition', 'statut'],
    ['editeur', 'nom'],
    ['imprimeur', 'contact'],
    ['mentions', 'hebergeur'],
    ['accessibilite', 'audit', 'auditeur'],
  ]
  const text = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map(words => words.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), text), { maxLength: 4 }), edits => {
      for (const start of [kit, typed]) {
        let now = start
        const expected = parse(start)
        for (const [path, words] of edits) {
          const [group = '', key, last] = path
          now = open(now).with(path, words)
          if (key === undefined) expected[group] = words
          else if (last === undefined) expected[group] = { ...expected[group], [key]: words }
          else expected[group] = { ...expected[group], [key]: { ...expected[group]?.[key], [last]: words } }
          expect(open(now).at(path)).toBe(words)
        }
        expect(parse(now)).toEqual(expected)
        expect(remarks(now)).toEqual(remarks(start))
      }
    }),
    { numRuns: runs(30) },
  )
})
