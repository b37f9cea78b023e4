import type { FicheAnnonceeYaml, fichePublieeSchema, pageSchema } from './content/schemas/fiche.ts'
import type { kitSchema } from './content/schemas/kit.ts'
import type { creditsSchema, partenairesSchema } from './content/schemas/lists.ts'
import type { Filled } from './content/schemas/schema.ts'
import type { TokensJson } from './content/schemas/tokens.ts'
import type { Place } from './diagnostics/diagnostic.ts'
import type { Pixels } from './page-plan.ts'

/** What a page is made for. A medium changes what a block renders to, never what it means. */
export type Medium = 'web' | 'print' | 'epub'

/** What `kit.yaml` says of the edition; the schema tells what each key means. */
type Edition = Filled<typeof kitSchema>

/** The whole of a kit, checked: what `readKit` returns and every edition is made from. Plain data. */
export type Kit = Edition & {
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
  /** Picture path relative to the kit (`images/x.png`) → its credit, and its size; a drawing has none in pixels. */
  images: Record<string, Filled<typeof creditsSchema>[string] & { pixels: Pixels | null }>
}

export type Famille = Edition['familles'][number]

export type Forme = Famille['forme']

export type Partenaire = Filled<typeof partenairesSchema>[string]

/** Each colour has its screen value, and the ink it is printed with (C, M, Y, K in %); each family its five shades, and the accent of
 *  e-books (≥ 4.5:1 on white and on black). */
export type Tokens = TokensJson

export type Couleur = Tokens['neutre']['texte']

export type Nuance = Exclude<keyof Tokens['familles'][string], 'epub'>

export type Fiche = FichePubliee | FicheAnnoncee

/** `file`: path relative to the kit, with `/`. */
export type FichePubliee = Filled<typeof fichePublieeSchema> & {
  titre_court: string
  file: string
  corps: Corps
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

/** A Markdown body, and what its readers ask of it without its tokens (`tokensOf`), from which every medium is rendered. */
export type Corps = {
  /** The Markdown after the front matter. */
  source: string
  /** Line of the file where `source` begins, from 1. */
  line: number
  /** Its words as they are set, without markup: a line for each paragraph, title, cell. */
  texte: string
  /** `##` sections with their `###`, in order. */
  plan: Section[]
  exemples: Exemple[]
  chiffres: {
    ancre: string
    figure: string
    legende: string
    titre: string | null
    source: string | null
  }[]
  /** A cross-reference in a `texte` is as it was written: `[[slug]]`. */
  ressources: { texte: string; url: string | null }[]
  renvois: { slug: string; place: Place }[]
  images: { path: string; alt: string; place: Place }[]
  /** The examples, levers and figures that an address may lead to: the anchor that was written (null: none), and what their
   *  words make of one. */
  reperes: { genre: 'exemple' | 'levier' | 'chiffre'; ancre: string | null; propose: string; place: Place }[]
  /** Words of the text, block titles included. */
  mots: number
}

export type Section = {
  titre: string
  ancre: string
  leviers: boolean
  niveaux: { titre: string; ancre: string; picto: string | null }[]
}

export type Exemple = {
  titre: string
  /** The lever that it shows, if it stands under one. */
  levier: { titre: string; ancre: string } | null
  /** Anchor within the fiche. */
  ancre: string
  lieu: string
  /** `['69']`, `['59', '62']`, or none. */
  departements: string[]
  /** `['Belgique']`, where the place is in no département of France. */
  pays: string[]
}

/** A kit, or what is remembered of one. */
type WithState = { edition: { statut: string | null } }

// A border of words by letters: \b takes « É » for none.
const working = /(?<!\p{L})(?:travail|brouillon|provisoire|projet|[ée]preuve)/iu

/** Whether what an edition says of its state means that it is not to be published. */
export const isWorkingVersion = ({ edition }: WithState): boolean =>
  edition.statut !== null && working.test(edition.statut)

/** The kit as a draft of it is made: every cover and every page say that it is one. */
export function asDraft<T extends WithState>(kit: T): T {
  if (isWorkingVersion(kit)) return kit
  const statut = ['version de travail', kit.edition.statut].filter(Boolean).join(', ')
  return { ...kit, edition: { ...kit.edition, statut } }
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
