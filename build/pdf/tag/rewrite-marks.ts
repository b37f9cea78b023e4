import type { Font } from '../content/fonts.ts'
import { editing } from '../object/bytes.ts'
import type { Gap } from './align.ts'
import type { Content, FontChoice, Sequence, Stray } from './read-content.ts'
import type { TaggedSheet } from './sheets.ts'
import { type ContentPiece, keyOfPiece, type Tag } from './structure.ts'

type Marking = {
  document: Tag
  gaps: readonly Gap[]
  /** Pieces that end a word where the next page's text follows. */
  seams: readonly ContentPiece[]
  area: Edits['area']
}

/** Marks the contents of all pages anew, each piece under its tag's name, with a space between any two words of a block. */
export function rewriteMarks(sheets: readonly TaggedSheet[], { document, gaps, seams, area }: Marking): void {
  const holders = holdersOf(document)
  const spaces: Edits['spaces'][number][][] = sheets.map(() => [])
  for (const { before, after, sequence, letter } of gaps)
    if (holders.get(keyOfPiece(before))?.block === holders.get(keyOfPiece(after))?.block)
      spaces[before.page]?.push({ sequence, letter })
  for (const { page, id } of seams) {
    const sequence = sheets[page]?.sequences.get(id)
    if (sequence && !/\s$/.test(sequence.text))
      spaces[page]?.push({ sequence, letter: sequence.text.length - 1 })
  }
  for (const [page, sheet] of sheets.entries()) {
    const nameOf = (id: number) => holders.get(keyOfPiece({ page, id }))?.tag.role
    const edits = { nameOf, spaces: spaces[page] ?? [], area }
    sheet.write(editContent(sheet.bytes, sheet.content, edits))
  }
}

/** Maps each piece to its tag, and to its block: the nearest tag that is not inside a line. */
function holdersOf(document: Tag): Map<number, { tag: Tag; block: Tag }> {
  const holders = new Map<number, { tag: Tag; block: Tag }>()
  const walk = (tag: Tag, block: Tag) => {
    for (const kid of tag.kids) {
      if (kid.kind === 'piece') holders.set(keyOfPiece(kid), { tag, block })
      if (kid.kind === 'tag') walk(kid, /^(?:Span|Link|Strong|Em|Reference)$/.test(kid.role) ? block : kid)
    }
  }
  walk(document, document)
  return holders
}

type Edits = {
  /** Name of the mark of an MCID; a sequence without is an artifact. */
  nameOf(id: number): string | undefined
  /** Letters after which a space belongs. */
  spaces: readonly { sequence: Sequence; letter: number }[]
  /** The text area: what stands above is a running head, below it a running foot. In pt above the page's bottom. */
  area: { bottom: number; top: number }
}

/** Writes the marks of a page anew: each sequence under its structure type, everything else an artifact, a space at each end of line
 *  between two words. @see ISO 32000-1 §14.8.2.2 (artifacts), §14.8.2.5 (word breaks are characters) */
function editContent(bytes: Uint8Array, content: Content, edits: Edits): Uint8Array {
  const changes: { at: number; end: number; text: string }[] = []
  for (const { id, start, begin } of content.sequences) {
    const name = id === null ? undefined : edits.nameOf(id)
    changes.push({
      at: start,
      end: begin,
      text: name === undefined ? LAYOUT : `/${name} <</MCID ${id}>>BDC`,
    })
  }
  for (const stray of content.strays) {
    changes.push({ at: stray.start, end: stray.start, text: `${artifact(stray, edits.area)}\n` })
    changes.push({ at: stray.end, end: stray.end, text: '\nEMC' })
  }
  for (const { sequence, letter } of edits.spaces) {
    const at = sequence.ends[letter] ?? -1
    if (at < 0)
      throw new SyntaxError(`no place for a space after « ${sequence.text.slice(0, letter + 1).slice(-20)} »`)
    changes.push({ at, end: at, text: spaceAt(at, content.fonts) })
  }
  const edited = editing(bytes)
  for (const { at, end, text } of changes.sort((a, b) => a.at - b.at)) edited.replace(at, end, text)
  return edited.done()
}

/** @see ISO 32000-1 §14.9.4: a replacement text may stand for no content at all */
const SAID_SPACE = ' /Span <</ActualText <FEFF0020>>>BDC EMC'

const LAYOUT = '/Artifact <</Type /Layout>>BDC'

/** @see ISO 14289-1 §7.8: running heads and feet are pagination artifacts */
function artifact({ kind, y }: Stray, { bottom, top }: Edits['area']): string {
  if (kind !== 'text') return LAYOUT
  const subtype = y > top ? ' /Subtype /Header' : y < bottom ? ' /Subtype /Footer' : ''
  return `/Artifact <</Type /Pagination${subtype}>>BDC`
}

/** Draws a space in the font of the text that ends at an offset, or in another of the page; without such a font, the space
 *  is only in the text alternative. */
function spaceAt(offset: number, fonts: readonly FontChoice[]): string {
  const choice = fonts.findLast(({ at }) => at <= offset)
  if (choice && choice.font.space !== null) return ` ${show(choice.font)}`
  const fallback = fonts.find(({ font }) => font.space !== null)
  if (!choice || !fallback) return SAID_SPACE
  const { name, size } = choice
  return ` /${fallback.name} ${size} Tf ${show(fallback.font)} /${name} ${size} Tf`
}

const show = ({ space, width }: Font) => `<${(space ?? 0).toString(16).padStart(2 * width, '0')}> Tj`
