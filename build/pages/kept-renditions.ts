import type { Indexes } from '../../src/indexes/indexes.ts'
import { type Item, listedItem } from '../../src/indexes/listing.ts'
import type { Rendered } from '../../src/markdown/body/create-renderer.ts'
import type { Corps } from '../../src/markdown/corps.ts'
import { rememberOf } from '../../src/order.ts'
import { type Cache, keyOf } from '../store/cache.ts'
import type { Overview, Template, Templates } from './templates.ts'

/** What a template gives: mostly one file, several where it lists. */
export type Rendition = {
  /** `path` is relative to the folder of the rendition. */
  outputs: { path: string; html: string }[]
  /** Files that the HTML refers to (pictures of an e-book). */
  resources: Rendered['resources']
}

/** Where what templates gave is kept, by a press with these looks: hash of its layouts and styles. */
export type RenditionStore = { cache: Cache; looks: string }

/** Reads the renditions that former builds cached, and writes those of this build. */
export type KeptRenditions = {
  recall(list: readonly Template[]): Promise<Map<Template, Rendition>>
  keep(renditions: ReadonlyMap<Template, Rendition>): Promise<void>
}

/** The key of a template is the hash of all that it is given, and of the layouts that render it. */
export function openKeptRenditions(
  { cache, looks }: RenditionStore,
  common: Templates['common'],
): KeptRenditions {
  const shared = keyOf('commun', looks, JSON.stringify(common))
  const keyFor = ({ path, content, data, item, overview }: Template) => {
    // Most of it is the text of a fiche, which three media are given.
    const listed = item ? { ...data, item: listedItem(item) } : data
    return keyOf(
      'rendu',
      shared,
      path,
      content ?? '',
      overview ? keyOfOverview(overview) : '',
      item ? keyOfText(item) : '',
      JSON.stringify(listed),
    )
  }

  return {
    async recall(list) {
      const recalled = new Map<Template, Rendition>()
      for (const template of list) {
        const bytes = await cache.read(keyFor(template))
        if (bytes) recalled.set(template, JSON.parse(bytes.toString()) as Rendition)
      }
      return recalled
    },
    async keep(renditions) {
      for (const [template, given] of renditions) await cache.write(keyFor(template), JSON.stringify(given))
    },
  }
}

/** What `listedItem` leaves out of a document. */
function keyOfText(item: Item): string {
  if (item.kind === 'fiche') return keyOfCorps(item.fiche.corps)
  return item.kind === 'page' ? keyOfCorps(item.page.corps) : ''
}

const keyOfOverview = rememberOf(({ index, ...rest }: Overview) =>
  keyOf('ensemble', JSON.stringify(rest), keyOfIndex(index)),
)
const keyOfIndex = rememberOf((index: Indexes) => keyOf('index', JSON.stringify(index)))
const keyOfCorps = rememberOf((corps: Corps) => keyOf('texte', JSON.stringify(corps)))
