import type { ColumnName } from '../../../../src/text/index.ts'

/** Contents of a document, measured before it is cut into pages. All lengths are in mm. */
export type Matter = {
  page: number
  items: MatterItem[]
  /** The first words of each. */
  openings?: string[]
  /** Its last page is ended on purpose. */
  closed?: true
}

/** One after the other, in the order of reading. */
export type MatterItem = Band | MatterRow

/** Stands across the page. */
export type Band = {
  kind: 'bande'
  role: 'tete' | 'titre' | 'plein' | 'tableau' | 'texte' | 'ressources'
  height: number
  /** Begins with headings: right under the one of its section. */
  headed?: true
  /** Heights of resources by their look: in three columns or two, close or further apart. */
  looks?: Record<string, number>
  /** Cuts of a table or of misconceptions; of resources, or a wheel and its list, when they are higher than a page. */
  rows?: Flow
  /** Height of the heading of a free text in the margin column: its text stands under it, or right of it in all sections. */
  aside?: number
  /** A heading set over the text column alone, and in one of two even columns. */
  narrow?: number
  column?: number
}

export type MatterRow = {
  kind: 'rang'
  /** The paragraphs before the first section. */
  chapo: boolean
  /** Boxes without a text, under their headings: beside what comes next they would be taken for its own. */
  lone?: true
  /** A lever: the heading of its section stands across the page. */
  lever?: true
  /** Absent where a row has boxes only; a width that does not suit it is null. */
  texte: Record<TextWidth, Flow | null> | null
  boxes: Record<BoxWidth, Flow | null>[]
}

/** Widths of a text, and of a box. @see src/text/page-plan.ts */
export type TextWidth = Exclude<ColumnName, 'margin'>
export type BoxWidth = ColumnName

/** A text or a box at one width. */
export type Flow = {
  /** From its top to the foot of its last line, or of its box. */
  height: number
  cuts: Cut[]
  /** A box is cut between pages, never between two columns of one. */
  box?: true
  /** White above the first line of a second half. */
  lead: number
  /** White under the last line of a half that goes on. */
  tail: number
  /** Cuts between two even columns of a text: two lines stand in each. */
  even?: Cut[]
  /** Title that it begins with: its end, the beginning of the text, and where that is under a title across two columns. */
  head?: Cut & { level: number }
}

/** The column ends `keep` under the top; the rest began `rest` under it. */
export type Cut = { keep: number; rest: number }

/** `notes`: what is ruled on the last page. `shape`: top of the shape of the family, which its foot crops. */
export type Plan = { pages: Placement[][]; notes?: { top: number; foot: number }; shape?: number }

/** No plan: this item fits no page. */
export type Obstacle = { item: number }

/** A text in two columns that begin level, under its title or with it. */
export type Halves = 'under' | 'beside'

export type Placement = {
  item: number
  part: 'bande' | 'texte' | { box: number }
  width: ColumnName
  left: number
  top: number
  foot: number
  /** Beginning and end of this piece, counted from the top of the whole; null when it is the last. */
  from: number
  until: number | null
  /** A box that stands neither beside nor under the beginning of its lever. */
  apart?: boolean
  halves?: Halves
  /** Classes of resources: one of their looks. */
  look?: string
}
