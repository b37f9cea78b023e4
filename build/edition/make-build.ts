import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asDraft, withLargePrint } from '../../src/kit/index.ts'
import { plural, sortProblems } from '../../src/problems/index.ts'
import {
  type Artefact,
  type Cache,
  codeOf,
  type Edition,
  lazyBrowser,
  MANIFEST,
  type Manifest,
  readKit,
  roles,
  writeManifest,
} from '../ground/index.ts'
import { judgePages } from '../paper/index.ts'
import type { Inputs } from './build-options.ts'
import { type BuildOptions, type BuildResult, dateOf, step, type Workplace } from './build-options.ts'
import { openStaging } from './staging.ts'

/** Reads the kit, makes its editions from what former builds kept of their parts, and puts them in the output's place. */
export async function makeBuild(
  options: BuildOptions,
  { cache, inputs }: { cache: Cache; inputs: Inputs },
): Promise<BuildResult> {
  const { fiches, out, only } = options
  await using browser = lazyBrowser(options)
  // It starts while the kit is read.
  browser.open().catch(() => {}) // thrown to the editions
  const { kit: read, problems } = await step(
    options,
    'controle',
    () => readKit(fiches),
    ({ problems: { length } }) => (length > 0 ? plural(length, 'remarque') : null),
  )
  if (!read || problems.some(({ severity }) => severity === 'erreur')) return { state: 'refused', problems }

  const asked = options.largePrint ? withLargePrint(read) : read
  const kit = options.draft ? asDraft(asked) : asked
  await using staging = await openStaging(out)
  const date = dateOf(kit, options.date)
  const { dir } = staging
  const workplace: Workplace = {
    ...options,
    kit,
    date,
    dir,
    carried: await carryOver(out, dir, only),
    news: options.news ?? [],
    inputs: [inputs.kit, inputs.press, inputs.looks, date.toISOString(), inputs.browser],
    cache,
    renditions: { cache, looks: inputs.looks },
    browser,
  }

  const { makeEditions } = await import('./editions/index.ts')
  const { artefacts, pages, warnings } = await makeEditions(workplace)
  const manifest = await step(options, 'manifeste', () => writeManifest(dir, kit, date, artefacts))
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
  const formerArtefacts = (former?.artefacts ?? []).filter(({ role }) => !only.has(roles[role].edition))
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
