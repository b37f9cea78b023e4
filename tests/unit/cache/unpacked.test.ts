import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isWhole, writeSums } from '../../../build/browser/chromium.ts'
import { ownedFolder } from '../../../build/disk/files.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-somme-'))
  await mkdir(join(dir, 'lib'))
  await writeFile(join(dir, 'chromium'), 'un programme')
  await writeFile(join(dir, 'lib/libnss3.so'), 'une bibliothèque')
  await writeSums(dir)
})
afterEach(() => rm(dir, { recursive: true, force: true }))

test('what was unpacked is whole until a byte of it changes, or a file is gone', async () => {
  expect(await isWhole(dir)).toBe(true)
  const library = join(dir, 'lib/libnss3.so')
  const bytes = await readFile(library)
  bytes[3] = (bytes[3] ?? 0) ^ 1
  await writeFile(library, bytes)
  expect(await isWhole(dir)).toBe(false)
  await rm(library)
  expect(await isWhole(dir)).toBe(false)
})

test.each(['', '{', '{}', '[]'])('sums that say %j are none', async written => {
  await writeFile(join(dir, 'sommes.json'), written)
  expect(await isWhole(dir)).toBe(false)
})

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
