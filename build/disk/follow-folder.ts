import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { codeOf } from './code-of.ts'

/** A folder that is watched: every change is reported. */
export type Followed = {
  /** To be called before the folder is read: from then on every change there, or a fault, is reported. */
  renew(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** The watcher ignores changes within 50 ms of one that it has reported; in ms, with some to spare. */
export const DEAF_MS = 60

/** The system watches a folder itself, not its path: of one that stands in the place of another it tells nothing, nor of one that
 *  is gone and comes back. So often, in ms, the folders are looked at. */
const LOOK_MS = 250

/** @param onChange may be called several times for one change
 *  @param onFault called when changes can no longer be followed */
export function followFolder(
  dir: string,
  { onChange, onFault }: { onChange(): void; onFault(fault: unknown): void },
): Followed {
  let watcher: FSWatcher | undefined
  let watched: string | undefined
  let seen: string | undefined
  const look = setInterval(() => {
    const folders = foldersOf(dir)
    // Twice the same: what the system tells of is being answered already, and who replaces a folder is done.
    if (watched !== undefined && folders !== watched && folders === seen) onChange()
    seen = folders
  }, LOOK_MS)
  return {
    async renew() {
      const folders = foldersOf(dir)
      if (folders === watched) return
      await watcher?.close()
      // Reading reports what may not be read.
      const fresh = watch(dir, { ignoreInitial: true, ignorePermissionErrors: true })
      watcher = fresh
      fresh.on('error', onFault)
      // A change that is made before would be reported by nobody.
      await new Promise<unknown>(done => fresh.once('ready', () => done(null)).once('error', done))
      fresh.on('all', onChange)
      watched = folders
    },
    async [Symbol.asyncDispose]() {
      clearInterval(look)
      await watcher?.close()
    },
  }
}

/** Tells the folder and those below it from others that stand in their places. */
function foldersOf(dir: string): string {
  try {
    const { ino, birthtimeNs } = statSync(dir, { bigint: true })
    const below = readdirSync(dir, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => `${entry.name}\0${foldersOf(join(dir, entry.name))}`)
    // The system gives the number of a folder that is gone to the next one.
    return [`${ino} ${birthtimeNs}`, ...below.sort()].join('\n')
  } catch (error) {
    // Not there, or not to be read: until that changes.
    return codeOf(error)
  }
}
