import type { Place } from './diagnostics/diagnostic.ts'

/** What a page is made for. A medium changes what a block renders to, never what it means. */
export type Medium = 'web' | 'print' | 'epub'

/** The whole of a kit, checked: what `readKit` returns and every edition is made from. Plain data. */
export type Kit = {
  /** Absolute path of the folder of fiches. */
  dir: string
  /** File name stem of the editions: `kit-municipaless-2026`. */
  slug: string
  titre: string
  sous_titre: string | null
  edition: { annee: number; mois: string; statut: string | null; numero: number | null }
  editeur: { nom: string; sigle: string | null; site: string | null }
  isbn: { imprime: string | null; pdf: string | null; epub: string | null }
  licence: { nom: string; version: string | null; url: string | null }
  imprimeur: { nom: string; ville: string | null } | null
  credits: Record<string, string[]>
  /** Metadata for libraries and bookshops beside the title; `thema`: code of the Thema scheme → its French heading. */
  notice: { resume: string | null; public: string | null; thema: Record<string, string> }
  /** Language (RFC 5646) → words of it that stand among French ones. */
  mots_etrangers: Record<string, string[]>
  /** In the order of the sommaire. */
  familles: Famille[]
  /** `atelier`: the site holds the atelier too. */
  site: { url: string | null; base: string; atelier: boolean }
  /** Whether the site offers each fiche as a Word file. */
  reutilisation: { word: boolean }
  /** Lengths in mm, ink in %. `profil: null` is the shipped FOGRA39. */
  impression: {
    profil: string | null
    fond_perdu: number
    encrage_max: number
    reperes: boolean
    couverture: boolean
    /** Stapled through the fold, or glued to a square back, whose cover is a sheet of its own. */
    reliure: 'agrafe' | 'dos-carre'
    /** Of the body: g/m², and bulk in cm³/g. */
    papier: { grammage: number; main: number }
  }
  mentions: {
    directeur_publication: string | null
    hebergeur: string | null
    contact: string | null
    depot_legal: string | null
  }
  accessibilite: {
    audit: null | {
      date: string
      auditeur: string
      resultat: string
      url: string | null
      etat: 'totale' | 'partielle' | 'non'
    }
    /** What the publisher declares without an audit; null: nothing yet. */
    etat: 'non' | null
    contact: string | null
    schema_pluriannuel: string | null
    plan_actions: string | null
    /** Where it is no part of the plan. */
    actions_realisees: string | null
    /** Days of the declaration; null: the month of the edition, never changed since. */
    etablie_le: string | null
    mise_a_jour: string | null
  }
  /** id → partner. */
  partenaires: Record<string, Partenaire>
  /** Acronym → its expansion. */
  sigles: Record<string, string>
  /** Groups of words that mean the same to a reader who searches. */
  recherche: string[][]
  /** What readers ask, and the addresses of the pages that answer, relative to the site; « rien »: none does. */
  questions: { mots: string; pages: string[] }[]
  /** Colours of the shipped `styles/tokens.json`, with the kit's own values in place. */
  tokens: Tokens
  /** By number, whatever the statut. */
  fiches: Fiche[]
  /** Front matter pages, then back matter pages, by file name. */
  pages: Page[]
  /** Picture path relative to the kit (`images/x.png`) → its credit, and its size; a drawing has none in pixels. */
  images: Record<string, { credit: string; licence: string; alt: string | null; pixels: Pixels | null }>
}

export type Forme = 'carre' | 'triangle' | 'disque'

/** `couleur` names a family of the tokens. */
export type Famille = { id: string; singulier: string; pluriel: string; forme: Forme; couleur: string }

export type Partenaire = { nom: string; url: string | null; logo: string | null; alt: string | null }

/** A colour: its screen value, and the ink it is printed with (C, M, Y, K in %). */
export type Couleur = { hex: string; cmyk: readonly [number, number, number, number] }

export type Nuance = 'solid' | 'deep' | 'mid' | 'light' | 'tint'

export type Tokens = {
  /** Colour family (a `Famille.couleur`) → its five shades, and the accent of e-books (≥ 4.5:1 on white and on black). */
  familles: Record<string, Record<Nuance, Couleur> & { epub: string }>
  neutre: { texte: Couleur; gris: Couleur; filet: Couleur; papier: Couleur }
  /** Web only: the ground of the page. */
  web: { fond: string }
}

export type Fiche = FichePubliee | FicheAnnoncee

type FicheCommune = {
  numero: number
  slug: string
  titre: string
  /** id of a `Famille`. */
  famille: string
  /** Path relative to the kit, with `/`. */
  file: string
}

export type FichePubliee = FicheCommune & {
  statut: 'publiee' | 'relecture'
  titre_court: string
  resume: string
  /** ids of `partenaires`. */
  soutien: string[]
  mots_cles: string[]
  /** `2025-11` */
  maj: string
  /** Former slugs: the site redirects from them. */
  anciens_slugs: string[]
  corps: Corps
}

/** Listed in the sommaire, without page or link. */
export type FicheAnnoncee = FicheCommune & { statut: 'a-paraitre' }

/** A published fiche as the rest of the kit knows it: without its text. */
export type FicheListee = Omit<FichePubliee, 'corps'>

export type Page = {
  partie: 'liminaires' | 'annexes'
  slug: string
  titre: string
  titre_court: string
  gabarit: 'texte' | 'colophon' | 'quatrieme'
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

/** The size of a picture as it is shown. */
export type Pixels = { width: number; height: number }

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
