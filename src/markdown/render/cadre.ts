import type { Token } from 'markdown-it'
import type { KitListe, Medium } from '../../kit.ts'
import type { Couleurs } from '../charts/dessin.ts'
import type { Cible } from './cibles.ts'

/** What every part of a rendering needs to know. */
export type Cadre = {
  kit: KitListe
  medium: Medium
  /** What cross-references may name, by slug. */
  cibles: ReadonlyMap<string, Cible>
  /** Slug of the document. */
  slug: string
  /** Colours of the document's family, for drawings. */
  couleurs: Couleurs
  /** Level of the heading that a block's title takes; print writes a paragraph. */
  niveau: number
  /** The block has its row to itself: no box stands beside it. */
  seul: boolean
  /** Where a printed fiche is online; null when nowhere, and for other documents. */
  enLigne: string | null
  /** Files that go with the document: the charts of an e-book. */
  resources: { path: string; content: string }[]
  /** HTML of plain words: typography, and the language of foreign ones. */
  mots(text: string): string
  /** HTML of inline children. */
  inline(children: readonly Token[]): string
  /** HTML of block tokens. */
  blocs(tokens: readonly Token[]): string
  /** ` data-b="N"` in print and epub, else nothing. */
  rep(token: Token): string
  /** Address of a picture of the kit. */
  image(path: string): string
  /** ` id="…"` of an anchor in this medium. */
  id(ancre: string): string
}
