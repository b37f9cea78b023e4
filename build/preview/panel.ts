import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { escapeXml } from '../../src/escape-xml.ts'
import { plural } from '../../src/french.ts'
import type { Snapshot } from './snapshot.ts'

const style = `<style>
.apercu-erreurs { position: fixed; z-index: 100; inset: auto 0 0; max-height: 60vh; overflow: auto; padding: 20px 32px; background: #1f1f1d; color: #fff; font: 400 16px/24px system-ui, sans-serif; }
.apercu-erreurs h2 { margin: 0 0 8px; font: 700 18px/24px system-ui, sans-serif; }
.apercu-erreurs li { margin: 0 0 10px; list-style: none; }
.apercu-erreurs ul { margin: 0; padding: 0; }
.apercu-erreurs code { display: block; font: 600 15px/22px ui-monospace, monospace; color: #edae96; }
.apercu-barre { position: fixed; z-index: 90; right: 16px; bottom: 16px; padding: 10px 16px; background: #1f1f1d; color: #fff; font: 600 15px/20px system-ui, sans-serif; }
@media print { .apercu-barre, .apercu-erreurs { display: none; } }
</style>`

/** What an author sees over the page while something is wrong: each mistake with its file, line and remedy. */
export function panel({ diagnostics, fault, pages }: Snapshot): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'erreur')
  if (errors.length === 0 && fault === null) return ''
  const count = errors.length
  const title = fault
    ? 'La page ne peut pas être fabriquée'
    : `${plural(count, 'erreur')} dans les fiches${pages.size > 0 ? ' : la page montre la dernière version correcte' : ''}`
  const items = fault ? [`<li>${escapeXml(fault).replaceAll('\n', '<br>')}</li>`] : errors.map(item)
  return `${style}<aside class="apercu-erreurs" role="alert"><h2>${title}</h2><ul>${items.join('')}</ul></aside>`
}

const item = ({ place, message, hint }: Diagnostic) =>
  `<li><code>${escapeXml(place.file)}:${place.line}:${place.column}</code>${escapeXml(message)}${hint ? ` ${escapeXml(hint)}` : ''}</li>`

/** A link in the corner of the page, for authors alone. */
export const corner = (href: string, text: string): string =>
  `${style}<a class="apercu-barre" href="${escapeXml(href)}">${escapeXml(text)}</a>`

/** The message by which a page tells the server which reading of the folder it shows. */
export const SHOWN = 'apercu:montre'

/** No socket hears of what is saved while a page loads. So each page tells what it shows as soon as its socket is open; from then
 *  on the server can reach it. To be added after Vite has looked at the page: it is the server's own script. */
export const tellShown = ({ reading }: Snapshot): string =>
  `<script type="module">
import { createHotContext } from '/@vite/client'
createHotContext('/apercu').send('${SHOWN}', ${reading})
</script>`

/** A page when there is none to show. */
export const emptyPage = (body: string): string =>
  `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Aperçu du kit</title></head><body>${body}</body></html>`

/** Puts `parts` at the end of a page. */
export const append = (html: string, ...parts: string[]): string =>
  html.replace('</body>', () => `${parts.join('')}</body>`)
