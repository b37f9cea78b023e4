import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { escapeXml } from '../../src/escape-xml.ts'
import { plural } from '../../src/french.ts'
import type { Snapshot } from './snapshot.ts'

const style = `<style>
.apercu { position: fixed; z-index: 100; inset: auto 0 0; display: flex; flex-wrap: wrap; align-items: flex-end; gap: 1px; max-height: 60vh; overflow: auto; font: 400 16px/24px system-ui, sans-serif; color: #fff; text-align: left; pointer-events: none; }
.apercu > * { box-sizing: border-box; max-width: 100%; margin: 0; padding: 10px 32px; background: #1f1f1d; pointer-events: auto; }
.apercu .apercu-erreurs { flex: 1 0 100%; padding-block: 20px; }
.apercu details[open] { flex: 1 0 100%; }
.apercu nav { display: flex; flex-wrap: wrap; gap: 4px 24px; margin-left: auto; }
.apercu a { color: #fff; font-weight: 600; }
.apercu h2 { margin: 0 0 8px; font: 700 18px/24px system-ui, sans-serif; color: #fff; }
.apercu ul { margin: 0; padding: 0; }
.apercu li { margin: 0 0 10px; list-style: none; overflow-wrap: anywhere; }
.apercu code { display: block; font: 600 15px/22px ui-monospace, monospace; color: #edae96; background: none; }
.apercu summary { font-weight: 600; cursor: pointer; }
.apercu details ul { padding-top: 12px; }
@media (max-width: 600px) { .apercu > * { padding-inline: 16px; } .apercu nav { margin-left: 0; } }
@media print { .apercu { display: none; } }
</style>`

/** What a page shows. */
export type Shown = {
  /** Whether it shows this file. */
  about(file: string): boolean
  /** Whether there is such a page. */
  isShown: boolean
  /** Other views: address → text. */
  links: Readonly<Record<string, string>>
}

/** What an author sees over a page, and nobody else: the errors of what the page shows, each with its file, line and remedy;
 *  folded, those of others, and the warnings; links to other views. */
export function panel({ diagnostics, fault, stale }: Snapshot, { about, isShown, links }: Shown): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'erreur')
  const here = stale ? errors : errors.filter(({ place }) => about(place.file))
  const elsewhere = errors.filter(one => !here.includes(one))
  const warnings = diagnostics.filter(
    ({ severity, place }) => severity === 'avertissement' && about(place.file),
  )
  const shown = isShown
    ? 'la page montre la dernière version correcte'
    : 'il n’y a pas encore de page à montrer'
  const parts = [
    fault === null ? '' : opened('La page ne peut pas être fabriquée', [itemOfLines(fault)]),
    here.length > 0 && fault === null
      ? opened(`${plural(here.length, 'erreur')} ici : ${shown}`, here.map(item))
      : '',
    folded(`${plural(elsewhere.length, 'erreur')} ailleurs dans le kit`, elsewhere.map(item)),
    folded(plural(warnings.length, 'avertissement'), warnings.map(item)),
    `<nav aria-label="Aperçu">${Object.entries(links)
      .map(([href, text]) => `<a href="${escapeXml(href)}">${escapeXml(text)}</a>`)
      .join('')}</nav>`,
  ]
  return `${style}<div class="apercu">${parts.join('')}</div>`
}

const opened = (title: string, items: readonly string[]) =>
  `<section class="apercu-erreurs" role="alert"><h2>${title}</h2><ul>${items.join('')}</ul></section>`

const folded = (title: string, items: readonly string[]) =>
  items.length > 0 ? `<details><summary>${title}</summary><ul>${items.join('')}</ul></details>` : ''

const itemOfLines = (text: string) => `<li>${escapeXml(text).replaceAll('\n', '<br>')}</li>`

/** A problem with its place and its remedy. */
export const item = ({ place, message, hint }: Diagnostic): string =>
  `<li><code>${escapeXml(place.file)}:${place.line}:${place.column}</code>${escapeXml(message)} ${escapeXml(hint)}</li>`

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

/** Puts something at the end of a page. */
export const append = (html: string, part: string): string => html.replace('</body>', () => `${part}</body>`)
