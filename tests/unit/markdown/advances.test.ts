import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { measureAdvances } from '../../../scripts/generated-tables.ts'

test('the advances of the charts are those of the shipped fonts (npm run generate)', async () => {
  const table = new URL('../../../src/charts/advances.json', import.meta.url)
  expect(await readFile(table, 'utf8')).toBe(await measureAdvances())
})
