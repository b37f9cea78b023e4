import { sortDiagnostics } from '../../src/diagnostics/sort-diagnostics.ts'
import { plural } from '../../src/french.ts'
import { oneByOne } from '../../src/one-by-one.ts'
import { asDraft } from '../../src/working-version.ts'
import { writeManifest } from '../disk/manifest.ts'
import { readKit } from '../disk/read-kit.ts'
import { judgePages } from '../pdf/print/assemble.ts'
import type { Cache } from '../store/cache.ts'
import { type BuildOptions, type BuildResult, dateOf } from './build-options.ts'
import { carryOver } from './carry-over.ts'
import { makeEditions } from './editions/index.ts'
import type { Workplace } from './editions/workplace.ts'
import { openEquipment } from './equipment.ts'
import type { Inputs } from './inputs.ts'
import { step } from './progress.ts'
import { readingShelf } from './reading-shelf.ts'
import { openStaging } from './staging.ts'

/** Reads the kit, makes its editions from what former builds kept of their parts, and puts them in the output's place. */
export async function makeBuild(
  options: BuildOptions,
  { cache, inputs }: { cache: Cache; inputs: Inputs },
): Promise<BuildResult> {
  const { fiches, out, only, signal, tell } = options
  const shelf = options.keep ? readingShelf(cache, fiches) : null
  const { kit: read, diagnostics } = await step(
    'controle',
    tell,
    signal,
    () => readKit(fiches, shelf),
    ({ diagnostics: { length } }) => (length > 0 ? plural(length, 'remarque') : null),
  )
  if (!read || diagnostics.some(({ severity }) => severity === 'erreur'))
    return { state: 'refused', diagnostics }

  const kit = options.draft ? asDraft(read) : read
  await using staging = await openStaging(out)
  const equipment = options.equipment ?? openEquipment(options, cache)
  await using ownEquipment = options.equipment ? null : equipment
  const date = dateOf(kit, options.date)
  const workplace: Workplace = {
    kit,
    date,
    renditions: { cache, looks: inputs.looks },
    name: inputs.press,
    cacheDir: options.keep ? options.cacheDir : null,
    ...equipment,
    jobs: options.jobs,
    signal,
    tell,
    dir: staging.dir,
    imposition: options.imposition,
    news: options.news ?? [],
    inTurn: oneByOne(),
    inputs: [inputs.kit, inputs.press, inputs.looks, date.toISOString(), inputs.browser],
  }

  const carried = await carryOver(out, staging.dir, only)
  const { artefacts, pages, warnings } = await makeEditions(workplace, only, carried)
  // It closes while the output is put in its place; its fault is thrown at the end of its scope.
  ownEquipment?.[Symbol.asyncDispose]().catch(() => {})
  const manifest = await step('manifeste', tell, signal, () =>
    writeManifest(staging.dir, kit, date, artefacts),
  )
  await staging.commit()
  return {
    state: 'made',
    diagnostics: sortDiagnostics([...diagnostics, ...judgePages(kit, pages, warnings)]),
    manifest,
  }
}
