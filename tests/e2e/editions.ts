import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeSite } from '../unit/site/site-folder.ts'
import { runKit } from './run-kit.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folders of the editions built from `fiches/` and from a kit with other families, numbers and colours. */
    editions: { kit: string; autre: string }
    /** Folder of the site of `fiches/` alone, made for the address `/kit/`. */
    kitSite: string
  }
}

/** Builds both kits once with the command itself, and the site that most tests of pages read, before the end-to-end tests. */
export default async function setup(project: TestProject) {
  const dir = await mkdtemp(join(tmpdir(), 'kit-e2e-'))
  const editions = { kit: join(dir, 'kit'), autre: join(dir, 'un autre é') }
  for (const [fiches, out] of [
    ['fiches', editions.kit],
    ['tests/fixtures/kits/autre', editions.autre],
  ] as const) {
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out])
    if (code !== 0) throw new Error(`kit build --fiches ${fiches} ended with ${code}:\n${stderr}`)
  }
  const site = await makeSite('fiches', kit => {
    kit.site.base = '/kit/'
  })
  project.provide('editions', editions)
  project.provide('kitSite', site.dir)
  return async () => {
    await site[Symbol.asyncDispose]()
    await rm(dir, { recursive: true, force: true })
  }
}
