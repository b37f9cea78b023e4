import { buildKit } from '../../../src/content/build-kit.ts'
import { judge } from '../../../src/content/check-kit.ts'
import { memoryFolder } from '../../../src/content/memory-folder.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import type { Kit } from '../../../src/kit.ts'
import { parseBody } from '../../../src/markdown/parse.ts'
import { siteTokensCss } from '../../../src/web/tokens-css.ts'
import { type Glance, glanceAt } from './glance.ts'
import { keptBytes } from './kept-bytes.ts'
import { renderItems } from './render-item.ts'
import { type Vocabulary, vocabulary } from './vocabulary.ts'

/** What is known of the kit after a change. */
export type Reading = { glance: Glance; diagnostics: Diagnostic[] }

/** A page of the site: its HTML, and the style sheet of the kit's colours. Null: there is no such page yet. */
export type WebPage = { html: string; colours: string }

/** The press on the files of one kit in memory: what the Worker of the app answers. */
export type Workbench = {
  /** Takes these files in the place of all former ones. */
  open(files: ReadonlyMap<string, Uint8Array>): Promise<Reading>
  /** Takes other bytes for some files; null removes one. */
  change(files: ReadonlyMap<string, Uint8Array | null>): Promise<Reading>
  /** @throws when the body cannot be rendered */
  webPage(file: string, head: string): Promise<WebPage | null>
  vocabulary(): Promise<Vocabulary>
}

export function openWorkbench(): Workbench {
  let files = new Map<string, Uint8Array>()
  let readings = keptBytes()
  let kit: Kit | null = null

  async function read(): Promise<Reading> {
    const { draft, diagnostics } = await judge(memoryFolder(files), parseBody, readings)
    kit = draft && buildKit(draft)
    return { glance: glanceAt(draft, kit, [...files.keys()]), diagnostics }
  }

  return {
    open(given) {
      files = new Map(given)
      readings = keptBytes()
      return read()
    },
    change(given) {
      for (const [file, bytes] of given) {
        if (bytes === null) files.delete(file)
        else files.set(file, bytes)
      }
      return read()
    },
    async webPage(file, head) {
      if (!kit) return null
      // The site is read here, whatever its address will be.
      const here: Kit = { ...kit, site: { url: null, base: '/' } }
      const [page] = renderItems(here, 'web', path => path === file, head)
      return page ? { html: page.html, colours: siteTokensCss(here) } : null
    },
    vocabulary: async () => vocabulary(),
  }
}
