import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './files.ts'

/** Time between two looks at a folder, in ms. */
const LOOK_MS = 15
/** Looking takes at most one part in so many of the time, be the folder large or the drive slow. */
const SHARE = 20
/** Waits so long, in ms, for a change to be whole: editors write in steps, and some disks count in hundredths of a second. */
const REST_MS = 15

/** Looks at a folder again and again, and reports changes once they rest. System events miss replaced folders, network
 *  drives, shared folders of containers, and changes before the listener. */
export function followFolder(dir: string, onChange: () => void): Disposable {
  let reported = stateOf(dir).text
  let former = reported
  let next: NodeJS.Timeout
  const look = () => {
    const start = performance.now()
    const { text, youngest } = stateOf(dir)
    // A drive whose clock is ahead of this one's is at rest when two looks see the same.
    const isAtRest = Date.now() - youngest >= REST_MS || text === former
    former = text
    next = setTimeout(look, Math.max(LOOK_MS, SHARE * (performance.now() - start)))
    if (text === reported || !isAtRest) return
    reported = text
    onChange()
  }
  next = setTimeout(look, LOOK_MS)
  return { [Symbol.dispose]: () => clearTimeout(next) }
}

/** Describes the files below a folder, but hidden ones, so that a change changes the text. `youngest`: last write, in ms since 1970. */
function stateOf(dir: string): { text: string; youngest: number } {
  let youngest = 0
  const describe = (path: string): string => {
    const { ino, size, mtimeNs, mtimeMs } = statSync(path, { bigint: true })
    youngest = Math.max(youngest, Number(mtimeMs))
    return `${ino} ${size} ${mtimeNs}`
  }
  const list = (path: string): string =>
    readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .map(entry => {
        const inner = join(path, entry.name)
        return `\n${inner}\0${orCode(entry.isDirectory() ? list : describe, inner)}`
      })
      .join('')
  return { text: orCode(list, dir), youngest }
}

/** Describes a path, or gives the code of the fault: it is not there, or may not be read. */
function orCode(say: (path: string) => string, path: string): string {
  try {
    return say(path)
  } catch (error) {
    return codeOf(error)
  }
}
