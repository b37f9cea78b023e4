import { expect, test } from 'vitest'
import { kitTexts } from './kit-files.ts'
import { meanOf, measureProse, type Prose, shortOf, together } from './measure-prose.ts'

const fiches = kitTexts()
  .filter(({ text }) => /^statut: publiee$/m.test(text))
  .map(({ file, text }) => ({ name: file.replace(/^.*[\\/]|\.md$/g, ''), prose: measureProse(text) }))
  .sort((a, b) => a.name.localeCompare(b.name))
const all = together(fiches.map(({ prose }) => prose))

const row = (name: string, prose: Prose) =>
  `${name.padEnd(34)}${meanOf(prose).toFixed(1).padStart(6)}${Math.round(shortOf(prose) * 100)
    .toString()
    .padStart(6)} %${String(prose.bullets).padStart(6)}${String(prose.doublets).padStart(4)}`

test('a sentence ends where the next begins, and an item of a list is a sentence', () => {
  const text =
    "---\ntitre: Un\n---\n\nUn, deux **trois**. L’élu.e l'a dit :\n\n- quatre et cinq ;\n- [[scic]]. Six.\n\n::: chiffres\n- **12 %**\n:::\n"
  expect(measureProse(text)).toEqual({ sentences: [3, 3, 3, 1, 1], bullets: 3, doublets: 0 })
})

test('the prose of the sixteen fiches runs: words a sentence, short ones, bullets, « celles et ceux »', () => {
  const table = [...fiches.map(({ name, prose }) => row(name, prose)), row('together', all)].join('\n')
  process.stdout.write(`${table}\n`)
  expect(fiches).toHaveLength(16)
  expect(meanOf(all)).toBeGreaterThanOrEqual(17)
  expect(meanOf(all)).toBeLessThanOrEqual(21)
  expect(shortOf(all)).toBeLessThanOrEqual(0.15)
  expect(all.bullets).toBeLessThanOrEqual(300)
  expect(all.doublets).toBeLessThanOrEqual(4)
})
