import type { Token } from 'markdown-it'
import type { Code } from '../diagnostics/catalogue/index.ts'
import type { Corps } from '../kit.ts'
import type { Cadre } from './render/cadre.ts'

/** A piece of an opening line that will be set as text. */
export type Partie = { role: 'titre' | 'lieu'; texte: string; offset: number }

/** An opening line, understood. `donnees` is what is not text: codes, type of chart, picture. */
export type Ouverture = { parties: Partie[]; donnees: Record<string, string | string[]> }

/** Tells of a problem at an offset of the opening line's text. */
export type ReportAt = (code: Code, offset: number, values?: Record<string, string | number>) => void

/** Tells of a problem in the body: at an inline token, `offset` characters into its content, or at the block's opening. */
export type Report = (
  code: Code,
  where: Token,
  offset?: number,
  values?: Record<string, string | number>,
) => void

/** A block of a body, cut up: what the parse found between two `:::` lines. */
export type Bloc = {
  nom: string
  open: Token
  titre: Token | null
  lieu: Token | null
  donnees: Record<string, string | string[]>
  /** Anchor within the fiche. */
  ancre: string
  /** Block tokens of the body, the closing line apart. */
  corps: Token[]
  /** The closing line (`Source : …`, `— Nom, fonction`), an inline token. */
  cloture: Token | null
}

/** What a block adds to the lists of a `Corps`, in words as they are set. */
export type Apport = Partial<Pick<Corps, 'exemples' | 'chiffres' | 'ressources'>>

/** A named block of the content model. One file each; none knows another. */
export type Block = {
  nom: string
  /** `marge`: stands beside the text; `plein`: a row of its own. */
  place: 'marge' | 'plein'
  /** What an author writes to open it, for the hints of diagnostics. */
  modele: string
  /** Recognises the last line when it is not part of the body. */
  cloture?: RegExp
  /** The last line is read before the body, and counted there. */
  clotureEnTete?: true
  /** Cuts the opening line after the block's name. */
  ouverture(texte: string, report: ReportAt): Ouverture
  /** Its lists are what it shows, an item a piece: it tells of items that it cannot read. */
  items?: true
  /** Whether the check reads words: it is given them as they will be set, which costs. Else, as they were written. */
  lit?: true
  /** Tells of what is wrong in the body. Its anchor is not known yet. */
  check?(bloc: Bloc, report: Report): void
  /** The picture that the block shows. */
  image?(bloc: Bloc): { path: string; alt: string } | null
  /** What the block adds to the lists of the fiche. */
  apport?(bloc: Bloc): Apport
  render(bloc: Bloc, cadre: Cadre): string
}

export const sourceLine = /^Sources?\s*:/i

/** Tells of figures without their source, or with one that names nobody. */
export function checkSource({ nom, cloture, open }: Bloc, report: Report): void {
  const source = cloture?.content.replace(sourceLine, '').trim()
  if (!source) report('source-absente', cloture ?? open, 0, { bloc: nom })
}

/** Tells of a block without the title that it needs. */
export function checkTitre({ nom, titre, open }: Bloc, report: Report, modele: string): void {
  if (!titre) report('titre-absent', open, 0, { bloc: nom, modele })
}

/** Tells of the title of a block that has none. */
export function checkSansTitre({ nom, titre }: Bloc, report: Report): void {
  if (titre) report('titre-inattendu', titre, 0, { bloc: nom })
}

/** A piece of an opening line, where it has words. */
export const partie = (role: Partie['role'], texte: string, offset: number): Partie[] =>
  texte === '' ? [] : [{ role, texte, offset }]

/** An opening line that is all title. */
export const titreSeul = (texte: string): Ouverture => ({ parties: partie('titre', texte, 0), donnees: {} })
