import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { ownedFolder } from '../../../build/ground/disk/files.ts'

test('the next folder of a job takes away those of processes that were killed, and no other', async () => {
  // No process has a number above the most that Linux gives.
  const [dead, living, other] = ['essai-4194400-a', `essai-${process.ppid}-b`, 'autre-4194400-c'].map(name =>
    join(tmpdir(), `kit-${name}`),
  ) as [string, string, string]
  for (const folder of [dead, living, other]) await mkdir(join(folder, 'profil'), { recursive: true })
  const folder = await ownedFolder('essai')
  expect(basename(folder.path)).toMatch(new RegExp(`^kit-essai-${process.pid}-`))
  expect([folder.path, dead, living, other].map(existsSync)).toEqual([true, false, true, true])
  await folder[Symbol.asyncDispose]()
  expect(existsSync(folder.path)).toBe(false)
  for (const left of [living, other]) await rm(left, { recursive: true })
})
