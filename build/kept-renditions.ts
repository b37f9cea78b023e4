import type { Rendered } from '../src/markdown/create-renderer.ts'
import { type Cache, keyOf } from './cache.ts'
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

/** What former builds kept of templates, and where this one keeps what they give. */
export type KeptRenditions = {
  recall(list: readonly Template[]): Promise<Map<Template, Made>>
  keep(made: ReadonlyMap<Template, Made>): Promise<void>
}

/** The key of a template is the hash of all that it is given, and of the press that renders it. */
export function openKeptRenditions(
  { cache, fingerprint }: Press,
  common: Templates['common'],
): KeptRenditions {
  const shared = keyOf('commun', fingerprint, JSON.stringify(common))
  const overviews = new Map<Template['overview'], string>()
  const keyOfOverview = (overview: Template['overview']) => {
    const key = overviews.get(overview) ?? keyOf('ensemble', JSON.stringify(overview))
    overviews.set(overview, key)
    return key
  }
  const keyFor = ({ path, content, data, overview }: Template) =>
    keyOf('rendu', shared, path, content ?? '', keyOfOverview(overview), JSON.stringify(data))

  return {
    async recall(list) {
      const found = new Map<Template, Made>()
      for (const template of list) {
        const bytes = await cache.read(keyFor(template))
        if (bytes) found.set(template, JSON.parse(bytes.toString()) as Made)
      }
      return found
    },
    async keep(made) {
      for (const [template, given] of made) await cache.write(keyFor(template), JSON.stringify(given))
    },
  }
}
