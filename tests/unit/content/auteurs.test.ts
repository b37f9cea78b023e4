import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { sampleOf } from '../../thorough.ts'
import { auteursDir, auteursFiles, checkedLines, readEntrees, writeEntrees } from './auteurs.ts'
import { checkEdited, checkEditedOnDisk } from './check-edited.ts'

// `UPDATE=1` writes what is said now: each line of the difference is to be read.
if (process.env['UPDATE'] && !process.env['CI'])
  for (const file of auteursFiles) {
    const entrees = readEntrees(file)
    for (const entree of entrees) entree.attendu = checkedLines(await checkEdited(null, entree.edits))
    await writeFile(new URL(file, auteursDir), writeEntrees(entrees))
  }

describe.concurrent.each([...auteursFiles])('%s', file => {
  const entrees = readEntrees(file)
  const onDisk = new Set(sampleOf(entrees, 20))
  test.each(entrees)('$titre', async entree => {
    const check = onDisk.has(entree) ? checkEditedOnDisk : checkEdited
    expect(checkedLines(await check(null, entree.edits))).toBe(entree.attendu)
  })
})
