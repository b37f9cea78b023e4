import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kit } from '../../src/kit/index.ts'
import { withBase } from '../../src/text/index.ts'
import { type Bundle, type Cache, kept, pack, readFolder, unpack } from '../ground/index.ts'
import {
  bundleAssets,
  metaPolicy,
  type PageHead,
  SCRIPT,
  SHEETS,
  sheetsOf,
  siteChartsCss,
  siteTokensCss,
} from '../pages/index.ts'

const home = fileURLToPath(new URL('../..', import.meta.url))

/** Holds the files that pages share, by path, and the tags that load them. */
type Assets = { head: PageHead; files: Bundle }

/** The style sheets, the script and the fonts of the site, kept from a former build while nothing that they are made from
 *  has changed. @throws Vite's errors */
export async function makeAssets(kit: Kit, cache: Cache): Promise<Assets> {
  const sources = ['styles/web', 'styles/blocks', 'layouts/web/scripts', 'src/search'].flatMap(folder =>
    Object.entries(readFolder(join(home, folder))).flat(),
  )
  const inputs = [...[siteTokensCss(kit), siteChartsCss(kit), sheetsOf(kit).join()], ...sources]
  const { [SOURCES]: list, ...files } = unpack(
    await kept(cache, 'ressources', inputs, async () => {
      const { files, sources } = await bundleAssets(kit)
      return pack({ ...files, [SOURCES]: new TextEncoder().encode(JSON.stringify(sources)) })
    }),
  )
  const sourcesOf = JSON.parse(new TextDecoder().decode(list)) as Record<string, string>
  return { head: headOf(kit, sourcesOf), files }
}

/** Holds, beside the files of the site, which of them each source became. */
const SOURCES = 'sources.json'

/** The fonts of the first screen: text, and titles. Italics come when a page needs them. */
const PRELOADED = ['bricolage-grotesque', 'source-sans-3'].map(name => `styles/web/polices/${name}.woff2`)

/** Writes the first tags of each page, and the address of each style sheet by its name. */
function headOf(kit: Kit, sources: Readonly<Record<string, string>>): PageHead {
  const addressOf = (source: string) => {
    const file = sources[source]
    if (file === undefined) throw new Error(`Vite made nothing of ${source}`)
    return withBase(`/${file}`, kit)
  }
  const sheets = sheetsOf(kit).map(name => [name, addressOf(`${SHEETS}${name}.css`)] as const)
  // The policy stands before anything that loads, and after the encoding, which must stand in the first kilobyte.
  const tags = [
    `<meta http-equiv="Content-Security-Policy" content="${metaPolicy()}">`,
    ...PRELOADED.map(
      font => `<link rel="preload" href="${addressOf(font)}" as="font" type="font/woff2" crossorigin>`,
    ),
    `<script type="module" crossorigin src="${addressOf(SCRIPT)}"></script>`,
    `<link rel="stylesheet" crossorigin href="${addressOf(`${SHEETS}commun.css`)}">`,
  ]
  return { tags: tags.join('\n'), sheets: Object.fromEntries(sheets) }
}
