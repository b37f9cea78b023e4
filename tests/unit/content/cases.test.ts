import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { body } from '../../../src/problems/catalogue/body.ts'
import { files } from '../../../src/problems/catalogue/files.ts'
import { sampleOf } from '../../thorough.ts'
import { onUnix } from '../../unix.ts'
import { caseFiles, casesIn, checkedLines, readEntrees, urlOf, writeEntrees } from './auteurs.ts'
import { checkEdited, checkEditedOnDisk } from './check-edited.ts'
import { asksForUnix } from './file-verbs.ts'

// `UPDATE=1` writes what is said now: each line of the difference is to be read.
if (process.env['UPDATE'] && !process.env['CI'])
  for (const file of caseFiles) {
    const cases = readEntrees(file)
    for (const entry of cases) entry.attendu = checkedLines(await checkEdited(entry.edits))
    await writeFile(urlOf(file), writeEntrees(cases))
  }

/** What no form shows: signs of Markdown, keys of YAML, commands, numbers of lines. */
const signs = /[{}[\]]|:::|\*\*|##|« kit |\bligne \d|(?<![\w›] )\b[a-z_]{3,}: |--/

describe.concurrent.each([...caseFiles])('%s', file => {
  const cases = readEntrees(file)
  const onDisk = new Set(sampleOf(cases, 20))
  test.for(cases)('$titre', async (entry, context) => {
    onUnix(context, asksForUnix(entry.edits))
    const check = onDisk.has(entry) ? checkEditedOnDisk : checkEdited
    const problems = await check(entry.edits)
    expect(checkedLines(problems)).toBe(entry.attendu)
    // Inks are written by a designer, in no form.
    for (const { message, hint, form } of problems.filter(({ place }) => place.file !== 'tokens.json'))
      expect(`${message.replace(/« .*? »/gs, '')} ${form ?? hint}`).not.toMatch(signs)
  })
})

/** The codes that reading a kit can give; those of finished pages have their tests where the pages are made. */
const codes = Object.keys({ ...files, ...body })
const faults = casesIn('erreurs')

test('le kit de base est sans faute', async () => {
  expect(await checkEdited()).toEqual([])
})

test('chaque code a son cas et un cas voisin, et chaque cas son code', () => {
  const titles = codes.flatMap(code => [code, `${code} : juste`])
  expect([...faults.keys()].toSorted()).toEqual(titles.toSorted())
})

test.concurrent.for(codes)('%s : le cas donne son code, le cas voisin rien', async (code, context) => {
  const edits = faults.get(code)?.edits
  onUnix(context, asksForUnix(edits))
  const problems = await checkEdited(edits)
  expect(problems.map(problem => problem.code)).toContain(code)
  expect(faults.get(`${code} : juste`)?.attendu).toBe('')
})
