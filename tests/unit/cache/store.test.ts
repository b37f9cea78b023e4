import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CacheFault, kept, keyOf, openCache } from '../../../build/store/cache.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-cache-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const PRESS = 'presse'
/** The name of an entry's file. */
const nameOf = (key: string) => `${PRESS}-${key}`
const fileOf = (key: string) => join(dir, nameOf(key))

/** A key as `keyOf` gives one. */
const page = (digit: number) => `pages-${String(digit).repeat(64)}`

const text = async (key: string) => (await openCache(dir, PRESS).read(key))?.toString()

describe('a key', () => {
  test('is the name of the step and a hash of all inputs, in order', () => {
    expect(keyOf('pages', 'a', 'b')).toBe(keyOf('pages', 'a', Buffer.from('b')))
    const others = [
      keyOf('pages', 'b', 'a'),
      keyOf('pages', 'ab'),
      keyOf('pages', 'a', 'b', ''),
      keyOf('page', 'a', 'b'),
    ]
    expect(new Set([keyOf('pages', 'a', 'b'), ...others]).size).toBe(5)
  })

  test('is not the same for inputs that are cut elsewhere', () => {
    expect(keyOf('pages', 'ab', 'c')).not.toBe(keyOf('pages', 'a', 'bc'))
    expect(keyOf('pages', '1\0a')).not.toBe(keyOf('pages', '', 'a'))
  })
})

test('a folder that cannot be one is a fault of the cache, told by its place and its code', async () => {
  const file = join(dir, 'fichier')
  await writeFile(file, 'x')
  const cache = openCache(file, PRESS)
  for (const ask of [() => cache.write(page(1), 'x'), () => cache.read(page(1))]) {
    const fault = await ask().catch(error => error)
    expect(fault).toBeInstanceOf(CacheFault)
    expect(fault).toMatchObject({ code: 'KIT_CACHE', message: expect.stringContaining(file) })
  }
  expect(await readFile(file, 'utf8')).toBe('x')
})

describe('an entry', () => {
  test('is read as it was written; another key finds nothing', async () => {
    await openCache(dir, PRESS).write(page(1), 'é')
    expect(await text(page(1))).toBe('é')
    expect(await text(page(2))).toBeUndefined()
  })

  test('is nothing to another press', async () => {
    await openCache(dir, PRESS).write(page(1), 'é')
    expect(await openCache(dir, 'autre').read(page(1))).toBeUndefined()
  })

  test('may be empty', async () => {
    await openCache(dir, PRESS).write(page(1), '')
    expect(await text(page(1))).toBe('')
  })

  test('that was cut short is not found, and is written anew', async () => {
    await openCache(dir, PRESS).write(page(1), 'une page entière')
    const { size } = await stat(fileOf(page(1)))
    for (const left of [size - 1, 33, 32, 5, 0]) {
      await truncate(fileOf(page(1)), left)
      expect(await text(page(1)), `${left} bytes left`).toBeUndefined()
    }
    await openCache(dir, PRESS).write(page(1), 'une page entière')
    expect(await text(page(1))).toBe('une page entière')
  })

  test('of which one byte was changed is not found', async () => {
    await openCache(dir, PRESS).write(page(1), 'une page')
    const bytes = await readFile(fileOf(page(1)))
    for (const at of [0, 31, 32, bytes.length - 1]) {
      const spoilt = Buffer.from(bytes)
      spoilt.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      await writeFile(fileOf(page(1)), spoilt)
      expect(await text(page(1)), `byte ${at}`).toBeUndefined()
    }
  })

  test('that a killed build was writing is nobody’s, and goes after an hour', async () => {
    await openCache(dir, PRESS).write(page(1), 'vieux')
    const half = join(dir, `${page(1)}.${randomUUID()}`)
    await writeFile(half, 'à moitié')
    expect(await text(page(1))).toBe('vieux')
    const longAgo = new Date(Date.now() - 2 * 3_600_000)
    await utimes(half, longAgo, longAgo)
    await openCache(dir, PRESS, 0).prune()
    expect(await readdir(dir)).toEqual([])
  })

  test('that another build is writing is not taken from it', async () => {
    const half = `${page(1)}.${randomUUID()}`
    await writeFile(join(dir, half), 'à moitié')
    await openCache(dir, PRESS, 0).prune()
    expect(await readdir(dir)).toEqual([half])
  })

  test('that cannot be written is told with its cause, and leaves nothing behind', async () => {
    const file = join(dir, 'fichier')
    await writeFile(file, '')
    await expect(openCache(file, PRESS).write(page(1), 'x')).rejects.toThrow()
    expect(await readdir(dir)).toEqual(['fichier'])
  })
})

describe('the bound', () => {
  const SIZE = 1000
  /** Entries of 1,000 bytes and their digest, `page(1)` used longest ago. */
  async function keepFive(): Promise<void> {
    for (const [index, name] of [page(1), page(2), page(3), page(4), page(5)].entries()) {
      await openCache(dir, PRESS).write(name, 'x'.repeat(SIZE))
      const used = new Date(Date.UTC(2031, 0, 1 + index))
      await utimes(fileOf(name), used, used)
    }
  }

  test('leaves alone what is under it', async () => {
    await keepFive()
    await openCache(dir, PRESS, 5 * (SIZE + 32)).prune()
    expect(await readdir(dir)).toHaveLength(5)
  })

  test('removes what was used longest ago', async () => {
    await keepFive()
    await openCache(dir, PRESS, 3 * (SIZE + 32)).prune()
    expect((await readdir(dir)).sort()).toEqual([page(3), page(4), page(5)].map(nameOf))
  })

  test('spares what was read since, though it was written first', async () => {
    await keepFive()
    // Ahead of the other entries’ own dates, which lie in the future of this test.
    const later = new Date(Date.UTC(2032, 0, 1))
    const before = (await stat(fileOf(page(1)))).mtimeMs
    await text(page(1))
    expect((await stat(fileOf(page(1)))).mtimeMs).not.toBe(before)
    await utimes(fileOf(page(1)), later, later)
    await openCache(dir, PRESS, 2 * (SIZE + 32)).prune()
    expect((await readdir(dir)).sort()).toEqual([page(1), page(5)].map(nameOf))
  })

  test('never touches the files of somebody else', async () => {
    await keepFive()
    for (const name of ['these.odt', 'pages-1', `pages-${'1'.repeat(64)}.odt`])
      await writeFile(join(dir, name), 'mille heures de travail')
    await openCache(dir, PRESS, 0).prune()
    expect((await readdir(dir)).sort()).toEqual(['pages-1', `pages-${'1'.repeat(64)}.odt`, 'these.odt'])
  })

  test('never touches the folders beside: the unpacked browser', async () => {
    await keepFive()
    await openCache(join(dir, 'chromium-1'), PRESS).write('chromium', 'x')
    await openCache(dir, PRESS, 0).prune()
    expect(await readdir(dir)).toEqual(['chromium-1'])
  })
})

test('two processes that write, read and prune the same entries never see half of one', async () => {
  const code = `
    import { openCache } from ${JSON.stringify(new URL('../../../build/store/cache.ts', import.meta.url).href)}
    const cache = openCache(process.argv[1], 'presse', 30_000)
    for (let round = 0; round < 60; round++) {
      const key = 'pages-' + String(round % 3).repeat(64)
      await cache.write(key, process.argv[2].repeat(20_000 + round))
      const read = await cache.read(key)
      if (read && !/^(a+|b+)$/.test(read.toString())) throw new Error('an entry of both')
      if (round % 3 === 0) await cache.prune()
    }`
  const write = (letter: string) =>
    new Promise<string>(resolve => {
      const child = spawn(process.execPath, [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        code,
        dir,
        letter,
      ])
      let said = ''
      child.stderr.on('data', chunk => (said += chunk))
      child.once('close', status => resolve(`${status} ${said}`.trim()))
    })
  expect(await Promise.all([write('a'), write('b')])).toEqual(['0', '0'])
  // Nothing is left beside the entries, and each is whole.
  const names = await readdir(dir)
  expect(names.filter(name => !/^presse-pages-([012])\1{63}$/.test(name))).toEqual([])
  for (const name of names) expect(await text(name.replace('presse-', ''))).toMatch(/^(a+|b+)$/)
})

test('a build that keeps nothing finds nothing and writes nothing', async () => {
  const cache = openCache(null, PRESS)
  await cache.write(page(1), 'x')
  await cache.prune()
  expect(await cache.read(page(1))).toBeUndefined()
})

test('what is kept is made once, and again when an input changes', async () => {
  const cache = openCache(dir, PRESS)
  const madeFrom: string[] = []
  const ask = async (input: string) => {
    const bytes = await kept(cache, 'essai', [input], () => {
      madeFrom.push(input)
      return Buffer.from(input)
    })
    return Buffer.from(bytes).toString()
  }
  expect([await ask('a'), await ask('b'), await ask('a')]).toEqual(['a', 'b', 'a'])
  expect(madeFrom).toEqual(['a', 'b'])
})
