import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './files.ts'

/** Time between two looks at a folder, in ms. */
const LOOK_MS = 15
/** Looking takes at most one part in so many of the time, be the folder large or the drive slow. */
const SHARE = 20
/** Editors write a file in several steps: so long, in ms, nothing has changed when a change is reported. What is written later than
 *  that has another time, on disks that count in hundredths of a second too. */
const REST_MS = 15

/** Looks at a folder time and again, and reports that something in it has changed and has rested since. Disposing of it ends that.
 *
 *  It does not use the system's own messages: they tell nothing of a folder that takes the place of another, of network drives and
 *  shared folders of containers, nor of more than so many files, and whoever listens to them misses what comes before he does. */
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

/** Describes the files of a folder and below it, so that a change changes the text; `youngest`: the time of the last write, in ms
 *  since 1970. Names that begin with a point are nobody's text. */
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
