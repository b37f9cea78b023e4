import pMap from 'p-map'
import type { Rendered } from '../src/markdown/create-renderer.ts'
import { type Cache, keyOf, READS_AT_ONCE } from './cache.ts'
import type { Template, Templates } from './templates.ts'

/** What a template gives: mostly one file, several where it lists. */
export type Made = {
  /** `path` is relative to the folder of the rendition. */
  outputs: { url: string; path: string; html: string }[]
  /** Files that the HTML refers to (pictures of an e-book). */
  resources: Rendered['resources']
}

/** Where what templates gave is kept. */
export type Press = {
  cache: Cache
  /** Hash of the press's own code, layouts and libraries. */
  fingerprint: string
}

/** What former builds kept of these templates. */
export async function recallMade(
  { cache, fingerprint }: Press,
  common: Templates['common'],
  list: readonly Template[],
): Promise<Map<Template, Made>> {
  const keyFor = keysOfTemplates(fingerprint, common)
  const found = await pMap(list, template => cache.read(keyFor(template)), { concurrency: READS_AT_ONCE })
  return new Map(
    list.flatMap((template, index) => {
      const bytes = found[index]
      return bytes ? [[template, JSON.parse(bytes.toString()) as Made] as const] : []
    }),
  )
}

/** Keeps what templates gave for the builds to come. */
export async function keepMade(
  { cache, fingerprint }: Press,
  common: Templates['common'],
  made: ReadonlyMap<Template, Made>,
): Promise<void> {
  const keyFor = keysOfTemplates(fingerprint, common)
  await pMap(made, ([template, one]) => cache.write(keyFor(template), JSON.stringify(one)), {
    concurrency: READS_AT_ONCE,
  })
}

/** The key of a template: all that it is given, and the press that renders it. */
function keysOfTemplates(fingerprint: string, common: Templates['common']): (template: Template) => string {
  const shared = keyOf('commun', fingerprint, JSON.stringify(common))
  return ({ path, content, data }) => keyOf('rendu', shared, path, content ?? '', JSON.stringify(data))
}
