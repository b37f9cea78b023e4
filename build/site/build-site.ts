import { exemples, type Kit, type News } from '../../src/kit/index.ts'
import { fillWeights } from '../../src/text/index.ts'
import { type Bundle, bundleOf, type Cache, kept, type LazyBrowser, pack, unpack } from '../ground/index.ts'
import { gridCsv, gridOf } from '../pages/index.ts'
import { makeAssets } from './assets.ts'
import { embeddedFiches } from './embedded.ts'
import { type FormerSites, formerFiles } from './former-editions.ts'
import { machineFiles, redirects } from './machine-files.ts'
import { offlineFiles, withOfflineFiles } from './offline.ts'
import { openData } from './open-data.ts'
import { icons, type PictureSize, readPictures, sizePictures } from './pictures.ts'
import { searchFiles } from './search.ts'
import { sharePictures } from './share-pictures.ts'
import type { Download, Offered } from './site-documents.ts'

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]

/** What the site is made of before its pages: nothing of it depends on another edition. */
export type SiteParts = {
  assets: Awaited<ReturnType<typeof makeAssets>>
  pictures: Awaited<ReturnType<typeof readPictures>>
  icons: Bundle
  data: Bundle
}

export async function prepareSite(kit: Kit, cache: Cache): Promise<SiteParts> {
  const { titre, licence, site } = kit
  const facts = JSON.stringify([titre, licence, site, exemples(kit)])
  return {
    assets: await makeAssets(kit, cache),
    pictures: await readPictures(kit),
    icons: await icons(kit, cache),
    data: unpack(await kept(cache, 'donnees', [facts], () => pack(openData(kit)))),
  }
}

type SiteInput = {
  kit: Kit
  news: News
  /** Editions that went before, to be read beside this one. */
  formerSites?: FormerSites | undefined
  cache: Cache
  /** A browser, for the pictures of links; asked for only when one must be drawn anew. */
  browser: Pick<LazyBrowser, 'identity' | 'open'>
  parts: SiteParts
  /** The rendered pages, by path. Weights of files that are not there yet may be slots (`weightSlot`). */
  pages: ReadonlyMap<string, string>
  /** The files that the site offers to download, made or not. */
  announced: readonly Offered[]
  /** Ends when they are made. */
  beside: Promise<readonly Download[]>
}

/** Makes the files of the site: its pages, and what hosts, search engines and feed readers ask for.
 *  @throws Error when a page is missing, or the pages offer a file that was not made */
export async function finishSite(input: SiteInput): Promise<Bundle> {
  const { kit, cache, pages, announced } = input
  const { assets, pictures, ...rest } = input.parts
  const redirections = redirects(kit)
  const pageAt = (path: string) => {
    const page = pages.get(path)
    if (page === undefined) throw new Error(`no page was made for ${path}`)
    return page
  }
  const pageOf = (id: string, kind: 'fiche' | 'page') => pageAt(`${kind}s/${id}/index.html`)
  const shared = kit.site.url
    ? await sharePictures({
        kit,
        pageOf: id => (id === null ? pageAt('index.html') : pageOf(id, 'fiche')),
        assets: { ...assets.files, ...pictures.files },
        browser: input.browser,
        cache,
      })
    : {}
  // Made while the other editions are.
  const early = {
    ...shared,
    ...pictures.files,
    ...machineFiles(kit, input.news, redirections),
    ...rest.icons,
    ...bundleOf(embeddedFiches(kit, slug => pageOf(slug, 'fiche'))),
    ...rest.data,
    'donnees/rgaa.csv': encoder.encode(gridCsv(gridOf(pages))),
    ...searchFiles(kit, pageOf, announced),
  }
  const offered = await input.beside
  const { [WORKER]: worker, ...bundled } = assets.files
  const ready = { ...bundled, ...early, ...complete(pages, { offered, early, sizes: pictures.sizes }) }
  const offline = offlineFiles(ready, new Set(Object.keys(redirections)))
  return {
    ...(input.formerSites && formerFiles(input.formerSites, kit, new Set(Object.keys(ready)))),
    ...ready,
    [WORKER]: encoder.encode(withOfflineFiles(decoder.decode(worker), offline)),
  }
}

/** The service worker: readers keep every file as it is in the end, so it comes last. */
const WORKER = 'sw.js'

/** The pages, with what was not known when they were rendered: the weights of the files, the sizes of the pictures. */
function complete(
  pages: ReadonlyMap<string, string>,
  {
    offered,
    early,
    sizes,
  }: { offered: readonly Download[]; early: Bundle; sizes: ReadonlyMap<string, PictureSize> },
): Bundle {
  const bytesOf = new Map(offered.map(({ path, bytes }) => [path, bytes]))
  const weightOf = (path: string) => bytesOf.get(path) ?? early[path]?.length
  const completePage = (html: string) => encoder.encode(sizePictures(fillWeights(html, weightOf), sizes))
  return Object.fromEntries([...pages].map(([path, html]) => [path, completePage(html)]))
}
