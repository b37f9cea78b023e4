import Eleventy from '@11ty/eleventy'
import {
  type Indexes,
  type Item,
  type Kit,
  listedItem,
  type News,
  type Rendered,
  sequence,
} from '../../src/kit/index.ts'
import { type Corps, type Medium, oneByOne, rememberOf } from '../../src/text/index.ts'
import { type Cache, keyOf } from '../ground/index.ts'
import { configure, type EleventyRun, INPUT, pathIn } from './configure.ts'
import { placesOf } from './places.ts'
import { readSitePages } from './site-pages.ts'
import {
  type OtherEditions,
  type Overview,
  type PageHead,
  type Template,
  type Templates,
  templatesOf,
  type View,
} from './templates.ts'

/** One item of the kit, as one medium shows it. */
export type Document = {
  item: Item
  html: string
  /** Files that the HTML refers to (pictures of an e-book). */
  resources: Rendered['resources']
}

/** Renders the kit for print or for the e-book, in memory, in the order of `sequence`; an e-book that has changes to tell has a chapter more.
 *  @throws Error that names the layout when one fails, and what is wrong in it */
export async function render(
  kit: Kit,
  medium: Exclude<Medium, 'web'>,
  { store = null, news = [] }: { store?: RenditionStore | null; news?: News } = {},
): Promise<Document[]> {
  const edition = { artefacts: [], pageOf: {}, nouveautes: news }
  const renditions = await renderAll({ kit, medium, edition: news.length > 0 ? edition : null }, store)
  const byId = new Map([...renditions].map(([{ item }, template]) => [item?.id, template]))
  const last = byId.has('nouveautes') ? [{ kind: 'nouveautes', id: 'nouveautes' } as const] : []
  return [...sequence(kit), ...last].map(item => {
    const document = byId.get(item.id)
    const html = document?.outputs[0]?.html
    if (!document || html === undefined)
      throw new Error(`no ${medium} document was made for ${item.kind} ${item.id}`)
    return { item, html, resources: document.resources }
  })
}

/** Renders the pages of the site as they are built.
 *  @param head what the bundle gave, as `writeAssets` wrote it; without it pages name the sources, which Vite serves */
export async function renderSite(
  kit: Kit,
  edition: OtherEditions | null,
  head?: PageHead,
  store: RenditionStore | null = null,
): Promise<Map<string, string>> {
  const renditions = await renderAll({ kit, medium: 'web', edition, head }, store)
  return new Map(
    [...renditions.values()].flatMap(({ outputs }) => outputs.map(({ path, html }) => [path, html] as const)),
  )
}

/** Renders what is not kept, and keeps it. */
async function renderAll(view: View, store: RenditionStore | null): Promise<Map<Template, Rendition>> {
  const { common, list } = templatesOf({
    ...view,
    sitePages: readSitePages(),
    places: view.medium === 'web' ? placesOf(view.kit) : null,
  })
  const renditions = store && openShelf(store, common)
  const recalled = await renditions?.recall(list)
  const missing = list.filter(template => !recalled?.has(template))
  const fresh =
    missing.length > 0 ? await inTurn(() => run({ common, list: missing })) : new Map<Template, Rendition>()
  await renditions?.keep(fresh)
  return new Map([...(recalled ?? []), ...fresh])
}

/** Eleventy has one cache of layouts and one bus of events for a process: its runs take turns. */
const inTurn = oneByOne()

/** Nothing is written there: Eleventy tells the paths that it would write. */
const OUTPUT = 'dist/en-memoire'

async function run(templates: Templates): Promise<Map<Template, Rendition>> {
  const renditions = new Map<Template, Rendition>(
    templates.list.map(template => [template, { outputs: [], resources: [] }]),
  )
  const byPath = new Map(templates.list.map(template => [template.path, template]))
  const onBody: EleventyRun['onBody'] = (template, { resources }) =>
    renditions.set(template, { outputs: [], resources })
  const eleventy = new Eleventy(INPUT, OUTPUT, {
    configPath: null,
    quietMode: true,
    config: configure({ templates, onBody }),
  })
  eleventy.disableLogger()
  const pages = await eleventy.toJSON().catch((error: unknown) => {
    throw layoutFault(error)
  })
  for (const { url, inputPath, outputPath, content } of pages) {
    if (url === false || outputPath === false) continue
    const template = byPath.get(pathIn(INPUT, inputPath))
    if (!template) throw new Error(`Eleventy rendered ${inputPath}, which it was not given`)
    renditions.get(template)?.outputs.push({ path: pathIn(OUTPUT, outputPath), html: content })
  }
  return renditions
}

/** Output of a template: mostly one file, several where it lists. */
export type Rendition = {
  /** `path` is relative to the folder of the rendition. */
  outputs: { path: string; html: string }[]
  /** Files that the HTML refers to (pictures of an e-book). */
  resources: Rendered['resources']
}

/** Shelf of renditions. `looks`: hash of the layouts and styles of the press. */
export type RenditionStore = { cache: Cache; looks: string }

/** Reads the renditions cached by former builds, and writes new ones. The key of a template is the hash of its data and its
 *  layouts. */
function openShelf({ cache, looks }: RenditionStore, common: Templates['common']) {
  const shared = keyOf('commun', looks, JSON.stringify(common))
  const keyFor = ({ path, content, data, item, overview }: Template) => {
    // Most of it is the text of a fiche, which three media are given.
    const dataWithoutTexts = item ? { ...data, item: listedItem(item) } : data
    return keyOf(
      'rendu',
      shared,
      path,
      content,
      overview ? keyOfOverview(overview) : '',
      item ? keyOfText(item) : '',
      JSON.stringify(dataWithoutTexts),
    )
  }

  return {
    async recall(list: readonly Template[]) {
      const renditions = new Map<Template, Rendition>()
      for (const template of list) {
        const bytes = await cache.read(keyFor(template))
        if (bytes) renditions.set(template, JSON.parse(bytes.toString()) as Rendition)
      }
      return renditions
    },
    async keep(renditions: ReadonlyMap<Template, Rendition>) {
      for (const [template, rendition] of renditions)
        await cache.write(keyFor(template), JSON.stringify(rendition))
    },
  }
}

/** Hashes what `listedItem` leaves out of a document. */
function keyOfText(item: Item): string {
  if (item.kind === 'fiche') return keyOfCorps(item.fiche.corps)
  return item.kind === 'page' ? keyOfCorps(item.page.corps) : ''
}

const keyOfOverview = rememberOf(({ index, ...rest }: Overview) =>
  keyOf('ensemble', JSON.stringify(rest), keyOfIndex(index)),
)
const keyOfIndex = rememberOf((index: Indexes) => keyOf('index', JSON.stringify(index)))
const keyOfCorps = rememberOf((corps: Corps) => keyOf('texte', JSON.stringify(corps)))

/** What is wrong with a layout, in the place of Eleventy's chain of English errors about folders that nobody has seen; any other
 *  error as it is. @param error thrown by Eleventy: it names what it would write, its cause the layout */
export function layoutFault(error: unknown): unknown {
  const chain: Error[] = []
  for (let one = error; one instanceof Error; one = innerOf(one)) chain.push(one)
  const text = chain.map(({ message }) => message).join('\n')
  const [, layout, line] = /\(\S*?(layouts\/[^()\s]+\.njk)\)(?: \[Line (\d+))?/.exec(text) ?? []
  const [, document = 'une page'] = / from "\S*?build\/pages\/empty\/([^"]+)"/.exec(text) ?? []
  const last = chain.at(-1)
  if (!layout || !last) return error
  const where = line === undefined ? layout : `${layout}, ligne ${line}`
  // Nunjucks says the place above what is wrong.
  const cause = new Error(last.message.split('\n').at(-1)?.trim())
  if (last.stack) cause.stack = last.stack
  return new Error(`Le gabarit ${where} ne peut pas mettre en page ${document}.`, { cause })
}

const innerOf = (error: Error): unknown =>
  error.cause ?? ('originalError' in error ? error.originalError : undefined)
