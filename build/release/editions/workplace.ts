import type { Kit } from '../../../src/kit.ts'
import type { News } from '../../../src/news.ts'
import { type Bundle, pack, unpack } from '../../bundle.ts'
import { type Cache, keyOf } from '../../cache.ts'
import type { Press } from '../../kept-renditions.ts'
import type { LazyBrowser } from '../../lazy-browser.ts'
import type { Progress } from '../progress.ts'

/** Where and with what one build works. */
export type Workplace = {
  kit: Kit
  date: Date
  cache: Cache
  /** Where renditions are kept, and what makes them. */
  press: Press
  /** Folder of the cache; null: nothing is kept. */
  cacheDir: string | null
  browser: LazyBrowser
  jobs: number
  signal: AbortSignal
  tell: Progress
  /** The folder being filled. */
  dir: string
  /** Ink of the printer's PDF: measured by Ghostscript where it is installed, or always by our own estimate, which is
   *  quick and the same on every machine. */
  ink: 'exact' | 'estimate'
  /** `cahier`: the printer's PDF is laid out for folding too. */
  imposition?: 'cahier' | undefined
  /** What the site tells of the editions; empty: this one has not been released. */
  news: News
  /** Hashes of all that an edition depends on: the kit, the press, the date. */
  inputs: readonly string[]
  /** Where the cache keeps each edition of this build, by its name; filled as they are found or made. */
  keys: Map<string, string>
  /** Whether the kit is still what its hash says: a fiche that is written meanwhile stands in some pages and not in others. */
  unchanged(): boolean
  /** Eleventy has one cache of layouts and one bus of events for a process: its runs take turns. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
}

/** Makes `inTurn`: what it is given runs in the order it came, one at a time; a failure stops nobody else.
 *  @param prepare done before the first turn, if there is one */
export function takeTurns(prepare: () => Promise<void>): Workplace['inTurn'] {
  let last: Promise<unknown> | undefined
  return work => {
    const turn = (last ?? prepare()).then(work)
    last = turn.catch(() => {}) // told to whoever asked for this turn
    return turn
  }
}

/** Said of an edition that a former build left. */
export const REUSED = 'inchangé, repris de la fabrication précédente'

/** An edition kept from a former build with the same inputs. */
export async function recall(
  workplace: Workplace,
  name: string,
  ...rest: string[]
): Promise<Bundle | undefined> {
  const found = await workplace.cache.read(keyOfEdition(workplace, name, rest))
  return found && unpack(found)
}

/** Keeps an edition for the builds to come, unless the kit changed while it was made. */
export async function keep(
  workplace: Workplace,
  name: string,
  bundle: Bundle,
  ...rest: string[]
): Promise<void> {
  if (!workplace.unchanged()) return
  await workplace.cache.write(keyOfEdition(workplace, name, rest), pack(bundle))
}

function keyOfEdition({ inputs, keys }: Workplace, name: string, rest: readonly string[]): string {
  const key = keyOf(`edition-${name}`, ...inputs, ...rest)
  keys.set(name, key)
  return key
}

/** A file of an edition. @throws Error when the edition lacks it */
export function fileOf(bundle: Bundle, path: string): Uint8Array {
  const bytes = bundle[path]
  if (!bytes) throw new Error(`the edition has no ${path}`)
  return bytes
}
