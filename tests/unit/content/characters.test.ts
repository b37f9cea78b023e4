import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cutSigns, cutWebFonts, listDrawnCharacters } from '../../../scripts/generated-tables.ts'
import { checkCharacters, undrawnCharacters } from '../../../src/kit/check-characters.ts'
import drawn from '../../../src/kit/drawn.json' with { type: 'json' }

const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
const isTold = (character: string) => checkCharacters(`a${character}`, 'f.md').length > 0

test('un caractère qu’aucune police ne dessine est dit, quel qu’il soit', () => {
  const undrawn = characters.filter(character => undrawnCharacters(character).length > 0)
  expect(undrawn.length).toBeGreaterThan(40_000)
  expect(undrawn.filter(character => !isTold(character))).toEqual(['\u2010', '\u2011'])
})

test('un caractère qui ne se voit pas est dit, quel qu’il soit', () => {
  const unseen = characters.filter(one =>
    /\p{Cc}|[\u00ad\u200b\u2060\ufeff\u2028-\u202e\u2066-\u2069]|[\u0300-\u036f]/u.test(one),
  )
  expect(unseen.filter(character => !isTold(character))).toEqual(['\t', '\n'])
})

test('ce que les polices dessinent est lu dans les polices', async () => {
  expect(JSON.parse(await listDrawnCharacters())).toBe(drawn)
  expect(undrawnCharacters('12 ‰, ‡, ‣ et ¤, CO₂ ≥ 3').map(({ character }) => character)).toEqual([
    '‡',
    '‣',
    '¤',
  ])
})

test('les signes et les lettres que la presse ajoute sont ceux des polices entières', async () => {
  for (const [folder, files] of [
    ['styles/print/polices', await cutSigns()],
    ['styles/web/polices', await cutWebFonts()],
  ] as const)
    for (const [file, bytes] of files)
      expect(Buffer.compare(readFileSync(`${folder}/${file}`), bytes), file).toBe(0)
})
