import { mkdtempSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { lazyBrowser } from '../../build/browser/lazy-browser.ts'
import { readKit } from '../../build/disk/read-kit.ts'
import { audit, openMaterial } from '../../build/judge/audit/index.ts'
import { home, runKit } from '../e2e/run-kit.ts'

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
    async coldCache() {
      const cache = mkdtempSync(join(dir, 'froid-'))
      for (const entry of await readdir(join(home, '.cache')))
        if (entry.startsWith('chromium-')) await symlink(resolve(home, '.cache', entry), join(cache, entry))
      return cache
    },
  }
}

/** What the checks `only` of the audit find in the editions that lie in `out`. */
export async function findingsOf(fiches: string, out: string, only: readonly string[]): Promise<string[]> {
  const { kit } = await readKit(fiches)
  if (!kit) throw new Error('the kit has errors')
  const { signal } = new AbortController()
  await using browser = lazyBrowser({ cacheDir: '.cache', signal })
  const material = openMaterial({ kit, dir: out, browser: browser.open, signal })
  const checked = await audit({ material, only })
  if (checked.length !== only.length) throw new Error(`of ${only.join(', ')} some are no check`)
  return checked.flatMap(({ outcome }) =>
    outcome.state === 'verifie'
      ? outcome.findings.map(({ place, message }) => `${place} : ${message}`)
      : [outcome.reason],
  )
}

/** Every word of the source in every edition, in order. */
export const WORDS = ['mots-site', 'mots-pdf', 'mots-epub']

/** Processes that run the browser unpacked in `cache`, as Linux tells them: all of them, the browsers' own, or those of their tabs.
 *  The others are known by their parents: they start the browser by the place where it really lies. */
export async function browsersUnder(
  cache: string,
  which: 'all' | 'browser' | 'tabs' = 'all',
): Promise<number[]> {
  const processes: { pid: number; parent: number; command: string }[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    // A process may end between two readings.
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const parent = Number(/\) \S (\d+)/.exec(stat)?.[1])
    processes.push({ pid: Number(name), parent, command })
  }
  const own = processes.filter(({ command }) => command.startsWith(join(cache, 'chromium-')))
  const family = new Set(own.map(({ pid }) => pid))
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid)
  }
  const found = {
    all: () => processes.filter(({ pid }) => family.has(pid)),
    browser: () => own.filter(({ command }) => !command.includes('--type=')),
    tabs: () =>
      processes.filter(({ pid, command }) => family.has(pid) && command.includes('--type=renderer')),
  }[which]()
  return found.map(({ pid }) => pid)
}
