import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../../src/kit/yaml/parse-yaml.ts'
import { type WrittenValue, withValues } from '../../../src/kit/yaml/write-values.ts'

const text = (titre: string, end = '\n') =>
  ['---', 'numero: 8', titre, 'slug: achats', '---', 'Le texte.', ''].join(end)

const order = ['numero', 'titre', 'slug', 'famille', 'mots_cles', 'maj']

describe('the front matter', () => {
  test('takes a value in the place of all lines of the former one', () => {
    const short = text('titre: SCIC')
    expect(withValues(text('titre: Acheter'), { titre: 'SCIC' })).toBe(short)
    expect(withValues(text('titre: >-\n  Acheter\n  autrement'), { titre: 'SCIC' })).toBe(short)
    expect(withValues(text('titre: "Acheter\n\n  autrement"'), { titre: 'SCIC' })).toBe(short)
    expect(withValues(text('titre: Acheter'), { titre: 'Acheter : oui' })).toBe(
      text('titre: "Acheter : oui"'),
    )
    expect(withValues(text('titre: A'), { titre: 'oui', numero: 12 })).toBe(
      text('titre: oui').replace('8', '12'),
    )
    expect(withValues(text('titre: A'), { titre: 'null' })).toBe(text('titre: "null"'))
    expect(withValues(text('titre: A'), { titre: '$&' })).toBe(text('titre: "$&"'))
  })

  test('keeps its ends of lines, and is given no key that it has not', () => {
    const windows = text('titre: Acheter', '\r\n')
    expect(withValues(windows, { titre: 'SCIC', famille: 'levier' })).toBe(text('titre: SCIC', '\r\n'))
  })

  test('is given a missing key where the order has it, and loses one', () => {
    const more = withValues(text('titre: A'), { maj: '2025-11', famille: 'levier' }, order)
    expect(more).toBe(text('titre: A').replace('achats', 'achats\nfamille: levier\nmaj: 2025-11'))
    expect(withValues(more, { maj: null, famille: null }, order)).toBe(text('titre: A'))
    expect(withValues('---\nslug: a\n---\n', { numero: 3 }, order)).toBe('---\nnumero: 3\nslug: a\n---\n')
  })

  test('keeps a remark behind a value', () => {
    expect(withValues(text('titre: A # à revoir'), { titre: 'B' })).toBe(text('titre: B # à revoir'))
    expect(withValues(text('titre: "A # 1" # à revoir'), { titre: 'B' })).toBe(text('titre: B # à revoir'))
    expect(withValues(text('titre: "A # 1"'), { titre: 'B' })).toBe(text('titre: B'))
  })

  test('reads as it was written, and no other value changes', () => {
    const words = fc
      .stringMatching(/^[\p{L}0-9 :#,'"[\]{}&*!|>%@`?.-]{1,30}$/u)
      .filter(word => word.trim() === word)
    const value: fc.Arbitrary<WrittenValue> = fc.oneof(
      words,
      fc.nat(),
      fc.array(words, { maxLength: 4 }),
      fc.constantFrom('2025-11', '1984', 'oui', 'null', '- x'),
    )
    const values = (yaml: string) =>
      parseYaml(yaml.slice(4, yaml.indexOf('\n---', 3)), { file: 'f', firstLine: 2 })
    fc.assert(
      fc.property(fc.constantFrom(...order), value, value, (key, first, second) => {
        const former = withValues('---\nnumero: 8\nslug: achats\n---\nUn.\n', { mots_cles: first }, order)
        const next = withValues(former, { [key]: second }, order)
        const { value: read, sound } = values(next)
        expect(sound, next).toBe(true)
        expect(read).toEqual({ ...(values(former).value as object), [key]: second })
        expect(next.endsWith('\n---\nUn.\n')).toBe(true)
      }),
    )
  })
})
