import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeSite } from '../unit/site/site-folder.ts'
import { runKit } from './run-kit.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folders of the editions built from `fiches/` and from a kit with other families, numbers and colours. */
    editions: { kit: string; autre: string }
    /** Folder of the site of `fiches/` alone, made for the address `https://example.org/kit/`. */
    kitSite: string
    /** A file that is there once these folders are: empty, or the fault for which they are not. */
    editionsMade: string
  }
}

/** Builds both kits once with the command itself, and the site that most tests of pages read. The quick projects run meanwhile: whoever
 *  reads an edition waits for it (`await-editions.ts`). */
export default async function setup(project: TestProject) {
  const dir = await mkdtemp(join(tmpdir(), 'kit-e2e-'))
  const editions = { kit: join(dir, 'kit'), autre: join(dir, 'un autre é') }
  const kitSite = join(dir, 'site')
  const editionsMade = join(dir, 'fait')
  project.provide('editions', editions)
  project.provide('kitSite', kitSite)
  project.provide('editionsMade', editionsMade)
  const tell = async (fault: string) => {
    // Whoever waits sees the whole of it.
    await writeFile(`${editionsMade}.tmp`, fault)
    await rename(`${editionsMade}.tmp`, editionsMade)
  }
  const making = make(editions, kitSite).then(
    () => tell(''),
    fault => tell(String(fault)),
  )
  // Hard tests run one after another: what else runs is part of what they look at.
  if (project.config.maxWorkers === 1) await making
  return async () => {
    await making
    await rm(dir, { recursive: true, force: true })
  }
}

async function make(editions: { kit: string; autre: string }, kitSite: string): Promise<void> {
  for (const [fiches, out] of [
    ['fiches', editions.kit],
    ['tests/fixtures/kits/autre', editions.autre],
  ] as const) {
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out])
    if (code !== 0) throw new Error(`kit build --fiches ${fiches} ended with ${code}:\n${stderr}`)
  }
  await using site = await makeSite('fiches', kit => {
    kit.site.base = '/kit/'
    kit.site.url = 'https://example.org'
  })
  await rename(site.dir, kitSite)
}
