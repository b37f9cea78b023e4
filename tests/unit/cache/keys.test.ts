import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { hashKit, hashLooks } from '../../../build/edition/build-options.ts'
import { browserIdentity } from '../../../build/ground/browser/chromium.ts'
import { digestOfPress } from '../../../build/ground/store/cache.ts'
import { eachFolder } from '../../temporary.ts'

const folder = eachFolder()
const write = async (file: string, text: string) => {
  await mkdir(dirname(join(folder(), file)), { recursive: true })
  await writeFile(join(folder(), file), text)
}
beforeEach(async () => {
  const files = ['src/a.ts', 'build/b.ts', 'eleventy.config.ts', 'package-lock.json']
  for (const file of [...files, 'kit.yaml', 'leviers/08-a.md', 'layouts/a.njk', 'styles/print/a.css'])
    await write(file, file)
})

test('a browser that is replaced by another version of it is another browser', async () => {
  const path = join(folder(), 'chrome')
  const identities = [browserIdentity(path)]
  for (const version of ['147', '148.0']) {
    await writeFile(path, version)
    identities.push(browserIdentity(path))
  }
  expect(new Set(identities).size).toBe(3)
  expect(browserIdentity(path)).toBe(identities.at(-1))
})

test.each([
  ['a kit', 'leviers/08-a.md', hashKit],
  ['a kit', 'leviers/09-b.md', hashKit],
  ['the looks', 'layouts/b.njk', hashLooks],
  ['the looks', 'styles/print/a.css', hashLooks],
  ['the press', 'src/a.ts', digestOfPress],
  ['the press', 'build/ground/write-validators.js', digestOfPress],
  ['the press', 'eleventy.config.ts', digestOfPress],
  ['the press', 'package-lock.json', digestOfPress],
] as const)('the hash of %s changes with %s alone', async (_, file, hash) => {
  const before = hash(folder())
  expect(hash(folder())).toBe(before)
  await write(file, 'autre')
  expect(hash(folder())).not.toBe(before)
})

test.each([
  ['a kit', '.DS_Store', hashKit],
  ['a kit', 'leviers/.08-a.md.swp', hashKit],
  ['a kit', 'leviers/~$08-a.md', hashKit],
  ['the press', 'kit.yaml', digestOfPress],
] as const)('the hash of %s stays with %s, which is no part of it', async (_, file, hash) => {
  const before = hash(folder())
  await write(file, 'autre')
  expect(hash(folder())).toBe(before)
})

test('the hash of the press changes with what runs it', () => {
  const { version, platform, arch } = process
  const runtimes = [
    { version: 'v0.0.0', platform, arch },
    { version, platform: 'plan9', arch },
    { version, platform, arch: 'mips' },
  ]
  const digests = [digestOfPress(folder()), ...runtimes.map(runtime => digestOfPress(folder(), runtime))]
  expect(new Set(digests).size).toBe(4)
})
