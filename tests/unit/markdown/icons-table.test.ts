import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { listIcons } from '../../../scripts/generated-tables.ts'

test('the icons are those of lucide (npm run generate)', async () => {
  expect(await readFile('src/text/icons.tsv', 'utf8')).toBe(await listIcons())
})
