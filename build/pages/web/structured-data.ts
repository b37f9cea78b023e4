import type { Famille, FicheListee, Item, KitListe } from '../../../src/kit/index.ts'
import { formatDate } from '../../../src/problems/index.ts'
import { absolute, sitePath, typographText } from '../../../src/text/index.ts'
import { type BibliographicReference, type CitedSource, cite } from './cite.ts'

/** Writes the JSON-LD of a page for search engines; `<` is escaped, so that no text ends its element.
 *  @param item the fiche of the page; null: the home page. @param url of the site. @see https://schema.org */
export function structuredData(kit: KitListe, item: Item | null, url: string): string {
  const at = (path: string) => absolute(url, path, kit)
  const publisher = {
    '@type': 'Organization',
    name: kit.editeur.nom,
    ...(kit.editeur.sigle && { alternateName: kit.editeur.sigle }),
    ...(kit.editeur.site && { url: kit.editeur.site }),
  }
  const whole = { '@type': 'WebSite', name: kit.titre, url: at('/'), inLanguage: 'fr' }
  const data =
    item?.kind === 'fiche'
      ? [
          {
            '@type': 'Article',
            headline: item.fiche.titre,
            description: item.fiche.resume,
            url: at(sitePath(item)),
            image: at(picturePath(item.id)),
            inLanguage: 'fr',
            author: publisher,
            datePublished: firstDayOf(kit.edition.mois),
            dateModified: firstDayOf(item.fiche.maj),
            keywords: item.fiche.mots_cles.join(', '),
            wordCount: item.fiche.corps.mots,
            isPartOf: whole,
            publisher,
            ...(kit.licence.url && { license: kit.licence.url }),
          },
          breadcrumb([
            ['Les fiches', at('/')],
            ...familyOf(kit, item.fiche.famille).map(({ id, pluriel }): [string, string] => [
              pluriel,
              at(`/familles/${id}/`),
            ]),
            [item.fiche.titre, at(sitePath(item))],
          ]),
        ]
      : [{ ...whole, ...(kit.sous_titre && { description: kit.sous_titre }), publisher }]
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': data }).replaceAll('<', '\\u003c')
}

/** A kit dates by months; these data ask for a day. */
const firstDayOf = (month: string) => `${month}-01`

const familyOf = (kit: KitListe, famille: string): Famille[] =>
  kit.familles.filter(({ id }) => id === famille)

const breadcrumb = (steps: readonly [name: string, address: string][]) => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, item], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item,
  })),
})

/** Address of the picture that networks show of a fiche, or of the kit (null), inside the site. */
export const picturePath = (id: string | null): string => `/partage/${id ?? 'kit'}.png`

/** Cites a fiche, and gives the data to cite its parts in the page (`source`, JSON). If the site has no address, the open
 *  page adds its own. */
export function citeFiche(
  kit: KitListe,
  { slug, titre, numero }: Pick<FicheListee, 'slug' | 'titre' | 'numero'>,
): BibliographicReference & { source: string } {
  const { editeur, edition, site } = kit
  const source: CitedSource = {
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
