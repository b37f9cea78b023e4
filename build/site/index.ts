import { copyFile, mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Kit } from '../../src/kit.ts'
import { writeFolder } from '../bundle.ts'
import type { Cache } from '../cache.ts'
import { type Bundler, makeAssets } from './assets.ts'
import { feed } from './feed.ts'
import { headersFile } from './headers.ts'
import { redirects } from './redirects.ts'
import { robots, sitemap } from './sitemap.ts'

/** A file that the site offers to download; `path` is relative to `downloads`. */
export type Download = { role: string; path: string; bytes: number; pages?: number; fiche?: string }

export type SiteInput = {
  kit: Kit
  edition: { artefacts: readonly Download[]; pageOf: Readonly<Record<string, number>> }
  /** The site's folder, which `render` makes. */
  dir: string
  /** Where the other editions lie. */
  downloads: string
  cache: Cache
  /** Bundles what all pages share, through Vite. */
  bundle: Bundler
  /** Writes the pages into `dir`, through Eleventy. @param head the tags that each page begins with */
  render(head: string): Promise<void>
}

/** Makes the site's folder: the pages, the editions to download, and what hosts, search engines and feed readers ask for.
 *  @throws Error when the pages cannot be rendered, or a file of the editions is missing */
export async function buildSite(input: SiteInput): Promise<void> {
  const { kit, edition, dir, downloads, cache, bundle, render } = input
  const assets = await makeAssets(kit, { cache, work: `${dir}-travail`, bundle })
  await writeFolder(dir, assets.files)
  await render(assets.head)
  for (const { path } of edition.artefacts) {
    const target = join(dir, 'telechargements', basename(path))
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(downloads, path), target)
  }
  const files: Record<string, string> = {
    _headers: headersFile(kit),
    'robots.txt': robots(kit),
    // GitHub Pages hides files whose name opens with an underscore unless told not to.
    '.nojekyll': '',
    ...redirects(kit),
    ...(kit.site.url && {
      'sitemap.xml': sitemap(kit, kit.site.url),
      'fiches.atom': feed(kit, kit.site.url),
    }),
  }
  const encoder = new TextEncoder()
  await writeFolder(
    dir,
    Object.fromEntries(Object.entries(files).map(([path, content]) => [path, encoder.encode(content)])),
  )
}
