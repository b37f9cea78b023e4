import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { maskMarkup } from './lint/mask.ts'

/** What stands where words are still to come: a release refuses the first. */
const provisional =
  /^[ \t]*à compléter(?: par l[’']éditeur)?[ \t]*\.?[ \t]*$|(?<![\p{L}\d])(?:TODO|FIXME|TBD|X{3,})(?![\p{L}\d])|\blorem ipsum\b|\[(?:à compléter|à préciser|insérer|nom|titre|date|lieu|ville|commune|votre)(?: [^[\]\n]{0,60})?\](?!\()/gimu

/** Tells of passages that are still to be written. */
export function checkProvisional(tokens: readonly Token[], report: Report): void {
  for (const inline of tokens) {
    if (inline.type !== 'inline') continue
    for (const { 0: trouve, index } of maskMarkup(inline.content).matchAll(provisional))
      report('texte-provisoire', inline, index, { trouve: trouve.trim() })
  }
}
