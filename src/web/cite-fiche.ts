import { formatDate } from '../french.ts'
import type { FicheListee, KitListe } from '../kit.ts'
import { typographText } from '../markdown/typography/index.ts'
import { absolute } from './absolute.ts'
import { type Citation, cite, type Source } from './cite.ts'

/** How a fiche is cited, and what its page needs to cite a part of it (`source`, JSON). Without an address of the site, the
 *  citation has none: the page that a reader has open knows it. */
export function citeFiche(
  kit: KitListe,
  { slug, titre, numero }: Pick<FicheListee, 'slug' | 'titre' | 'numero'>,
): Citation & { source: string } {
  const { editeur, edition, site } = kit
  const source: Source = {
    cle: `${kit.slug}:${slug}`,
    titre: typographText(titre),
    numero,
    kit: typographText(kit.titre),
    editeur: editeur.sigle ?? editeur.nom,
    mois: edition.mois,
    date: formatDate(edition.mois),
  }
  const address = site.url ? absolute(site.url, `/fiches/${slug}/`, kit) : null
  return { ...cite(source, null, address), source: JSON.stringify(source) }
}
