import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStaging, removeOrphans } from '../../../build/release/staging.ts'

let dir: string
let out: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-sortie-'))
  out = join(dir, 'dist')
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function put(folder: string, ...names: string[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of names) await writeFile(join(folder, name), name)
}

describe('an output', () => {
  test('takes the place of the former one whole, and nothing is left beside it', async () => {
    await put(out, 'manifeste.json', 'rapport.html', '.DS_Store')
    {
      await using staging = await openStaging(out)
      await put(staging.dir, 'manifeste.json', 'bom.json')
      await staging.commit()
    }
    expect((await readdir(out)).sort()).toEqual(['bom.json', 'manifeste.json'])
    expect(await readdir(dir)).toEqual(['dist'])
  })

  test.for([
    ['notes.txt', ['manifeste.json', 'notes.txt']],
    ['these.odt', ['these.odt']],
    ['', ['.DS_Store']],
  ] as const)('that holds what no build made (%s) is refused: it would be lost', async ([name, names]) => {
    await put(out, ...names)
    await expect(openStaging(out)).rejects.toThrow(name ? `(${name})` : 'contient autre chose')
    expect((await readdir(out)).sort()).toEqual([...names].sort())
  })
})

describe('of a build that was killed', () => {
  /** No process has this number. */
  const gone = '.dist.en-cours-4194305-0a1b2c3d'

  test('the folder goes, and the output stays', async () => {
    await put(out, 'manifeste.json')
    for (const left of [gone, `${gone}-ancien`]) await put(join(dir, left), 'manifeste.json')
    await removeOrphans(out)
    expect(await readdir(dir)).toEqual(['dist'])
  })

  test('between its two renames, the last good output goes back to its place', async () => {
    await put(join(dir, gone), 'manifeste.json')
    await put(join(dir, `${gone}-ancien`), 'manifeste.json', 'bom.json')
    await removeOrphans(out)
    expect(await readdir(dir)).toEqual(['dist'])
    expect(await readFile(join(out, 'bom.json'), 'utf8')).toBe('bom.json')
  })

  test('what a build that is running works in is its own', async () => {
    const ownFolder = `.dist.en-cours-${process.pid}-0a1b2c3d`
    await put(join(dir, ownFolder), 'manifeste.json')
    await removeOrphans(out)
    expect(await readdir(dir)).toEqual([ownFolder])
  })
})
