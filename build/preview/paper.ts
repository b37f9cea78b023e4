import type { Browser } from 'puppeteer'
import { sequence } from '../../src/indexes/sequence.ts'
import type { Kit } from '../../src/kit.ts'
import { createRenderer } from '../../src/markdown/create-renderer.ts'
import { render } from '../pages/renditions.ts'
import { type Preview, previewPages } from '../pdf/preview.ts'
import type { Cache } from '../store/cache.ts'
import { append, corner } from './panel.ts'

const style = `<style>
@media screen {
  html { background: #55555a; }
  body { display: flex; flex-wrap: wrap; justify-content: center; gap: 2mm; padding: 6mm; }
  body > .page { flex: none; margin: calc(var(--fond-perdu) * -1 + 2mm); clip-path: inset(var(--fond-perdu)); }
  .apercu-provisoire { flex: 1 0 100%; margin: 0; font: 400 15px/22px system-ui, sans-serif; color: #fff; text-align: center; }
}
@media print { .apercu-provisoire { display: none; } }
</style>`

/** The sheets of one document on a desk, as they will be printed, trimmed.
 *  @throws PaginationError when it cannot be printed whole and true, RangeError when the kit has no such document */
export async function paperPage(
  kit: Kit,
  id: string,
  { browser, cache, signal }: { browser: Browser; cache: Cache; signal: AbortSignal },
): Promise<Preview> {
  const documents = await render(kit, 'print')
  const typo = createRenderer(kit, 'print').text
  const preview = await previewPages({ kit, documents, id, typo, browser, cache, signal })
  const note =
    preview.unpaged.length > 0
      ? '<p class="apercu-provisoire">Numéros de page provisoires : ils seront justes après « kit build ».</p>'
      : ''
  const item = sequence(kit).find(one => one.id === id)
  const back = item?.kind === 'fiche' ? corner(`/fiches/${id}/`, 'Voir la page du site') : ''
  const html = preview.html
    .replace('</head>', () => `${style}</head>`)
    .replace('<body>', () => `<body>${note}`)
  return { ...preview, html: append(html, back) }
}
