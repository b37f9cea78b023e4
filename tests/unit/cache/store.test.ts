import { readdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CacheFault, kept, keyOf, openCache } from '../../../build/ground/store/cache.ts'
import { eachFolder } from '../../temporary.ts'

const folder = eachFolder()

/** A key as `keyOf` gives one. */
const page = (digit: number) => `pages-${String(digit).repeat(64)}`
const fileOf = (key: string) => join(folder(), `presse-${key}`)
const read = async (key: string) => (await openCache(folder(), 'presse').read(key))?.toString()
const write = (key: string, text: string) => openCache(folder(), 'presse').write(key, text)

test('a key is the name of the step and a hash of all inputs, in order, wherever they are cut', () => {
  expect(keyOf('pages', 'a', 'b')).toBe(keyOf('pages', 'a', Buffer.from('b')))
  const keys = [
    keyOf('pages', 'a', 'b'),
    keyOf('pages', 'b', 'a'),
    keyOf('pages', 'ab'),
    keyOf('pages', 'a', 'b', ''),
    keyOf('page', 'a', 'b'),
    keyOf('pages', '1\0a'),
    keyOf('pages', '', 'a'),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

test('an entry is read as it was written, by the same press', async () => {
  await write(page(1), 'é')
  await write(page(2), '')
  expect([await read(page(1)), await read(page(2)), await read(page(3))]).toEqual(['é', '', undefined])
  expect(await openCache(folder(), 'autre').read(page(1))).toBeUndefined()
})

test('an entry that was cut short or changed is not found, and is written anew', async () => {
  await write(page(1), 'une page entière')
  const bytes = await readFile(fileOf(page(1)))
  for (const size of [bytes.length - 1, 33, 32, 5, 0]) {
    await truncate(fileOf(page(1)), size)
    expect(await read(page(1)), `${size} bytes`).toBeUndefined()
  }
  for (const at of [0, 31, 32, bytes.length - 1]) {
    const spoilt = Buffer.from(bytes)
    spoilt.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    await writeFile(fileOf(page(1)), spoilt)
    expect(await read(page(1)), `byte ${at}`).toBeUndefined()
  }
  await writeFile(fileOf(page(2)), bytes)
  expect(await read(page(2)), 'another’s name').toBeUndefined()
  await write(page(1), 'une page entière')
  expect(await read(page(1))).toBe('une page entière')
})

test('a folder that cannot be one is a fault that names it', async () => {
  const file = join(folder(), 'fichier')
  await writeFile(file, 'x')
  const cache = openCache(file, 'presse')
  // Below a file Windows finds nothing; other systems find a file where they look for a folder.
  const reads = process.platform === 'win32' ? [] : [() => cache.read(page(1))]
  for (const ask of [() => cache.write(page(1), 'x'), ...reads]) {
    const fault = await ask().catch(error => error)
    expect(fault).toBeInstanceOf(CacheFault)
    expect(fault).toMatchObject({ code: 'KIT_CACHE', message: expect.stringContaining(file) })
  }
  expect(await readdir(folder())).toEqual(['fichier'])
})

test('above its bound it removes what was used longest ago, and no file of somebody else', async () => {
  for (const digit of [1, 2, 3, 4, 5]) {
    await write(page(digit), 'x'.repeat(1000))
    const used = new Date(Date.UTC(2021, 0, digit))
    await utimes(fileOf(page(digit)), used, used)
  }
  const others = ['chromium-1.odt', 'pages-1', `pages-${'1'.repeat(64)}.odt`]
  for (const name of others) await writeFile(join(folder(), name), 'mille heures de travail')
  await openCache(folder(), 'presse', 5 * 1032).prune()
  expect(await readdir(folder())).toHaveLength(8)
  await read(page(1))
  await openCache(folder(), 'presse', 2 * 1032).prune()
  expect((await readdir(folder())).sort()).toEqual(
    [...others, `presse-${page(1)}`, `presse-${page(5)}`].toSorted(),
  )
})

test('what is kept is made once, and again when an input changes; without a folder, each time', async () => {
  const ask = async (dir: string | null) => {
    const made: string[] = []
    for (const input of ['a', 'b', 'a'])
      await kept(openCache(dir, 'presse'), 'essai', [input], () => {
        made.push(input)
        return Buffer.from(input)
      })
    return made
  }
  expect(await ask(folder())).toEqual(['a', 'b'])
  expect(await ask(null)).toEqual(['a', 'b', 'a'])
})
