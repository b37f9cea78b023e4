import { readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { buildEditions } from '../../build/edition/build-editions.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import { home } from '../e2e/run-kit.ts'
import { folderOfFile } from '../temporary.ts'
import { auteursFiles, readEntrees } from '../unit/content/auteurs.ts'
import { editKit } from '../unit/content/edit-kit.ts'
import { lawKits } from './law-kits.ts'
import { faultsOf } from './workbench.ts'

/** Generated kits to try; the night tries 300. */
const RUNS = Number(process.env['KIT_LAW_RUNS'] ?? 5)

const { signal } = new AbortController()
const parts = folderOfFile('loi')
beforeAll(async () => {
  // What all kits have in common is made once.
})

/** Builds a kit that the check accepts, and judges its editions as a draft release does. @returns false when the check refuses the kit */
async function obeysLaw(fiches: string): Promise<boolean> {
  if ((await readKit(fiches)).problems.some(({ severity }) => severity === 'erreur')) return false
  const out = join(dirname(fiches), 'dist')
  const build = await buildEditions({
    home,
    fiches,
    out,
    only: new Set(['site', 'pdf', 'epub'] as const),
    date: new Date('2026-01-01'),
    cacheDir: parts,
    keep: true,
    jobs: 1,
    executablePath: undefined,
    signal,
    tell: () => {},
  })
  expect(build).toMatchObject({ state: 'made' })
  expect(await faultsOf(fiches, out)).toEqual([])
  return true
}

describe('what the check accepts, a build makes, and the gate lets out', () => {
  test.runIf(RUNS > 0)(
    `${RUNS} kits of the content model`,
    async () => {
      let accepted = 0
      await fc.assert(
        fc.asyncProperty(lawKits, async ({ files, settings }) => {
          await using kit = await editKit(null)
          const file = join(kit.dir, 'kit.yaml')
          await writeFile(file, stringify({ ...parse(await readFile(file, 'utf8')), ...settings }))
          for (const [path, content] of Object.entries(files))
            await (content === null ? rm(join(kit.dir, path)) : writeFile(join(kit.dir, path), content))
          if (await obeysLaw(kit.dir)) accepted += 1
        }),
        // A build takes seconds: what fails is made smaller by hand.
        { numRuns: RUNS, endOnFailure: true },
      )
      expect(accepted).toBeGreaterThan(RUNS / 4)
    },
    RUNS * 120_000,
  )

  test.each(['loi', 'loi-mots-longs', 'loi-sigles', 'loi-signes'])(
    'what once escaped: tests/fixtures/%s',
    async folder => {
      await using kit = await editKit(resolve('tests/fixtures', folder))
      expect(await obeysLaw(kit.dir)).toBe(true)
    },
  )

  const inputs = auteursFiles.flatMap(readEntrees).filter(({ attendu }) => !attendu.includes('  erreur  '))
  test.runIf(process.env['KIT_LAW_RUNS'] !== undefined).each(inputs)('$titre', async ({ edits }) => {
    await using kit = await editKit(null, edits)
    expect(await obeysLaw(kit.dir)).toBe(true)
  })
})
