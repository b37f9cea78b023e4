import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { readingShelf } from '../../../build/release/reading-shelf.ts'
import { openCache } from '../../../build/store/cache.ts'
import { MARK, marked } from '../content/shelf.ts'

const kit = 'tests/fixtures/kits/autre'

/** Keeps the readings of a kit, each of them marked, in a cache of its own. */
async function openMarked() {
  const dir = await mkdtemp(join(tmpdir(), 'kit-lecture-'))
  const cache = openCache(dir, 'presse')
  const shelf = readingShelf(cache, kit)
  await readKit(kit, shelf)
  await shelf.write(marked((await shelf.read()) ?? new Uint8Array()))
  const takes = async ({ folder = kit, press = 'presse' } = {}) =>
    (await readKit(kit, readingShelf(openCache(dir, press), folder))).diagnostics.some(
      ({ message }) => message === MARK,
    )
  return { dir, takes, [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) }
}

test('what was read is taken by the same press in the same folder, and by no other', async () => {
  await using shelves = await openMarked()
  expect(await shelves.takes()).toBe(true)
  expect(await shelves.takes({ press: 'autre' })).toBe(false)
  expect(await shelves.takes({ folder: 'ailleurs' })).toBe(false)
})

test('a kit is read anew when what is kept was written over', async () => {
  await using kept = await openMarked()
  const [entry = ''] = await readdir(kept.dir)
  await writeFile(join(kept.dir, entry), 'autre')
  expect(await kept.takes()).toBe(false)
})
