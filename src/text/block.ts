import type { Token } from 'markdown-it'
import type { Code } from '../problems/index.ts'
import type { Hosted, Medium } from './addresses.ts'
import type { Nuance } from './contrast.ts'
import type { Corps } from './corps.ts'
import type { Form } from './form.ts'
import type { Pixels } from './page-plan.ts'

/** A piece of an opening line: its title and its place will be set as text, its mark (`barres`, `images/x.svg`) is for the press. */
type OpeningPart = { role: 'marque' | 'titre' | 'lieu'; texte: string; offset: number }

/** The words of an opening line, understood. `donnees` is what is not text: codes, type of chart, picture. */
export type Opening = { parts: OpeningPart[]; donnees: Record<string, string | string[]> }

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
  kind: Block
  open: Token
  titre: Token | null
  lieu: Token | null
  donnees: Record<string, string | string[]>
  /** Anchor within the fiche. */
  ancre: string
  /** Block tokens of the body, the closing line apart. */
  corps: Token[]
  /** The closing line (`Source : …`, `— Nom, fonction`), an inline token. */
  close: Token | null
}

/** Additions of a block to the lists of a `Corps`, in words as they are set. */
type Contribution = Partial<Pick<Corps, 'exemples' | 'chiffres' | 'ressources'>>

/** Kinds of layout. The first three are boxes: they stand beside the text or across the page. The others have a row of their
 *  own.
 *  `box`: text in two columns across the page, lists with the family's bullets; `quote`: one column.
 *  `figures`: three items stand side by side; `wide`: as wide as the page.
 *  `chart`: as wide as the text, so boxes stand beside it; `end`: closes a fiche. */
type PrintKind = 'box' | 'quote' | 'figures' | 'wide' | 'chart' | 'end'

/** Style sheets of the site with blocks: for all fiches, for rare blocks, for charts. */
export type BlockSheet = 'fiche' | 'figures' | 'graphiques'

/** The name that a block has written over it. `untitled`: only where its author gave no title. */
type Heading = { words: string; icon: string; untitled?: true }

/** A block in Word, beside its text, its title and its closing line. */
type WordParts = {
  /** Boxes have a ground, by default. */
  look?: 'plain' | 'quote'
  /** The first word of the opening line is for the press: an example of it. */
  mark?: string
  /** Its opening line ends with a place: an example of it. */
  place?: string
  /** An item of the list that it is; `**` around what is in bold. */
  item?: string
  /** The style of its items, by default « Label : liste ». */
  itemStyle?: string
  /** The table that it is. */
  table?: string[][]
}

/** A named block of the content model: all that the press knows of it. Each has its own file, and knows no other block. */
export type Block<Name extends string = string> = {
  name: Name
  /** Name for people: in Word, in the guide. */
  label: string
  /** Says what it is for, and how its parts are written. */
  help: string
  heading: Heading | null
  print: PrintKind
  /** A page may end within it. */
  breaks?: true
  /** It has a ground of its own on the site. */
  panel?: true
  /** Pages of the site load its styles with this sheet; by default `fiche`. */
  sheet?: BlockSheet
  /** Meaning for a reading system of e-books; by default a note.
   *  @see https://www.w3.org/TR/epub-ssv-11/ @see https://www.w3.org/TR/dpub-aria-1.1/ */
  epub?: { type: string; role: string }
  /** The search knows it by itself: the block, or each of its items. */
  search?: 'exemple' | 'chiffre' | 'domaine'
  /** Opening lines, as an author writes them. */
  template: string
  word: WordParts
  /** Form of the atelier. */
  form: Form
  /** Recognises the last line when it is not part of the body. */
  close?: RegExp
  /** The last line is read before the body, and counted there. */
  closeFirst?: true
  /** Cuts the opening line after the block's name. */
  open(texte: string, report: ReportAt): Opening
  /** Its lists are what it shows, an item a piece: it tells of items that it cannot read. */
  items?: true
  /** Asks for the words as they will be set, at some cost; else the check gets them as they were written. */
  readsSetWords?: true
  /** Tells of what is wrong in the body. Its anchor is not known yet. */
  check?(bloc: Bloc, report: Report): void
  /** The picture that the block shows. */
  image?(bloc: Bloc): { path: string; alt: string } | null
  /** Adds to the lists of the fiche. */
  contribute?(bloc: Bloc): Contribution
  render(bloc: Bloc, context: RenderContext): string
}

export const sourceLine = /^Sources?\s*:/i

/** Tells of figures without their source, or with one that names nobody. */
export function checkSource({ nom, close, open }: Bloc, report: Report): void {
  const source = close?.content.replace(sourceLine, '').trim()
  if (!source) report('source-absente', close ?? open, 0, { bloc: nom })
}

/** Tells of a block without the title that it needs. */
export function checkTitre({ kind, titre, open }: Bloc, report: Report): void {
  if (!titre) report('titre-absent', open, 0, { bloc: kind.name, modele: kind.template })
}

/** Tells of a block that stands beside the text. */
export const isBox = ({ print }: Block): boolean =>
  print === 'box' || print === 'quote' || print === 'figures'

/** A piece of an opening line, where it has words. */
export const openingPart = (role: OpeningPart['role'], texte: string, offset: number): OpeningPart[] =>
  texte === '' ? [] : [{ role, texte, offset }]

/** An opening line that is all title. */
export const titreSeul = (texte: string): Opening => ({ parts: openingPart('titre', texte, 0), donnees: {} })

/** A picture of the kit: its credit, and its size; a drawing of lines has none in pixels. */
type ShownPicture = { credit: string; licence: string; alt: string | null; pixels: Pixels | null }

/** Context that every part of a rendering shares. */
export type RenderContext = {
  kit: Hosted & { images: Readonly<Record<string, ShownPicture>> }
  medium: Medium
  /** Targets of cross-references, by slug. */
  cibles: ReadonlyMap<string, Cible>
  /** Slug of the document. */
  slug: string
  /** Colours of the document's family, for drawings. */
  couleurs: Couleurs
  /** Level of the heading that a block's title takes; print writes a paragraph. */
  niveau: number
  /** The block has its row to itself: no box stands beside it. */
  seul: boolean
  /** Address of a printed fiche online; null: offline, or another document. */
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

/** The fiche or page that a cross-reference names; `parue` is false for an announced one. */
export type Cible = { kind: 'fiche' | 'page'; titre: string; parue: boolean }

/** Hex values of the tokens that a drawing may use. */
export type Couleurs = Record<Nuance | 'texte' | 'gris' | 'filet' | 'papier', string>

// French keyboards type no-break spaces, which look like others.
const fence = /^[\u00a0\u202f]*:::+[ \t\u00a0\u202f]*(\S.*)?$/

/** `::: nom …` → what follows the colons, `:::` → '', any other line → null. Colons may close the line too, as other programs have it. */
export function fenceOf(text: string): string | null {
  const match = fence.exec(text)
  return match && (match[1] ?? '').replace(/[ \u00a0\u202f]:::+$/, '').trimEnd()
}

/** An opening line, cut: the name of its block, its words and their offset in the line, the anchor behind them. */
export type OpeningLine = { name: string; words: string; offset: number; ancre: string | null }

/** `::: exemple Titre · Lieu (69) {#ancre}` → its parts; null for a line that opens nothing. What the words are, the block says (`open`). */
export function cutOpening(line: string): OpeningLine | null {
  const argument = fenceOf(line)
  if (!argument) return null
  const [head = '', name = ''] = /^(\S+)\s*/.exec(argument) ?? []
  const text = argument.slice(head.length)
  const { 0: mark = '', 1: ancre = null } = /\s*\{\s*#([^\s{}#.=]+)\s*\}$/.exec(text) ?? []
  const words = text.slice(0, text.length - mark.length)
  return { name, words, offset: line.indexOf(argument) + head.length, ancre }
}
