import { exemples, type Kit, type News } from '../../src/kit/index.ts'
import { fillWeights } from '../../src/text/index.ts'
import { type Bundle, bundleOf, type Cache, kept, type LazyBrowser, pack, unpack } from '../ground/index.ts'
import { gridCsv, gridOf, type PageHead } from '../pages/index.ts'
import { makeAssets } from './assets.ts'
import { type Download, offerDownloads } from './downloads.ts'
import { embeddedFiches } from './embedded.ts'
import { type FormerSites, formerFiles } from './former-editions.ts'
import { machineFiles, redirects } from './machine-files.ts'
import { offlineFiles, withOfflineFiles } from './offline.ts'
import { openData } from './open-data.ts'
import { icons, type PictureSize, readPictures, sizePictures } from './pictures.ts'
import { searchFiles } from './search.ts'
import { sharePictures } from './share-pictures.ts'
import type { Offered } from './site-documents.ts'

export type SiteInput = {
  kit: Kit
  news: News
  /** Editions that went before, to be read beside this one. */
  formerSites?: FormerSites | undefined
  /** The site's folder. */
  dir: string
  /** Folder of the other editions. */
  downloads: string
  cache: Cache
  /** Renders the pages, through Eleventy. Weights of files that are not there yet may be slots (`weightSlot`). @param head what the pages load */
  render(head: PageHead): Promise<ReadonlyMap<string, string>>
  /** A browser, for the pictures of links; asked for only when one must be drawn anew. */
  browser: Pick<LazyBrowser, 'identity' | 'open'>
  /** The files that the site will offer to download, made or not. */
  announced(): Promise<readonly Offered[]>
  /** Ends when the other editions are made. */
  editions: Promise<readonly Download[]>
  /** Called once the pages are handed over, and this thread is free. */
  onHandedOver(): void
  /** Called with the files of the folder once they are made, all but the editions to download, which lie there: each file once. */
  onFiles(files: Bundle): void
}

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]

/** Makes the site's folder: the pages, the editions to download, and what hosts, search engines and feed readers ask for.
 *  @throws Error when the pages cannot be rendered, or they offer a file that was not made */
export async function buildSite(input: SiteInput): Promise<void> {
  const { kit, dir, downloads, cache, render, editions, onFiles } = input
  const assets = await makeAssets(kit, cache)
  // While the printed pages are counted, for which the pages of the site wait.
  const pictures = await readPictures(kit)
  const iconFiles = await icons(kit, cache)
  const redirections = redirects(kit)
  const { titre, licence, site } = kit
  const facts = JSON.stringify([titre, licence, site, exemples(kit)])
  const data = unpack(await kept(cache, 'donnees', [facts], () => pack(openData(kit))))
  const pages = await render(assets.head)
  const pageAt = (path: string) => {
    const page = pages.get(path)
    if (page === undefined) throw new Error(`no page was made for ${path}`)
    return page
  }
  const pageOf = (id: string, kind: 'fiche' | 'page') => pageAt(`${kind}s/${id}/index.html`)
  input.onHandedOver()
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
    ...iconFiles,
    ...bundleOf(embeddedFiches(kit, slug => pageOf(slug, 'fiche'))),
    ...data,
    'donnees/rgaa.csv': encoder.encode(gridCsv(gridOf(pages))),
    ...searchFiles(kit, pageOf, await input.announced()),
  }
  const offered = await editions
  offerDownloads(dir, downloads, offered)
  const { [WORKER]: worker, ...bundled } = assets.files
  const ready = { ...bundled, ...early, ...complete(pages, { offered, early, sizes: pictures.sizes }) }
  const offline = offlineFiles(ready, new Set(Object.keys(redirections)))
  onFiles({
    ...(input.formerSites && formerFiles(input.formerSites, kit, new Set(Object.keys(ready)))),
    ...ready,
    [WORKER]: encoder.encode(withOfflineFiles(decoder.decode(worker), offline)),
  })
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
