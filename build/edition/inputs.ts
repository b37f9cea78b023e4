import { isForeign } from '../../src/kit/index.ts'
import { hashTree } from '../ground/index.ts'

/** Hashes of the kit's folder, of the press and of its looks, and the identity of the browser. */
export type Inputs = { kit: string; press: string; looks: string; browser: string }

/** SHA-256 of every file of the kit, its path and the targets of links. Leftovers of systems, git and editors do not count:
 *  they come and go. */
export const hashKit = (dir: string) => hashTree(dir, ['.'], path => !path.split('/').some(isForeign))

/** SHA-256 of what gives the editions their looks. */
export const hashLooks = (home: string) => hashTree(home, ['layouts', 'styles'])
