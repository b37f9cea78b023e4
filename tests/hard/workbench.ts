import { mkdtempSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askChecks, checks } from '../../build/gate/ask.ts'
import { lazyBrowser } from '../../build/ground/browser/lazy-browser.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import { coldCache } from '../e2e/press-processes.ts'
import { runKit } from '../e2e/run-kit.ts'
import { subjectOf } from '../subject.ts'

/** A folder of its own for one file of tests: a copy of the small kit, the output, and the temporary folder of all that
 *  is started, so that what is left behind is seen. */
export function openBench(name: string) {
  const dir = mkdtempSync(join(tmpdir(), `kit-${name}-`))
  const [fiches, out, temporary] = [join(dir, 'carnet'), join(dir, 'dist'), join(dir, 'temporaire')]
  const env = { TMPDIR: temporary }
  return {
    dir,
    fiches,
    out,
    /** What a command needs in its environment to work here. */
    env,
    /** The small kit as it was, before each test. */
    async reset() {
      await mkdir(temporary, { recursive: true })
      await rm(fiches, { recursive: true, force: true })
      await cp('tests/visual/carnet', fiches, { recursive: true })
    },
    remove: () => rm(dir, { recursive: true, force: true }),
    build: (...args: string[]) => runKit(['build', '--fiches', fiches, '--out', out, ...args], env),
    async edit(path: string, change: (text: string) => string) {
      const file = join(fiches, path)
      await writeFile(file, change(await readFile(file, 'utf8')))
    },
    /** Folders of work that are still there: beside an output, or among the temporary files. */
    async leftovers() {
      const beside = (await readdir(dir)).filter(entry => entry.startsWith('.'))
      // tsx keeps there what it has compiled.
      const ofWork = (await readdir(temporary)).filter(entry => !/^(tsx-|node-compile-cache)/.test(entry))
      return [...beside, ...ofWork]
    },
    /** A cache that holds the unpacked browser and nothing that was made. */
    coldCache: () => coldCache(dir),
  }
}

/** What the checks `only` of the audit find in the editions that lie in `out`. */
export async function findingsOf(fiches: string, out: string, only: readonly string[]): Promise<string[]> {
  const { kit } = await readKit(fiches)
  if (!kit) throw new Error('the kit has errors')
  const { signal } = new AbortController()
  await using browser = lazyBrowser({ cacheDir: '.cache', signal })
  const subject = subjectOf({ kit, dir: out, browser: browser.open, signal })
  const checked = await askChecks('editions', subject, { only })
  if (checked.length !== only.length) throw new Error(`of ${only.join(', ')} some are no check`)
  return checked.flatMap(({ outcome }) =>
    outcome.state === 'verifie'
      ? outcome.findings.map(({ place, message }) => `${place} : ${message}`)
      : [outcome.reason],
  )
}

/** Every fault that a draft release of the editions in `out` would tell. */
export async function faultsOf(fiches: string, out: string): Promise<string[]> {
  const { kit, problems } = await readKit(fiches)
  if (!kit) throw new Error('the kit has errors')
  const { signal } = new AbortController()
  await using browser = lazyBrowser({ cacheDir: '.cache', signal })
  const subject = { ...subjectOf({ kit, dir: out, browser: browser.open, signal }), problems }
  const only = checks.map(({ id }) => id).filter(id => id !== 'visuel')
  const controls = [
    ...(await askChecks('texte', subject, { only })),
    ...(await askChecks('editions', subject, { only })),
  ]
  return controls.flatMap(({ outcome: { findings = [] } }) =>
    findings.flatMap(({ severity, place, message }) =>
      severity === 'erreur' ? `${place} : ${message}` : [],
    ),
  )
}

/** Every word of the source in every edition, in order. */
export const WORDS = ['mots']
