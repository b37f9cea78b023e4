import type { Glance } from '../../src/content/glance.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Kit } from '../../src/kit.ts'
import { renderPages } from '../pages/renditions.ts'
import type { Standing } from './standing.ts'

/** The site as it stands: the kit that can be shown, its pages, and what is wrong with the folder now. */
export type Snapshot = {
  /** Readings of the folder so far. */
  reading: number
  kit: Kit | null
  /** Path (`/fiches/x/`) → HTML. */
  pages: ReadonlyMap<string, string>
  /** What there is in the folder, right or wrong. */
  glance: Glance
  diagnostics: readonly Diagnostic[]
  /** Nothing of the folder can be shown: the pages are those of a former reading. */
  stale: boolean
  /** A fault of the press itself, such as a layout that is being written. */
  fault: string | null
}

export const nothing: Snapshot = {
  reading: 0,
  kit: null,
  pages: new Map(),
  glance: { titre: '', familles: [], sheets: [], sigles: {}, settings: [] },
  diagnostics: [],
  stale: false,
  fault: null,
}

/** Reads the folder anew. Where nothing of it can be shown, the pages stay those of `former`. */
export async function takeSnapshot(read: () => Promise<Standing>, former: Snapshot): Promise<Snapshot> {
  const reading = former.reading + 1
  try {
    const { kit, glance, diagnostics } = await read()
    if (!kit) return { ...former, reading, glance, diagnostics, stale: true, fault: null }
    // The site is read at the root of this machine, whatever its address will be.
    const here = { ...kit, site: { url: null, base: '/', atelier: false } }
    return {
      reading,
      kit: here,
      pages: await renderPages(here),
      glance,
      diagnostics,
      stale: false,
      fault: null,
    }
  } catch (error) {
    return { ...former, reading, fault: messageOf(error) }
  }
}

/** A fault and its causes in one line each. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause ?? ('originalError' in error ? error.originalError : undefined)
  return cause ? `${error.message}\n${messageOf(cause)}` : error.message
}
