import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { checkKit, readKit } from '../../build/disk/read-kit.ts'
import { audit, openMaterial, unreadable } from '../../build/judge/audit/index.ts'
import { gathered, type Outcome } from '../../build/judge/check.ts'
import { type Equipment, openEquipment } from '../../build/release/equipment.ts'
import { gateChecks } from '../../build/release/gate/checks.ts'
import { buildEditions } from '../../build/release/index.ts'
import { digestOfPress, openCache } from '../../build/store/cache.ts'
import { colourFamilies } from '../../scripts/new/kit.ts'
import { home } from '../e2e/run-kit.ts'
import { auteursFiles, readEntrees } from '../unit/content/auteurs.ts'
import { editKit } from '../unit/content/edit-kit.ts'
import { type LawKit, lawKits } from './law-kits.ts'

/** Generated kits to try; the night tries 300. */
const RUNS = Number(process.env['KIT_LAW_RUNS'] ?? 5)

const { signal } = new AbortController()
const cacheDir = join(home, '.cache')
let parts: string
let equipment: Equipment
beforeAll(async () => {
  // What all kits have in common is made once.
  parts = await mkdtemp(join(tmpdir(), 'kit-loi-'))
  equipment = openEquipment({ cacheDir, signal }, openCache(parts, digestOfPress(home)))
})
afterAll(async () => {
  await equipment[Symbol.asyncDispose]()
  await rm(parts, { recursive: true, force: true })
})

/** What a build and the judgement of a release say against a kit that the check accepts; null: the check does not. */
async function refusals(fiches: string): Promise<string[] | null> {
  if ((await checkKit(fiches)).some(({ severity }) => severity === 'erreur')) return null
  const out = join(dirname(fiches), 'dist')
  const build = await buildEditions({
    home,
    fiches,
    out,
    only: new Set(['site', 'pdf', 'epub'] as const),
    date: new Date('2026-01-01'),
    cacheDir,
    keep: true,
    ink: 'estimate',
    jobs: 1,
    executablePath: undefined,
    equipment,
    signal,
    tell: () => {},
  })
  if (build.state === 'refused') return build.diagnostics.map(({ message }) => message)
  const { kit } = await readKit(fiches)
  if (!kit) throw new Error('what was made cannot be read')
  const material = openMaterial({ kit, dir: out, browser: equipment.browser.open, signal })
  const refused = (await audit({ material })).flatMap(({ id, outcome }) => errorsOf(id, outcome))
  const edition = {
    material,
    dir: out,
    manifest: build.manifest,
    home,
    baselines: '',
    visualReport: '',
    verapdf: null,
  }
  for (const { id, run } of gateChecks)
    if (!ELSEWHERE.has(id)) refused.push(...errorsOf(id, await gathered(run(edition)).catch(unreadable)))
  return refused
}

/** Pictures of a generated kit have never been accepted, and veraPDF has tests of its own. */
const ELSEWHERE = new Set(['visuel', 'verapdf'])

const errorsOf = (id: string, outcome: Outcome): string[] =>
  (outcome.findings ?? [])
    .filter(({ severity }) => severity === 'erreur')
    .map(({ place, message }) => `${id} ${place} : ${message}`)

async function lay(dir: string, { files, settings, families }: LawKit): Promise<void> {
  const kit = join(dir, 'kit.yaml')
  const familles = families.map(({ colour, ...family }) => family)
  await writeFile(kit, stringify({ ...parse(await readFile(kit, 'utf8')), ...settings, familles }))
  const coloured = families.flatMap(({ couleur, colour }) => (colour === null ? [] : [{ couleur, colour }]))
  const colours = await colourFamilies(coloured.map(({ colour }) => colour))
  const own = Object.fromEntries(coloured.map(({ couleur }, at) => [couleur, colours[at]]))
  await writeFile(join(dir, 'tokens.json'), JSON.stringify({ familles: own }))
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, file)), { recursive: true })
    await writeFile(join(dir, file), content)
  }
}

describe('what the check accepts, a build makes and a release does not refuse', () => {
  test.runIf(RUNS > 0)(
    `${RUNS} kits of the content model`,
    async () => {
      let accepted = 0
      await fc.assert(
        fc.asyncProperty(lawKits(3), async made => {
          await using kit = await editKit(null)
          await lay(kit.dir, made)
          const reasons = await refusals(kit.dir)
          if (reasons !== null) accepted += 1
          expect(reasons ?? []).toEqual([])
          await rm(join(dirname(kit.dir), 'dist'), { recursive: true, force: true })
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
      expect(await refusals(kit.dir)).toEqual([])
    },
  )

  const inputs = auteursFiles.flatMap(readEntrees).filter(({ attendu }) => !attendu.includes('  erreur  '))
  test.runIf(process.env['KIT_LAW_RUNS'] !== undefined).each(inputs)('$titre', async ({ edits }) => {
    await using kit = await editKit(null, edits)
    expect(await refusals(kit.dir)).toEqual([])
  })
})
