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
      const found = await pMap(list, template => cache.read(keyFor(template)), { concurrency: READS_AT_ONCE })
      return new Map(
        list.flatMap((template, index) => {
          const bytes = found[index]
          return bytes ? [[template, JSON.parse(bytes.toString()) as Made] as const] : []
        }),
      )
    },
    async keep(made) {
      const one = ([template, given]: readonly [Template, Made]) =>
        cache.write(keyFor(template), JSON.stringify(given))
      await pMap(made, one, { concurrency: READS_AT_ONCE })
    },
  }
}
