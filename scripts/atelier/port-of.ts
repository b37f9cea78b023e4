import { createHash } from 'node:crypto'

/** Below the ports that systems give to connections, and above those of well-known services. */
const FIRST = 20_000
const COUNT = 10_000

/** The port at which the atelier of a folder is opened each time: a browser keeps drafts by address, so that those of a kit are found
 *  again after a restart, and two kits do not share theirs. @param fiches absolute path of the folder */
export function portOf(fiches: string): number {
  return FIRST + (createHash('sha256').update(fiches).digest().readUInt32BE(0) % COUNT)
}
