import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { maskMarkup } from './lint/mask.ts'

/** What an author notes for later. */
const LATER = 'à (?:compléter|préciser|vérifier|confirmer|valider|relire|revoir)'

/** What stands where words are still to come: a release refuses the first. */
export const provisional = new RegExp(
  [
    String.raw`^[ \t]*à compléter(?: par l[’']éditeur)?[ \t]*\.?[ \t]*$`,
    String.raw`(?<![\p{L}\d])(?:TODO|FIXME|TBD|X{3,}|XX(?=\s?(?:€|%|euros?\b)))(?![\p{L}\d])`,
    String.raw`\?{3}|\blorem ipsum\b|\(${LATER}\)`,
    String.raw`[<‹]${LATER}[^<>‹›\n]{0,60}[>›]`,
    String.raw`\[(?:mois|année|jour|numéro|montant|chiffre|lien|adresse|source|image|photo)\](?!\()`,
    String.raw`\[(?:${LATER}|insérer|nom|titre|date|lieu|ville|commune|votre)(?: [^[\]\n]{0,60})?\](?!\()`,
  ].join('|'),
  'gimu',
)

/** A paragraph that ends with a word which calls for another one: pasting has left the rest behind. « Deux vers » are a poem's. */
const broken =
  /(?:\S{1,40}\s{1,3}){2,5}(?:à|au|aux|avec|ce|ces|cette|chaque|dans|de|des|du|en|et|la|le|les|leurs|mais|ou|par|pour|que|qui|sans|ses|sur|votre|vos|(?<!(?:au|ce|de|des|deux|du|en|le|les|trois|un) )(?:son|vers))\s{0,3}$/iu

/** In letters: what is looked at of a paragraph, however long it is. */
const LAST_WORDS = 200

/** Tells of passages that are still to be written, or to be finished. */
export function checkProvisional(tokens: readonly Token[], report: Report): void {
  for (const [index, inline] of tokens.entries()) {
    if (inline.type !== 'inline') continue
    const prose = maskMarkup(inline.content)
    for (const { 0: trouve, index: at } of prose.matchAll(provisional))
      report('texte-provisoire', inline, at, { trouve: trouve.trim() })
    if (tokens[index - 1]?.type !== 'paragraph_open') continue
    const from = Math.max(0, prose.length - LAST_WORDS)
    const end = broken.exec(prose.slice(from))
    if (end) report('phrase-coupee', inline, from + end.index, { trouve: end[0].trim() })
  }
}
