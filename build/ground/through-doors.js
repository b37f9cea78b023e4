import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Leads an import from the door of a room to the file with the name, and leaves types out. Through the door, each command would load all files
 *  that any command needs, as esbuild keeps them together; and Vite would read the whole press for the scripts of the site.
 *  @param {string} source @param {string} path of the source */
export function throughDoors(source, path) {
  return source.replace(
    /^import \{([^}]*)\} from '(\.[^']*\/(?:index|browser)\.ts)'/gm,
    (statement, names, door) => {
      const file = join(dirname(path), door)
      const places = placesIn(readFileSync(file, 'utf8'))
      const values = names.split(',').filter(nameIn)
      const imports = values.flatMap((/** @type {string} */ name) => {
        const place = places.get(nameIn(name))
        return place ? [`import {${name}} from ${JSON.stringify(join(dirname(file), place))}`] : []
      })
      return imports.length === values.length ? imports.join(';') : statement
    },
  )
}

/** `countOf as count` → `countOf`, `type Kit` → `` @param {string} written */
const nameIn = written => /^\s*(?!type )(\w+)/.exec(written)?.[1] ?? ''

/** Name → file, as a door exports it. @param {string} door */
function placesIn(door) {
  const exports = door.matchAll(/^export \{([^}]*)\} from '([^']*)'/gm)
  return new Map(
    [...exports].flatMap(([, names = '', file = '']) => names.split(',').map(name => [nameIn(name), file])),
  )
}
