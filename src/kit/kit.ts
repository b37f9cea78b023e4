import { formatDate } from '../problems/index.ts'
import type { Corps, Pixels } from '../text/index.ts'
import type { FicheAnnonceeYaml, fichePublieeSchema, pageSchema } from './schemas/fiche.ts'
import type { kitSchema } from './schemas/kit.ts'
import type { creditsSchema, partenairesSchema } from './schemas/lists.ts'
import type { Filled } from './schemas/schema.ts'
import type { TokensJson } from './schemas/tokens.ts'

/** The edition, as `kit.yaml` has it; the schema explains each key. */
type KitSettings = Filled<typeof kitSchema>

/** The whole of a kit, checked: what `readKit` returns and every edition is made from. Plain data. */
export type Kit = KitSettings & {
  /** Absolute path of the folder of fiches. */
  dir: string
  /** File name stem of the editions: `kit-municipaless-2026`. */
  slug: string
  /** id → partner. */
  partenaires: Record<string, Partenaire>
  /** Acronym → its expansion. */
  sigles: Record<string, string>
  /** Groups of words that mean the same to a reader who searches. */
  recherche: string[][]
  /** Colours of the shipped `styles/tokens.json`, with the kit's own values in place. */
  tokens: Tokens
  /** By number, whatever the statut. */
  fiches: Fiche[]
  /** Front matter pages, then back matter pages, by file name. */
  pages: Page[]
  /** Picture path relative to the kit (`images/x.png`) → its credit, and its size; a drawing of lines has none in pixels. */
  images: Record<string, Filled<typeof creditsSchema>[string] & { pixels: Pixels | null }>
}

export type Famille = KitSettings['familles'][number]

export type Forme = Famille['forme']

export type Partenaire = Filled<typeof partenairesSchema>[string]

/** Each colour has a screen value and its printing inks (C, M, Y, K in %). Each family has five shades, and an accent for
 *  e-books (≥ 4.5:1 on white and on black). */
export type Tokens = TokensJson

export type Couleur = Tokens['neutre']['texte']

export type Fiche = FichePubliee | FicheAnnoncee

/** `file`: path relative to the kit, with `/`. */
export type FichePubliee = Filled<typeof fichePublieeSchema> & {
  titre_court: string
  file: string
  corps: Corps
  /** The drawing along the foot of its head, where the kit has one: `images/tete-<slug>.svg`. */
  tete?: string
}

/** Listed in the sommaire, without page or link. */
export type FicheAnnoncee = FicheAnnonceeYaml & { file: string }

/** A published fiche as the rest of the kit knows it: without its text. */
export type FicheListee = Omit<FichePubliee, 'corps'>

export type Page = Filled<typeof pageSchema> & {
  titre_court: string
  partie: 'liminaires' | 'annexes'
  file: string
  corps: Corps
}

export type PageListee = Omit<Page, 'corps'>

/** The kit as each of its documents knows it: what is listed of the others, without their texts, and not where it lies. */
export type KitListe = Omit<Kit, 'dir' | 'fiches' | 'pages'> & {
  fiches: (FicheListee | FicheAnnoncee)[]
  pages: PageListee[]
}

/** A kit, or what is remembered of one. */
type WithState = { edition: { statut: string | null } }

// A border of words by letters: \b takes « É » for none.
const working = /(?<!\p{L})(?:travail|brouillon|provisoire|projet|[ée]preuve)/iu

/** Tells of a working version, not to be published, by the state of the edition. */
export const isWorkingVersion = ({ edition }: WithState): boolean =>
  edition.statut !== null && working.test(edition.statut)

/** The kit as a draft of it is made: every cover and every page say that it is one. */
export function asDraft<T extends WithState>(kit: T): T {
  if (isWorkingVersion(kit)) return kit
  const statut = ['version de travail', kit.edition.statut].filter(Boolean).join(', ')
  return { ...kit, edition: { ...kit.edition, statut } }
}

/** The kit as if its kit.yaml asked for large print too. */
export const withLargePrint = (kit: Kit): Kit => ({
  ...kit,
  impression: { ...kit.impression, gros_caracteres: true },
})

/** Names the licence of a kit: `CC BY-NC-SA 3.0`. */
const licenceName = ({ nom, version }: Kit['licence']): string => [nom, version].filter(Boolean).join(' ')

/** Names the licence of a kit with its address: `CC BY-NC-SA 3.0 (https://…)`. */
export const licenceOf = ({ licence }: Pick<Kit, 'licence'>): string =>
  `${licenceName(licence)}${licence.url ? ` (${licence.url})` : ''}`

/** Writes who publishes a kit, when, in which state, under which licence:
 *  « RTES, 98 bis, rue Brûle Maison, 59000 Lille · novembre 2025, version de travail · CC BY-NC-SA ». */
export function imprintOf({
  editeur,
  edition,
  licence,
}: Pick<Kit, 'editeur' | 'edition' | 'licence'>): string {
  const together = (...parts: (string | null)[]) => parts.filter(Boolean).join(', ')
  return [
    together(editeur.sigle ?? editeur.nom, editeur.adresse),
    together(formatDate(edition.mois), edition.statut),
    licenceName(licence),
  ].join(' · ')
}

const shapes: Record<Forme, string> = {
  carre: '<path fill="currentColor" d="M0 0h12v12H0z"/>',
  triangle: '<path fill="currentColor" d="M6 .8 12 11.2H0z"/>',
  disque: '<circle fill="currentColor" cx="6" cy="6" r="6"/>',
}

/** The mark of a family, ■ ▲ ●, as an inline SVG in the colour of the text; its size is left to the style sheet. */
export function mark(forme: Forme): string {
  return `<svg class="marque" viewBox="0 0 12 12" aria-hidden="true" focusable="false">${shapes[forme]}</svg>`
}
