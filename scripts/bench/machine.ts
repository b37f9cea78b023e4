import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'

/** What was measured on, and with what. */
export type Machine = {
  processor: string
  cores: number
  memoryGb: number
  system: string
  /** Mean number of processes that ran or waited in the minute before: the others on this machine. */
  load: number
  versions: Record<string, string>
}

/** @param load of the others, as it was before the bench began */
export function machine(load: number): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release().split('-')[0]}`,
    load: Math.round(load * 10) / 10,
    versions: {
      node: process.version.slice(1),
      ...Object.fromEntries(
        ['@sparticuz/chromium', 'pagedjs', 'puppeteer'].map(name => [name, versionOf(name)]),
      ),
    },
  }
}

/** Of an installed package, which may not export its package.json. */
function versionOf(name: string): string {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? []
  for (const path of paths)
    try {
      const text = readFileSync(join(path, name, 'package.json'), 'utf8')
      return (JSON.parse(text) as { version: string }).version
    } catch {
      // Not in this one of the folders that Node looks into.
    }
  return 'unknown'
}
