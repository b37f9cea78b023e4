import type { Ink } from '../../../press/colour/ink.ts'

/** Left, bottom, right, top in points. */
export type Box = readonly [number, number, number, number]

/** What something is painted with. */
export type Paint = {
  /** As the file names it: `DeviceCMYK`, `Separation All`, `ICCBased (3)`. */
  space: string
  /** Its four inks, when the space is DeviceCMYK. */
  ink: Ink | null
  /** Sum of inks in %; null when the space does not tell. */
  coverage: number | null
}

export type FontFacts = {
  /** Without the mark of a subset. */
  name: string
  subtype: string
  embedded: boolean
  /** Codes of two bytes that are glyph numbers: glyph 0 can be seen. */
  identity: boolean
}

/** Text of one font, size and colour on one page. */
export type TextFacts = {
  font: FontFacts
  /** In points, as printed. */
  size: number
  paint: Paint
  /** Glyphs without drawing (.notdef) among them. */
  missing: number
  /** The codes that it shows; none unless codes are glyphs. */
  codes: Set<number>
}

export type PictureFacts = {
  width: number
  height: number
  /** Pixels an inch, as printed, in the weaker direction. */
  resolution: number
  /** Sum of inks of its darkest pixel in %; null when it was not looked at or cannot be. */
  coverage: () => number | null
}

/** `pale`: in no ink of half its strength, so that the screen of dots breaks a thin one up. */
export type LineFacts = { kind: 'trait' | 'aplat'; width: number; pale: boolean }

/** A rectangle of one colour, or the box of a line. */
export type Flat = { box: Box; paint: Paint }

/** A drawing of many small rectangles: a code that machines read. */
export type CodeFacts = Flat & {
  /** Of the lowest of them, in points. */
  moduleHeight: number
  /** What it stands on. */
  ground: Flat | null
}

/** What was measured on one page. All but the boxes and the margin is about what is painted inside the bleed. */
export type PageFacts = {
  /** Place in the file, from 1. */
  page: number
  boxes: { media: Box; crop: Box | null; bleed: Box | null; trim: Box | null; art: Box | null }
  annotations: string[]
  /** Colour spaces of everything on the sheet, marks included. */
  spaces: Set<string>
  paints: Paint[]
  texts: TextFacts[]
  /** One of each name. */
  fonts: FontFacts[]
  pictures: PictureFacts[]
  /** One of each width. */
  lines: LineFacts[]
  codes: CodeFacts[]
  /** Lines that lie all outside the bleed: marks, and what a drawing cuts off. */
  margin: Flat[]
  /** What blends: opacity, blend modes, soft masks, groups. */
  transparency: Set<string>
  overprint: boolean
  /** Entries that PDF/X-4 does not allow: transfer functions, halftones, PostScript, pictures kept outside. */
  forbidden: Set<string>
  /** What could not be read. */
  unread: string[]
}

export type IntentFacts = {
  subtype: string
  condition: string
  /** Where the condition's name is registered; empty: nowhere. */
  registry: string
  /** Bytes of the profile; null when there is none. */
  profile: Uint8Array | null
}

export type FileFacts = {
  /** `1.6` */
  version: string
  encrypted: boolean
  hasId: boolean
  /** JavaScript, actions, forms, attached files, layers. */
  interactive: string[]
  intents: IntentFacts[]
  info: Record<string, string>
  /** Text of the XMP packet, or null. */
  xmp: string | null
  pages: PageFacts[]
  /** Letters inside the bleed for which their font has no drawing. */
  undrawn: { font: FontFacts; letters: string }[]
}
