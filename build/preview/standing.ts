import { buildKit } from '../../src/content/build-kit.ts'
import { judge } from '../../src/content/check-kit.ts'
import type { Draft } from '../../src/content/draft.ts'
import { type Glance, glanceAt } from '../../src/content/glance.ts'
import { keptBytes } from '../../src/content/kept-bytes.ts'
import type { KitFolder } from '../../src/content/kit-folder.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Corps, Kit } from '../../src/kit.ts'
import { parseBody } from '../../src/markdown/parse.ts'
import { announced, type StandIn, withStandIns } from './stand-ins.ts'

/** A folder as it stands, and the kit that can be shown of it: a file with an error is in it as it last had none, a fiche that
 *  always had some as one to come. `kit` is null when nothing can be shown. */
export type Standing = { glance: Glance; diagnostics: Diagnostic[]; kit: Kit | null }

/** Reads a folder time and again. One author's error hides from no other what he writes: each file waits for itself alone. */
export function openStanding(folder: KitFolder): () => Promise<Standing> {
  const readings = keptBytes()
  const lastRight = new Map<string, Uint8Array>()
  let lastRead = new Map<string, Uint8Array>()

  return async () => {
    const seen = new Map<string, Uint8Array>()
    const disk: KitFolder = {
      ...folder,
      read(file) {
        const bytes = folder.read(file)
        if (typeof bytes === 'string') return bytes
        const former = lastRead.get(file)
        // The same bytes are the same object: they are not read anew.
        const one = former && Buffer.compare(former, bytes) === 0 ? former : bytes
        seen.set(file, one)
        return one
      },
    }
    const { draft, diagnostics } = await judge(disk, parseBody, readings)
    lastRead = seen
    const wrong = withErrors(diagnostics)
    for (const [file, bytes] of seen) if (!wrong.has(file)) lastRight.set(file, bytes)
    const shown = draft && (await withoutErrors(draft, wrong, disk))
    const glance = glanceAt(draft, draft && buildKit(draft), [...seen.keys()])
    return { glance, diagnostics, kit: shown && buildKit(shown) }
  }

  /** The draft with others in the place of the files that are wrong; null when none can be without errors. */
  async function withoutErrors(
    draft: Draft<Corps>,
    wrong: ReadonlySet<string>,
    disk: KitFolder,
  ): Promise<Draft<Corps> | null> {
    const standIns = new Map<string, StandIn>()
    const waiting = new Map<string, StandIn[]>()
    let [shown, left]: [Draft<Corps> | null, ReadonlySet<string>] = [draft, wrong]
    while (left.size > 0) {
      let moved = false
      for (const file of left) {
        const [next, ...later] =
          waiting.get(file) ??
          [lastRight.get(file), ...announced(draft, file), null].filter(one => one !== undefined)
        waiting.set(file, later)
        if (next === undefined) continue
        standIns.set(file, next)
        moved = true
      }
      if (!moved) return null
      const read = await judge(withStandIns(disk, standIns), parseBody, readings)
      shown = read.draft
      left = withErrors(read.diagnostics)
    }
    return shown
  }
}

/** The files that cannot be shown as they are. A picture is shown as far as it can be, and what leads to a fiche that is missing
 *  is plain text. */
const withErrors = (diagnostics: readonly Diagnostic[]): ReadonlySet<string> =>
  new Set(
    diagnostics
      .filter(({ severity, code }) => severity === 'erreur' && code !== 'renvoi-inconnu')
      .map(({ place }) => place.file)
      .filter(file => !file.startsWith('images/') || file.endsWith('.yaml')),
  )
