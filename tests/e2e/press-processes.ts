import { mkdtempSync } from 'node:fs'
import { readdir, readFile, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { home } from './run-kit.ts'

/** A cache below `dir` that holds the unpacked browser and nothing that was made. */
export async function coldCache(dir: string): Promise<string> {
  const cache = mkdtempSync(join(dir, 'froid-'))
  for (const entry of await readdir(join(home, '.cache')))
    if (entry.startsWith('chromium-')) await symlink(resolve(home, '.cache', entry), join(cache, entry))
  return cache
}

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
  const browsers = processes.filter(({ command }) => command.startsWith(join(cache, 'chromium-')))
  const family = new Set(browsers.map(({ pid }) => pid))
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid)
  }
  const selected = {
    all: () => processes.filter(({ pid }) => family.has(pid)),
    browser: () => browsers.filter(({ command }) => !command.includes('--type=')),
    tabs: () =>
      processes.filter(({ pid, command }) => family.has(pid) && command.includes('--type=renderer')),
  }[which]()
  return selected.map(({ pid }) => pid)
}
