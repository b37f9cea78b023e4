import { expect, test } from 'vitest'
import { spellUndrawn } from '../../../build/paper/page/reserve.ts'
import { excerptSheets } from '../../../build/pdf/excerpt/sheets.ts'
import { fiche, kitOf } from './kit.ts'

test('what no shipped font draws is shown as its code, in texts only', () => {
  expect(spellUndrawn('<p title="a 漢 b">a ≥ b, 👍 et 漢 ou ب</p>')).toBe(
    '<p title="a 漢 b">a ≥ b, [U+1F44D] et [U+6F22] ou [U+0628]</p>',
  )
  // A pasted bullet of an office font.
  expect(spellUndrawn('\uf0b7 un')).toBe('[U+F0B7] un')
})

test('French stays as it is, with its spaces, ligatures, dashes and the signs of the editions', () => {
  const text = '<p>« Œuvre\u202f», l’été\u00a0: 20 °C — 3 000\u202f€, Łódź…</p>'
  expect(spellUndrawn(text)).toBe(text)
})

test('so are the titles of the kit and of its fiches in the pieces of a choice', () => {
  const kit = { ...kitOf([{ ...fiche(1, 'un'), titre_court: 'Écrire à Αθήνα' }]), titre: 'Kit 🌱' }
  const typo = (text: string) => text
  const pages = { count: 1, documents: [], pageOf: {}, blocks: {} }
  const sheets = [...excerptSheets({ kit, parts: [], pages, typo })].join('')
  expect(sheets).toContain('Kit [U+1F331]')
  expect(sheets).toContain('à [U+0391]')
  expect(sheets).not.toMatch(/[🌱Α]/u)
})
