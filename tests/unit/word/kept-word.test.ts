import { expect, test } from 'vitest'
import { makeWord } from '../../../build/edition/editions/word.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import type { Cache } from '../../../build/ground/store/cache.ts'
import type { Kit } from '../../../src/kit/kit.ts'

async function keysOf(kit: Kit): Promise<string[]> {
  const keys: string[] = []
  const cache: Cache = {
    async read(key) {
      keys.push(key)
      return Buffer.from('word')
    },
    write: key => Promise.reject(new Error(`${key} was found and is written all the same`)),
    async prune() {},
  }
  await makeWord({ kit, cache, signal: new AbortController().signal })
  return keys
}

test('a Word file is made again when a text that it may refer to has another title', async () => {
  const { kit: read } = await readKit('tests/fixtures/kits/autre')
  if (!read) throw new Error('the fixture kit has errors')
  const kit = { ...read, reutilisation: { ...read.reutilisation, word: true } }
  const before = await keysOf(kit)
  expect(before).not.toEqual([])
  expect(await keysOf(kit)).toEqual(before)
  const fiches = kit.fiches.map(fiche =>
    fiche.statut === 'a-paraitre' ? { ...fiche, titre: 'Un autre nom' } : fiche,
  )
  const after = await keysOf({ ...kit, fiches })
  expect(after.filter(key => before.includes(key))).toEqual([])
})
