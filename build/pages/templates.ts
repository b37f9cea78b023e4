import {
  type Indexes,
  type Item,
  type ItemListe,
  indexesOf,
  isBackCover,
  isWorkingVersion,
  type Kit,
  type KitListe,
  listedItem,
  listingOf,
  minutesOf,
  type News,
  newsOfText,
  newsOnPages,
  type Rubriques,
  rubriquesOf,
  searchWords,
  sequence,
  tellsChanges,
} from '../../src/kit/index.ts'
import { addressOf, type Medium, sitePath } from '../../src/text/index.ts'
import type { Places } from './places.ts'
import type { SitePage } from './site-pages.ts'

/** Facts of the other editions for the site: files to download, and the printed page of each id. */
export type OtherEditions = {
  /** `bytes` may be a slot (`weightSlot`) while a file is being made. */
  artefacts: readonly { role: string; path: string; bytes: number | string; pages?: number; fiche?: string }[]
  pageOf: Readonly<Record<string, number>>
  /** News of each edition, the latest first. */
  nouveautes?: News
  /** Former editions that the site still has, the latest first. */
  anciennes?: readonly FormerEdition[]
}

/** A former edition under `editions/<annee>/`: the PDF and the e-book lie at `path` inside the site. */
export type FormerEdition = {
  annee: number
  titre: string
  mois: string
  fichiers: readonly { role: string; path: string; bytes: number }[]
}

/** Tags in the head of a built page: policy, script, fonts and common styles on all pages. `sheets`: addresses of the style
 *  sheets for some pages, by their names in `styles/web/sheets`. */
export type PageHead = { tags: string; sheets: Readonly<Record<string, string>> }

export type View = {
  kit: Kit
  medium: Medium
  edition: OtherEditions | null
  /** Without it a page names the sources, which Vite serves. */
  head?: PageHead | undefined
  /** The pages that the press adds to the site, by their rank. */
  sitePages?: readonly SitePage[]
  places?: Places | null
}

/** A template for Eleventy: a body of the kit, or a page that the press adds (`content`). It is given `data`, the `overview`,
 *  what all are given (`Templates.common`), and no more: a document cannot depend on anything else. */
export type Template = {
  /** The file of a body, relative to the kit's folder, with `/`; of an added one, a name that no file has. */
  path: string
  content: string
  data: Record<string, unknown>
  /** The whole kit, for what shows it: one object for all of them. */
  overview: Overview | null
  /** Document of the page; null for pages of the site alone. */
  item: Item | null
}

export type Templates = {
  common: {
    kit: KitListe
    medium: Medium
    base: string
    head: PageHead | null
    exemplesDeRecherche: string[]
    rubriques: Rubriques
    /** Pages of the site in its menu, and at the foot of its pages. */
    menu: MenuEntry[]
    pied: MenuEntry[]
    /** Annexes that are texts: where to begin, whom to call. */
    services: MenuEntry[]
    /** Nobody has let this version through: it says so, and search engines leave it out. */
    brouillon: boolean
  }
  list: Template[]
}

/** A page of the site as menus name it. */
type MenuEntry = { cle: string; chemin: string; nom: string }

export type Overview = {
  edition: OtherEditions | null
  sequence: ItemListe[]
  index: Indexes
  /** For the site alone. */
  places: Places | null
}

/** Lists the templates of one medium, with their data. A fiche or a page gets its own text, and the list of the others; a
 *  page about the whole kit gets its indexes. */
export function templatesOf({ kit, medium, edition, head, sitePages = [], places = null }: View): Templates {
  const items = sequence(kit).filter(item => medium !== 'web' || !isBackCover(item))
  const fiches = items.filter(({ kind }) => kind === 'fiche')
  const list: Template[] = []
  const rubriques = rubriquesOf(kit)
  const { nouveautes } = edition ?? {}
  const idsOnPages = new Set(items.map(({ id }) => id))
  const overview = {
    edition: edition && {
      ...edition,
      ...(nouveautes && { nouveautes: newsOnPages(nouveautes, idsOnPages) }),
    },
    sequence: items.map(listedItem),
    index: indexesOf(kit),
    places,
  }

  for (const item of items) {
    if (medium === 'web' && item.kind === 'couverture') continue
    const data = { item, layout: `${medium}/${item.kind}.njk`, permalink: permalinkOf(item, medium, kit) }
    if (item.kind === 'fiche') {
      const at = fiches.indexOf(item)
      const [previous = null, next = null] = [fiches[at - 1], fiches[at + 1]].map(
        item => item && listedItem(item),
      )
      list.push({
        path: item.fiche.file,
        content: '',
        item,
        overview: null,
        data: {
          ...data,
          famille: kit.familles.find(({ id }) => id === item.fiche.famille),
          lecture: minutesOf(item.fiche.corps),
          previous,
          next,
          edition: edition && editionOf(edition, item.id),
          changements: newsOfText(nouveautes ?? [], item.id),
        },
      })
    } else if (item.kind === 'page')
      list.push({ path: item.page.file, content: '', item, overview: null, data })
    else list.push({ path: `kit-${item.id}.njk`, content: '', item, overview, data })
  }
  if (medium === 'epub' && tellsChanges(nouveautes ?? [])) {
    const item = { kind: 'nouveautes', id: 'nouveautes' } as const
    const data = { item, layout: 'epub/nouveautes.njk', permalink: permalinkOf(item, medium, kit) }
    list.push({ path: 'kit-nouveautes.njk', content: '', item, overview, data })
  }
  const roles = new Set(edition?.artefacts.map(({ role }) => role))
  const used = medium === 'web' ? sitePages.filter(page => hasUse(page, roles, rubriques)) : []
  for (const { name, template } of used)
    if (template !== null)
      list.push({ path: `kit-site-${name}.njk`, content: template, item: null, overview, data: {} })
  const listing = listingOf(kit)
  const exemplesDeRecherche = medium === 'web' ? searchWords(listing) : []
  return {
    common: {
      kit: listing,
      medium,
      base: kit.site.base,
      head: head ?? null,
      exemplesDeRecherche,
      rubriques,
      menu: used.flatMap(page => (page.menu ? entryOf(page, page.menu) : [])),
      pied: used.flatMap(page => (page.pied ? entryOf(page, page.pied) : [])),
      services: items.flatMap(item =>
        medium === 'web' &&
        item.kind === 'page' &&
        item.page.partie === 'annexes' &&
        item.page.gabarit === 'texte'
          ? { cle: item.id, chemin: sitePath(item), nom: item.page.titre_court }
          : [],
      ),
      brouillon: isWorkingVersion(kit),
    },
    list,
  }
}

const entryOf = ({ name, path }: SitePage, nom: string): MenuEntry => ({ cle: name, chemin: path, nom })

/** Has a page something to say: in this kit, and with these files to download. */
export const hasUse = (
  { index, fichiers }: SitePage,
  roles: ReadonlySet<string>,
  rubriques: Rubriques,
): boolean =>
  (index === undefined || rubriques[index]) &&
  (fichiers?.some(together => together.split(' ').every(role => roles.has(role))) ?? true)

const permalinkOf = (item: Item, medium: Medium, kit: Kit): string =>
  medium === 'web'
    ? `${addressOf(item, 'web', { site: { ...kit.site, base: '/' } })}index.html`
    : `/${item.id}.html`

/** Data for the page of a fiche: its own files and those of the whole kit, and its own page number. */
function editionOf({ artefacts, pageOf }: OtherEditions, id: string): OtherEditions {
  const page = pageOf[id]
  return {
    artefacts: artefacts.filter(({ fiche }) => fiche === undefined || fiche === id),
    pageOf: page === undefined ? {} : { [id]: page },
  }
}
