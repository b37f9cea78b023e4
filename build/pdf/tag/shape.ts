import type { Mark, MarkBox } from '../../paper/index.ts'
import type { Rect } from './links.ts'
import { type Attributes, type ContentPiece, type Kid, piecesOf, type Tag } from './structure.ts'
import { groupingRoles, inlineRoles, roleOf } from './write-structure.ts'

type Shaping = {
  /** Tells two successive pieces that stand in different blocks of the page. */
  apart(before: ContentPiece, after: ContentPiece): boolean
  /** A box of a page in the coordinates of its file, in pt. */
  boxOf(box: MarkBox): Rect
}

/** Gives every tag its structure type, and the attributes that PDF/UA asks of that type; drops tags that only group others.
 *  @see ISO 14289-1 §7 */
export function shape(kids: readonly Kid[], shaping: Shaping): Kid[] {
  return inGroup(kids.flatMap(kid => shapeOne(kid, false)))

  function shapeOne(kid: Kid, contents: boolean): Kid[] {
    if (kid.kind !== 'tag' || !kid.mark) return [kid]
    const { mark } = kid
    const listing = contents || mark.classes.includes('sommaire')
    const role = roleOf(mark)
    const inner = placesInTitles(kid.kids.flatMap(child => shapeOne(child, listing)))
    if (role === null) return inner
    if (role === 'Figure') return figure(mark, inner)
    if (isEmpty(inner) && role !== 'TH' && role !== 'TD') return []
    const tag: Tag = { kind: 'tag', role, kids: inner, mark }
    if (mark.expansion) tag.expansion = mark.expansion
    if (mark.actual) tag.actual = mark.actual
    if (mark.language) tag.language = mark.language
    switch (role) {
      case 'L':
        return [listing && isTableOfContents(inner) ? { ...tag, role: 'TOC' } : list(tag)]
      case 'LI':
        return [listing ? entry(tag) : item(tag)]
      case 'Table':
        return [{ ...tag, kids: inRows(inner) }]
      case 'TH':
      case 'TD':
        return [{ ...tag, attributes: cell(mark) }]
      case 'Div':
        return [{ ...tag, kids: inGroup(mark.tag === 'figure' ? captioned(inner) : inner) }]
      default:
        return [groupingRoles.has(role) ? { ...tag, kids: inGroup(inner) } : tag]
    }
  }

  /** Words that stand in no block make one. */
  function inGroup(kids: readonly Kid[]): Kid[] {
    const blocks: Kid[] = []
    let line: { tag: Tag; last: ContentPiece | undefined } | null = null
    for (const kid of kids) {
      if (kid.kind === 'tag' && !inlineRoles.has(kid.role)) {
        line = null
        blocks.push(kid)
        continue
      }
      const pieces = piecesOf(kid)
      const [first] = pieces
      if (!line || (first && line.last && shaping.apart(line.last, first))) {
        line = { tag: { kind: 'tag', role: 'P', kids: [] }, last: undefined }
        blocks.push(line.tag)
      }
      line.tag.kids.push(kid)
      line.last = pieces.at(-1) ?? line.last
    }
    return blocks
  }

  function figure(mark: Mark, kids: Kid[]): Kid[] {
    if (!mark.alt || isEmpty(kids)) return []
    const box = mark.box && shaping.boxOf(mark.box)
    return [
      {
        kind: 'tag',
        role: 'Figure',
        alt: mark.alt,
        kids,
        mark,
        attributes: box ? [{ owner: 'Layout', BBox: box }] : undefined,
      },
    ]
  }
}

/** The place of an example begins its heading: who goes from heading to heading hears it. */
const placesInTitles = (kids: readonly Kid[]): Kid[] =>
  kids.flatMap((kid, index) => {
    const [before, after] = [kids[index - 1], kids[index + 1]]
    if (isPlace(kid) && isHeading(after)) return []
    if (!isPlace(before) || !isHeading(kid)) return [kid]
    return [{ ...kid, kids: [{ ...before, role: 'Span' }, ...kid.kids] }]
  })

const isPlace = (kid: Kid | undefined): kid is Tag =>
  isA(kid, 'P') && kid.mark?.classes.includes('lieu') === true
const isHeading = (kid: Kid | undefined): kid is Tag => isA(kid, 'H1', 'H2', 'H3', 'H4', 'H5', 'H6')

/** A caption belongs to its drawing: what stands before it, or else the line after it. @see ISO 14289-1 §7.3 */
function captioned(kids: readonly Kid[]): readonly Kid[] {
  const at = kids.findIndex(kid => isA(kid, 'Figure'))
  const drawing = kids[at]
  if (drawing?.kind !== 'tag') return kids
  const from = 1 + kids.slice(0, at).findLastIndex(kid => !isCaption(kid))
  const [before, after] = [kids.slice(from, at), kids.slice(at + 1, at + 2).filter(isCaption)]
  if (before.length > 0)
    return kids.toSpliced(from, 1 + before.length, {
      ...drawing,
      kids: [captionOf(before), ...drawing.kids],
    })
  return kids.toSpliced(at, 1 + after.length, { ...drawing, kids: [...drawing.kids, ...after] })
}

const isA = (kid: Kid | undefined, ...roles: string[]): kid is Tag =>
  kid?.kind === 'tag' && roles.includes(kid.role)

const isCaption = (kid: Kid) =>
  kid.kind === 'tag' && (kid.role === 'Caption' || kid.mark?.classes.includes('bloc-titre') === true)

/** The kind of a figure and its title, each a line. */
function captionOf(lines: readonly Kid[]): Kid {
  const [only] = lines
  if (lines.length === 1 && isA(only, 'Caption')) return only
  return {
    kind: 'tag',
    role: 'Caption',
    kids: lines.map(line => (line.kind === 'tag' ? { ...line, role: 'P' } : line)),
  }
}

function isEmpty(kids: readonly Kid[]): boolean {
  return kids.every(kid => kid.kind === 'tag' && isEmpty(kid.kids))
}

const isPart = (kid: Kid) => isA(kid, 'Lbl', 'LBody')

const list = (tag: Tag): Tag => ({
  ...tag,
  attributes: tag.mark?.numbered ? [{ owner: 'List', ListNumbering: 'Decimal' }] : undefined,
})

/** The rows of a head that heads nothing are the table's own. @see ISO 32000-1 §14.8.4.3.4: a THead comes with a TBody */
const inRows = (kids: readonly Kid[]): Kid[] =>
  kids.flatMap(kid => (isA(kid, 'THead') && !kids.some(other => isA(other, 'TBody')) ? kid.kids : kid))

/** @see ISO 32000-1 §14.8.4.3.3: a label, then a body. */
function item(tag: Tag): Tag {
  const parts = tag.kids.filter(isPart)
  const rest = tag.kids.filter(kid => !isPart(kid))
  const body: Kid[] = rest.length > 0 ? [{ kind: 'tag', role: 'LBody', kids: rest }] : []
  return { ...tag, kids: [...parts, ...body] }
}

const isTableOfContents = (kids: readonly Kid[]) => kids.every(kid => isA(kid, 'TOCI'))

/** An entry of a table of contents is a reference; what is announced only is a line. */
function entry(tag: Tag): Tag {
  const leads = tag.kids.some(kid => isA(kid, 'Link'))
  return {
    ...tag,
    role: 'TOCI',
    kids: [{ kind: 'tag', role: leads ? 'Reference' : 'P', kids: tag.kids }],
  }
}

const cell = ({ tag, scope }: Mark): Attributes[] =>
  tag === 'th' ? [{ owner: 'Table', Scope: scope?.startsWith('row') ? 'Row' : 'Column' }] : []
