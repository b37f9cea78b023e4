import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { multiplyKit } from '../../../scripts/bench/multiply-kit.ts'

const from = 'tests/fixtures/kits/autre'
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-fois-'))
  await multiplyKit(from, dir, 3)
})
afterAll(() => rm(dir, { recursive: true, force: true }))

describe('a kit three times', () => {
  test('is a kit, each fiche in it three times', async () => {
    const [once, thrice] = [await readKit(from), await readKit(dir)]
    expect(thrice.diagnostics.filter(({ severity }) => severity === 'erreur')).toEqual([])
    expect(thrice.kit?.fiches).toHaveLength(3 * (once.kit?.fiches.length ?? 0))
    expect(thrice.kit?.pages).toHaveLength(once.kit?.pages.length ?? 0)
  })

  test('has cross-references from each copy to the copies of its own round', async () => {
    const { kit } = await readKit(dir)
    const fiches = new Set(kit?.fiches.map(({ slug }) => slug))
    let followed = 0
    for (const fiche of kit?.fiches ?? []) {
      if (fiche.statut === 'a-paraitre') continue
      const round = /-[23]$/.exec(fiche.slug)?.[0] ?? ''
      for (const { slug } of fiche.corps.renvois.filter(({ slug }) => fiches.has(slug))) {
        expect(/-[23]$/.exec(slug)?.[0] ?? '').toBe(round)
        followed++
      }
    }
    expect(followed).toBeGreaterThan(0)
  })

  test('leaves the first round as it is', async () => {
    for (const file of (await readdir(from, { recursive: true })).filter(name => name.endsWith('.md')))
      expect(await readFile(join(dir, file), 'utf8'), file).toBe(await readFile(join(from, file), 'utf8'))
  })
})

test('a folder without fiches is refused', async () => {
  await expect(multiplyKit('docs', join(dir, 'rien'), 2)).rejects.toThrow('docs holds no fiche')
})
