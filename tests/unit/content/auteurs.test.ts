import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { auteursDir, auteursFiles, checkedLines, readEntrees, writeEntrees } from './auteurs.ts'

// `UPDATE=1` writes what is said now: each line of the difference is to be read.
if (process.env['UPDATE'] && !process.env['CI'])
  for (const file of auteursFiles) {
    const entrees = readEntrees(file)
    for (const entree of entrees) entree.attendu = await checkedLines(entree.edits)
    await writeFile(new URL(file, auteursDir), writeEntrees(entrees))
  }

describe.concurrent.each([...auteursFiles])('%s', file => {
  test.each(readEntrees(file))('$titre', async ({ edits, attendu }) => {
    expect(await checkedLines(edits)).toBe(attendu)
  })
})
