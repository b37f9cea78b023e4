import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withBase } from '../../src/addresses.ts'
import type { Kit } from '../../src/kit.ts'
import { siteChartsCss, siteTokensCss } from '../../src/web/tokens-css.ts'
import { ownedFolder } from '../disk/owned-folder.ts'
import { metaPolicy } from '../pages/policy.ts'
import type { Head } from '../pages/templates.ts'
import { sheetsOf } from '../pages/vite.ts'
import { type Bundle, pack, readFolder, unpack, writeFolder } from '../store/bundle.ts'
import { type Cache, kept } from '../store/cache.ts'
import { charactersOf } from './characters.ts'
import { cutFonts } from './fonts.ts'

const home = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles into `output`: its `assets/` and what else Vite made, and the tags that load them in its `index.html`.
 *  @param work folder to work in. @param fonts folder of the fonts */
export type Bundler = (output: string, work: string, fonts: string) => Promise<void>

/** What pages share: files of the site by path, and what the head of each page loads of them. */
export type Assets = { head: Head; files: Bundle }

/** The style sheet, the script and the fonts of the site, kept from a former build while nothing that they are made from
 *  has changed. */
export async function makeAssets(
  kit: Kit,
  { cache, bundle }: { cache: Cache; bundle: Bundler },
): Promise<Assets> {
  const fonts = await cutFonts(charactersOf(kit), cache)
  const sources = [
    ...['styles/web', 'styles/blocks', 'layouts/web/scripts', 'src/web/search'].flatMap(folder =>
      Object.entries(readFolder(join(home, folder))).flat(),
    ),
    await readFile(join(home, 'layouts/web/parts/assets.njk')),
  ]
  const inputs = [
    ...[kit.site.base, siteTokensCss(kit), siteChartsCss(kit), sheetsOf(kit).join(), metaPolicy()],
    ...[...sources, ...[...fonts].flat()],
  ]
  const make = async () => pack(await bundleWith(fonts, bundle))
  return divide(kit, unpack(await kept(cache, 'ressources', inputs, make)))
}

/** Works among the temporary files: the output may lie at an address that Vite would cut (`#`, `?`). */
async function bundleWith(fonts: ReadonlyMap<string, Uint8Array>, bundle: Bundler): Promise<Bundle> {
  await using work = await ownedFolder('assets')
  const fontFolder = join(work.path, 'polices')
  writeFolder(fontFolder, Object.fromEntries(fonts))
  const output = join(work.path, 'produit')
  await bundle(output, work.path, fontFolder)
  const files = readFolder(output)
  // Vite goes on without what it does not find; readers would get pages without style.
  if (!Object.keys(files).some(file => file.endsWith('.woff2')))
    throw new Error(`Vite bundled no style sheet with fonts: it worked in ${work.path}`)
  return files
}

/** Takes the tags out of the page that Vite rewrote; everything else goes into the site as it is. */
function divide(kit: Kit, { 'index.html': page, ...files }: Bundle): Assets {
  const tags = /<meta charset="utf-8">\s*([\s\S]*?)\s*<\/head>/.exec(new TextDecoder().decode(page))?.[1]
  if (!tags) throw new Error('Vite left no head in the page of the assets')
  const sheets = Object.keys(files).flatMap(path => {
    const name = /^assets\/([a-z]+)-[^/]+\.css$/.exec(path)?.[1]
    return name === undefined ? [] : [[name, withBase(`/${path}`, kit)]]
  })
  return { head: { tags, sheets: Object.fromEntries(sheets) }, files }
}
