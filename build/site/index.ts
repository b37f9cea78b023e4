import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Browser } from 'puppeteer'
import type { Kit } from '../../src/kit.ts'
import { fillWeights } from '../../src/weights.ts'
import { readFolder, writeFolder } from '../bundle.ts'
import type { Cache } from '../cache.ts'
import { type Bundler, makeAssets } from './assets.ts'
import { feed } from './feed.ts'
import { headersFile } from './headers.ts'
import { icons } from './icons.ts'
import { offlineFiles, withOfflineFiles } from './offline.ts'
import { copyPictures, type Size, sizePictures } from './pictures.ts'
import { redirects } from './redirects.ts'
import { makeSearch } from './search/index.ts'
import { sharePictures } from './share-pictures.ts'
import { robots, sitemap } from './sitemap.ts'
import { webAppManifest } from './web-app.ts'

/** A file that the site offers to download; `path` is relative to `downloads`. */
export type Download = { role: string; path: string; bytes: number }

export type SiteInput = {
  kit: Kit
  /** The site's folder. */
  dir: string
  /** Where the other editions lie. */
  downloads: string
  cache: Cache
  /** Bundles what all pages share, through Vite. */
  bundle: Bundler
  /** Writes the pages into `dir`, through Eleventy. Weights of files that are not there yet may be slots (`weightSlot`).
   *  @param head the tags that each page begins with */
  render(head: string): Promise<void>
  /** A browser, for the pictures of links; asked for only when one must be drawn anew. */
  browser(): Promise<Browser>
  /** Ends when the other editions are made; asked for once the pages are there. */
  editions(): Promise<readonly Download[]>
}

/** Makes the site's folder: the pages, the editions to download, and what hosts, search engines and feed readers ask for.
 *  @throws Error when the pages cannot be rendered, or they offer a file that was not made */
export async function buildSite(input: SiteInput): Promise<void> {
  const { kit, dir, downloads, cache, bundle, render, editions } = input
  const assets = await makeAssets(kit, { cache, work: `${dir}-travail`, bundle })
  await writeFolder(dir, assets.files)
  await render(assets.head)
  const pageOf = (id: string, kind: 'fiche' | 'page') =>
    readFile(join(dir, `${kind}s`, id, 'index.html'), 'utf8')
  await writeFolder(dir, await makeSearch(kit, pageOf, cache))
  if (kit.site.url)
    await writeFolder(
      dir,
      await sharePictures({
        kit,
        pageOf: id => (id === null ? readFile(join(dir, 'index.html'), 'utf8') : pageOf(id, 'fiche')),
        assets: assets.files,
        browser: input.browser,
        cache,
      }),
    )
  const made = await editions()
  await complete(dir, made, await copyPictures(kit, dir))
  const styles: string[] = []
  for (const { path } of made) {
    const target = join(dir, 'telechargements', basename(path))
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(downloads, path), target)
    if (path.endsWith('.html'))
      for (const [, style = ''] of (await readFile(target, 'utf8')).matchAll(/<style>(.*?)<\/style>/gs))
        styles.push(style)
  }
  const moved = redirects(kit)
  const files: Record<string, string> = {
    _headers: headersFile(kit, styles),
    'robots.txt': robots(kit),
    // GitHub Pages hides files whose name opens with an underscore unless told not to.
    '.nojekyll': '',
    'site.webmanifest': webAppManifest(kit),
    ...moved,
    ...(kit.site.url && {
      'sitemap.xml': sitemap(kit, kit.site.url),
      'fiches.atom': feed(kit, kit.site.url),
    }),
  }
  const encoder = new TextEncoder()
  await writeFolder(dir, {
    ...Object.fromEntries(Object.entries(files).map(([path, content]) => [path, encoder.encode(content)])),
    ...(await icons(kit, cache)),
  })
  await keepOffline(dir, new Set(Object.keys(moved)))
}

/** Fills in the pages what was not known when they were written: the weights of the files, the sizes of the pictures. */
async function complete(
  dir: string,
  made: readonly Download[],
  sizes: ReadonlyMap<string, Size>,
): Promise<void> {
  const bytesOf = new Map(made.map(({ path, bytes }) => [path, bytes]))
  const pages = (await readdir(dir, { recursive: true })).filter(file => file.endsWith('.html'))
  for (const page of pages) {
    const html = await readFile(join(dir, page), 'utf8')
    const filled = sizePictures(fillWeights(html, bytesOf), sizes)
    if (filled !== html) await writeFile(join(dir, page), filled)
  }
}

/** Comes last: readers keep every file as it is in the end. */
async function keepOffline(dir: string, moved: ReadonlySet<string>): Promise<void> {
  const worker = join(dir, 'sw.js')
  const kept = offlineFiles(new Map(Object.entries(await readFolder(dir))), moved)
  await writeFile(worker, withOfflineFiles(await readFile(worker, 'utf8'), kept))
}
