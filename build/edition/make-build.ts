import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asDraft, withLargePrint } from '../../src/kit/index.ts'
import { plural, sortProblems } from '../../src/problems/index.ts'
import { oneByOne } from '../../src/text/index.ts'
import {
  type Artefact,
  type Cache,
  codeOf,
  type Edition,
  editionOf,
  MANIFEST,
  type Manifest,
  readKit,
  writeManifest,
} from '../ground/index.ts'
import { judgePages } from '../paper/index.ts'
import { type BuildOptions, type BuildResult, dateOf, step, type Workplace } from './build-options.ts'
import { makeEditions } from './editions/index.ts'
import { openEquipment } from './equipment.ts'
import { type Inputs, readingShelf } from './inputs.ts'
import { openStaging } from './staging.ts'

/** Reads the kit, makes its editions from what former builds kept of their parts, and puts them in the output's place. */
export async function makeBuild(
  options: BuildOptions,
  { cache, inputs }: { cache: Cache; inputs: Inputs },
): Promise<BuildResult> {
  const { fiches, out, only, signal, tell } = options
  const equipment = options.equipment ?? openEquipment(options, cache)
  await using ownEquipment = options.equipment ? null : equipment
  // They start while the kit is read.
  const thread = equipment.pdfThread()
  const endpoint = equipment.browser.endpoint()
  endpoint.catch(() => {}) // thrown to the PDF edition
  const shelf = options.keep ? readingShelf(cache, fiches) : null
  const { kit: read, problems } = await step(
    'controle',
    tell,
    signal,
    () => readKit(fiches, shelf),
    ({ problems: { length } }) => (length > 0 ? plural(length, 'remarque') : null),
  )
  if (!read || problems.some(({ severity }) => severity === 'erreur')) return { state: 'refused', problems }

  const asked = options.largePrint ? withLargePrint(read) : read
  const kit = options.draft ? asDraft(asked) : asked
  await using staging = await openStaging(out)
  const date = dateOf(kit, options.date)
  const workplace: Workplace = {
    kit,
    date,
    renditions: { cache, looks: inputs.looks },
    name: inputs.press,
    cacheDir: options.keep ? options.cacheDir : null,
    cache,
    browser: equipment.browser,
    thread,
    endpoint,
    jobs: options.jobs,
    signal,
    tell,
    dir: staging.dir,
    imposition: options.imposition,
    news: options.news ?? [],
    formerSites: options.formerSites,
    inTurn: oneByOne(),
    inputs: [inputs.kit, inputs.press, inputs.looks, date.toISOString(), inputs.browser],
  }

  const formerArtefacts = await carryOver(out, staging.dir, only)
  const { artefacts, pages, warnings } = await makeEditions(workplace, only, formerArtefacts)
  // It closes while the output is put in its place; its fault is thrown at the end of its scope.
  ownEquipment?.[Symbol.asyncDispose]().catch(() => {})
  const manifest = await step('manifeste', tell, signal, () =>
    writeManifest(staging.dir, kit, date, artefacts),
  )
  await staging.commit()
  return {
    state: 'made',
    problems: sortProblems([...problems, ...judgePages(kit, pages, warnings)]),
    manifest,
  }
}

/** Copies from the former output what this build was not asked to make again. @returns what was copied, as the former manifest described it */
async function carryOver(out: string, dir: string, only: ReadonlySet<Edition>): Promise<Artefact[]> {
  const former = await readManifest(out)
  const formerArtefacts = (former?.artefacts ?? []).filter(({ role }) => !only.has(editionOf[role]))
  for (const { path } of formerArtefacts)
    await cp(join(out, path), join(dir, path), { recursive: true }).catch(cause => {
      throw new Error(
        `${join(out, path)} ne peut pas être repris de la fabrication précédente. Relancer sans --only : tout sera refait.`,
        { cause },
      )
    })
  return formerArtefacts
}

async function readManifest(out: string): Promise<Manifest | undefined> {
  const path = join(out, MANIFEST)
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Manifest
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw new Error(`${path} ne peut pas être lu. Effacer ce dossier, ou en choisir un autre avec --out.`, {
      cause,
    })
  }
}
