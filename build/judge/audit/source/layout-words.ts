import { onlineAddress, shortAddress } from '../../../../src/addresses.ts'
import type { Kit, Medium } from '../../../../src/kit.ts'
import { blockNamed } from '../../../../src/markdown/blocks/index.ts'
import { dateInWords } from './french.ts'
import type { SourceText } from './units.ts'

/** What an edition writes around the blocks of a text, each phrase as often as a block calls for it: `labels` whatever it is, `additions`
 *  where it has room. */
export function blockLabels(
  { blocks, headings, numbers }: SourceText,
  medium: Medium,
): { labels: string[]; additions: string[] } {
  const named = blocks.flatMap(({ nom, titled }) => {
    const { heading } = blockNamed(nom)
    return heading && !(heading.untitled && titled) ? [heading.words] : []
  })
  const places = blocks
    .filter(({ nom, codes }) => nom === 'exemple' && codes.length > 0)
    .map(({ codes }) => (codes.length > 1 ? 'Départements' : 'Département'))
  const tables = blocks
    .filter(({ nom }) => nom === 'graphique')
    .flatMap(() => (medium === 'web' ? ['Lire les données'] : []))
  const ranks = medium === 'epub' ? [] : Array.from({ length: headings }, (_, index) => String(index + 1))
  // A PDF holds the number of an item as text; a page of the web leaves it to whoever draws the list.
  const items = medium === 'print' ? numbers.map(String) : []
  return { labels: [...named, ...places], additions: [...tables, ...ranks, ...items] }
}

/** What a printed fiche says of its page on the site. */
export const onlineWords = ({ site }: Kit, medium: Medium): string[] =>
  medium === 'print' && site.url !== null ? ['La fiche en ligne', shortAddress(new URL(site.url).origin)] : []

/** What the printed back cover says of the kit beside its text: number of the book, publisher, site. */
export function backCoverOf(kit: Kit): string[] {
  const { isbn, editeur } = kit
  const online = onlineAddress({ kind: 'couverture', id: 'couverture' }, kit)
  return [
    ...(isbn.imprime ? [`ISBN ${isbn.imprime}`] : []),
    editeur.sigle ?? editeur.nom,
    ...(online === null ? [] : [`Le kit en ligne ${shortAddress(online)}`]),
  ]
}

/** What the printed colophon says of the kit under its text, line by line; null: a draft calls it to be completed. */
export function colophonOf(kit: Kit): Record<string, string | null> {
  const { editeur, edition, isbn, licence, imprimeur, mentions } = kit
  return {
    Éditeur: `${editeur.nom} ${editeur.sigle ?? ''}`,
    Édition: `${edition.statut ?? ''} ${dateInWords(edition.mois)}`,
    'ISBN (imprimé)': isbn.imprime,
    'ISBN (PDF)': isbn.pdf,
    'ISBN (EPUB)': isbn.epub,
    'Dépôt légal': mentions.depot_legal,
    Impression: imprimeur && `${imprimeur.nom} ${imprimeur.ville ?? ''}`,
    Licence: `${licence.nom} ${licence.version ?? ''}`,
  }
}

/** Whether an edition calls itself one that is not to go out yet. */
export const isDraft = ({ edition }: Pick<Kit, 'edition'>): boolean =>
  /(?:^|[^\p{L}])(?:travail|brouillon|provisoire|projet|[eé]preuve)/iu.test(edition.statut ?? '')
