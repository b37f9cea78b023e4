import type { Browser } from 'puppeteer'
import type { Kit } from '../../src/kit.ts'
import { createRenderer } from '../../src/markdown/create-renderer.ts'
import { render } from '../pages/renditions.ts'
import { countPages, type PageCounts, type Preview, previewPages } from '../pdf/preview.ts'
import type { Cache } from '../store/cache.ts'

const style = `<style>
@media screen {
  html { background: #55555a; }
  body { display: flex; flex-wrap: wrap; justify-content: center; gap: 2mm; padding: 6mm; }
  body > .page { flex: none; margin: calc(var(--fond-perdu) * -1 + 2mm); clip-path: inset(var(--fond-perdu)); }
  .apercu-provisoire { flex: 1 0 100%; margin: 0; font: 400 15px/22px system-ui, sans-serif; color: #fff; text-align: center; }
  .apercu-provisoire a { color: inherit; }
}
@media print { .apercu-provisoire { display: none; } }
</style>`

/** What pages are cut with. */
export type PaperTools = { browser(): Promise<Browser>; cache: Cache; signal: AbortSignal }

const inputOf = async (kit: Kit, { browser, cache, signal }: PaperTools) => ({
  kit,
  documents: await render(kit, 'print'),
  browser: await browser(),
  cache,
  signal,
})

/** How many pages each document of the kit takes. */
export const paperCounts = async (kit: Kit, tools: PaperTools): Promise<PageCounts> =>
  countPages(await inputOf(kit, tools))

/** The sheets of one document on a desk, as they will be printed, trimmed.
 *  @throws PaginationError when it cannot be printed whole and true, RangeError when the kit has no such document */
export async function paperPage(kit: Kit, id: string, tools: PaperTools): Promise<Preview> {
  const typo = createRenderer(kit, 'print').text
  const preview = await previewPages(await inputOf(kit, tools), { id, typo })
  const note =
    preview.unpaged.length > 0
      ? '<p class="apercu-provisoire">Numéros de page provisoires : ils sont justes une fois que <a href="/papier/">toutes les pages</a> sont comptées.</p>'
      : ''
  const html = preview.html
    .replace('</head>', () => `${style}</head>`)
    .replace('<body>', () => `<body>${note}`)
  return { ...preview, html }
}
