import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import command from '../../../scripts/commands/export.ts'
import { folderOfFile } from '../../temporary.ts'

const cwd = folderOfFile('export')
const lines: string[] = []
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(line => void lines.push(line))
})
afterAll(async () => {
  vi.restoreAllMocks()
})

it('a Word file that somebody has annotated is never replaced', async () => {
  const options = command.parse(['2', '--fiches', resolve('tests/fixtures/erreurs/_base')])
  const run = () => command.run(options, { cwd })
  const file = join(cwd, 'dist-word/02-achats.docx')
  expect(await run()).toBe(0)
  const fresh = readFileSync(file)
  await run()
  expect(readdirSync(join(cwd, 'dist-word'))).toEqual(['02-achats.docx'])
  writeFileSync(file, 'annoté')
  await run()
  expect(readFileSync(file, 'utf8')).toBe('annoté')
  expect(readFileSync(join(cwd, 'dist-word/02-achats.nouveau.docx'))).toEqual(fresh)
  expect(lines.at(-1)).toBe(
    'dist-word/02-achats.nouveau.docx (02-achats.docx était là, et n’a pas été changé)',
  )
})
