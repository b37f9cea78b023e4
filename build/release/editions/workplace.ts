import type { News } from '../../../src/news.ts'
import type { Press } from '../../pages/kept-renditions.ts'
import { keyOf } from '../../store/cache.ts'
import type { Equipment } from '../equipment.ts'
import { type Files, keepEdition, recallEdition } from '../kept-edition.ts'
import type { OutputFolder } from '../output.ts'
import type { Progress } from '../progress.ts'
import type { PdfSettings } from './pdf-settings.ts'

/** Where and with what one build works. */
export type Workplace = Pick<Equipment, 'cache' | 'browser' | 'pdfThread' | 'standing'> &
  PdfSettings & {
    /** Where renditions are kept, and what makes them. */
    press: Press
    /** Folder of the cache; null: nothing is kept. */
    cacheDir: string | null
    /** Whether whole editions may be taken from former builds. */
    reuse: 'all' | 'parts'
    signal: AbortSignal
    tell: Progress
    /** The folder being filled. */
    dir: string
    output: OutputFolder
    /** `cahier`: the printer's PDF is laid out for folding too. */
    imposition?: 'cahier' | undefined
    /** What the site tells of the editions; empty: this one has not been released. */
    news: News
    /** Where the cache keeps each edition of this build, by its name; filled as they are found or made. */
    keys: Map<string, string>
    /** What is done for the next build once the output of this one is in its place. */
    later: (() => Promise<void>)[]
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
): Promise<Files | undefined> {
  const key = keyOfEdition(workplace, name, rest)
  return workplace.reuse === 'all' ? recallEdition(workplace.cache, key) : undefined
}

/** Keeps an edition for the builds to come, once this one is done. */
export function keep(workplace: Workplace, name: string, files: Files, ...rest: string[]): void {
  const key = keyOfEdition(workplace, name, rest)
  workplace.later.push(() => keepEdition(workplace.cache, key, files))
}

function keyOfEdition({ inputs, keys }: Workplace, name: string, rest: readonly string[]): string {
  const key = keyOf(`edition-${name}`, ...inputs, ...rest)
  keys.set(name, key)
  return key
}
