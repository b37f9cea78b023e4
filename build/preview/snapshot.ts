import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Kit } from '../../src/kit.ts'
import { readKit } from '../disk/read-kit.ts'
import { renderPages } from '../pages/renditions.ts'

/** The site as it stands: the last kit without error, its pages, and what is wrong with the folder now. */
export type Snapshot = {
  /** Readings of the folder so far. */
  reading: number
  kit: Kit | null
  /** Path (`/fiches/x/`) → HTML. */
  pages: ReadonlyMap<string, string>
  diagnostics: readonly Diagnostic[]
  /** A fault of the press itself, such as a layout that is being written. */
  fault: string | null
}

export const nothing: Snapshot = { reading: 0, kit: null, pages: new Map(), diagnostics: [], fault: null }

/** Reads the folder anew. With errors in it, the pages stay those of `former`. */
export async function takeSnapshot(dir: string, former: Snapshot): Promise<Snapshot> {
  const reading = former.reading + 1
  try {
    const { kit, diagnostics } = await readKit(dir)
    if (!kit || diagnostics.some(({ severity }) => severity === 'erreur'))
      return { ...former, reading, diagnostics, fault: null }
    // The site is read at the root of this machine, whatever its address will be.
    const here = { ...kit, site: { url: null, base: '/', atelier: false } }
    return { reading, kit: here, pages: await renderPages(here), diagnostics, fault: null }
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
