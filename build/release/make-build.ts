import { readKit } from '../../src/content/read-kit.ts'
import { sortDiagnostics } from '../../src/diagnostics/sort-diagnostics.ts'
import { keepLayoutCode, recallLayoutCode } from '../pages/layout-code.ts'
import type { Cache } from '../store/cache.ts'
import type { BuildOptions, BuildResult } from './build-options.ts'
import { carryOver } from './carry-over.ts'
import { makeEditions } from './editions/index.ts'
import { takeTurns, type Workplace } from './editions/workplace.ts'
import { openEquipment } from './equipment.ts'
import { hashLayouts, hashReaders, type Inputs } from './inputs.ts'
import { judgePages } from './judge-pages.ts'
import { writeManifest } from './manifest.ts'
import { step } from './progress.ts'
import { readingShelf } from './reading-shelf.ts'
import { openStaging } from './staging.ts'

/** `keys`: where the cache keeps the editions, by their names, once `keep` has put them there. */
export type MadeBuild =
  | Exclude<BuildResult, { state: 'made' }>
  | (Extract<BuildResult, { state: 'made' }> & {
      keys: Readonly<Record<string, string>>
      /** Keeps the editions for the next build: those of a kit that is still what its hash says. */
      keep(): Promise<void>
    })

/** Reads the kit, makes its editions, as far as a former build has not kept them, and puts them in the output's place. */
export async function makeBuild(
  options: BuildOptions,
  { cache, inputs }: { cache: Cache; inputs: Inputs },
): Promise<MadeBuild> {
  const { fiches, home, out, only, signal, tell } = options
  const shelf = options.keep ? readingShelf(cache, { dir: fiches, readers: hashReaders(home) }) : null
  const { kit, diagnostics } = await step(
    'controle',
    tell,
    signal,
    () => readKit(fiches, shelf),
    ({ diagnostics: { length } }) => (length > 0 ? `${length} remarque${length > 1 ? 's' : ''}` : null),
  )
  if (!kit || diagnostics.some(({ severity }) => severity === 'erreur'))
    return { state: 'refused', diagnostics }

  await using staging = await openStaging(out)
  const equipment = options.equipment ?? openEquipment(options, cache)
  await using own = options.equipment ? null : equipment
  const date = options.date ?? new Date(`${kit.edition.mois}-01T00:00:00Z`)
  const layouts = hashLayouts(home)
  const workplace: Workplace = {
    kit,
    date,
    press: { cache, fingerprint: inputs.press },
    cacheDir: options.keep ? options.cacheDir : null,
    ...equipment,
    reuse: options.reuse ?? 'all',
    jobs: options.jobs,
    signal,
    tell,
    dir: staging.dir,
    output: equipment.outputs.begin(staging.dir, out),
    // Only what the cache has too may be left out: a file of the former output may be gone by the time it is linked.
    had: options.keep ? equipment.outputs.had() : new Map(),
    ink: options.ink,
    imposition: options.imposition,
    news: options.news ?? [],
    inTurn: takeTurns(() => recallLayoutCode(cache, layouts)),
    later: [],
    keys: new Map(),
    inputs: [inputs.kit, inputs.press, date.toISOString(), inputs.browser],
  }

  const carried = await carryOver(out, staging.dir, only)
  const { artefacts, pages, warnings } = await makeEditions(workplace, only, carried)
  // It closes while the output is put in its place; what goes wrong with that is told at the end of its scope.
  own?.[Symbol.asyncDispose]().catch(() => {})
  const manifest = await step('manifeste', tell, signal, () =>
    writeManifest(staging.dir, kit, date, artefacts),
  )
  await staging.commit()
  equipment.outputs.done()
  const made = {
    state: 'made' as const,
    diagnostics: sortDiagnostics([...diagnostics, ...judgePages(kit, pages, warnings)]),
    manifest,
  }
  options.onMade?.(made)
  return {
    ...made,
    keys: Object.fromEntries(workplace.keys),
    async keep() {
      for (const keepOne of workplace.later) await keepOne()
      await keepLayoutCode(cache, layouts)
    },
  }
}
