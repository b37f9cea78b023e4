import { idElsewhere, type MarkBox } from '../../paper/index.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { Dict, List, name, Text, type Value } from '../object/values.ts'
import { type Field, type Kid, type Tag, tagsOf } from './structure.ts'

/** Brings links that leave their document back from the addresses that they were printed as, to destinations of the kit. */
export function takeElsewhere(file: PdfFile): void {
  for (const page of file.pages)
    for (const field of page.annotations) {
      const link = file.find(field, Dict)
      const address = link?.find('A', Dict)?.text('URI')
      const id = address === undefined ? null : idElsewhere(address)
      if (!link || id === null) continue
      link.delete('A')
      link.set('Dest', name(id))
    }
}

/** In pt of the page. */
export type Rect = [left: number, bottom: number, right: number, top: number]

/** Gives each link its words, and one field a page: Chromium makes one of every stretch of a line, each a stop of the keyboard, and once
 *  more beside the words where columns cut a paragraph. @see ISO 14289-1 §7.18.5, ISO 32000-1 §12.5.6.5 */
export function labelLinks(file: PdfFile, root: Tag, boxOf: (box: MarkBox) => Rect): void {
  const surplus = new Set<Value>()
  for (const tag of tagsOf(root)) {
    if (tag.role !== 'Link') continue
    const { text, href = '', lines = [] } = tag.mark ?? {}
    const remaining: Kid[] = []
    for (const [page, fields] of byPage(tag.kids)) {
      const [first, ...others] = fields
      if (!first) continue
      const links = fields.flatMap(({ ref }) => file.find(ref, Dict) ?? [])
      const [link] = links
      link?.set('Contents', Text.of(text || href))
      const rects = links.map(rectOf)
      const lineRects = lines.filter(line => line.page === page + 1).map(({ box }) => boxOf(box))
      const onWords = rects.filter(rect => lineRects.some(line => overlap(line, rect) > 0.5 * areaOf(rect)))
      if (link && others.length > 0) stretch(file, link, onWords.length > 0 ? onWords : rects)
      for (const { ref } of others) surplus.add(ref)
      remaining.push(first)
    }
    tag.kids = [...remaining, ...tag.kids.filter(({ kind }) => kind !== 'field')]
  }
  for (const { dict, annotations } of file.pages) {
    const remaining = annotations.filter(field => !surplus.has(field))
    if (remaining.length < annotations.length) dict.set('Annots', file.list(remaining))
  }
}

function byPage(kids: readonly Kid[]): Map<number, Field[]> {
  const pages = new Map<number, Field[]>()
  for (const kid of kids) if (kid.kind === 'field') pages.set(kid.page, [...(pages.get(kid.page) ?? []), kid])
  return pages
}

function rectOf(link: Dict): Rect {
  const [left = 0, bottom = 0, right = 0, top = 0] = link.need('Rect', List).numbers()
  return [left, bottom, right, top]
}

function stretch(file: PdfFile, link: Dict, rects: readonly Rect[]): void {
  const lines: Rect[] = []
  for (const rect of rects) {
    const last = lines.at(-1)
    if (last && sameLine(last, rect)) lines.splice(-1, 1, around([last, rect]))
    else lines.push(rect)
  }
  link.set('Rect', file.list(around(lines)))
  if (lines.length < 2) return
  // Viewers read the corners in this order, not in the one that the standard writes.
  const quads = lines.flatMap(([left, bottom, right, top]) => [
    left,
    top,
    right,
    top,
    left,
    bottom,
    right,
    bottom,
  ])
  link.set('QuadPoints', file.list(quads))
}

/** Rectangles of one line overlap by more than half of their height, and leave no more than a space between them. */
function sameLine([left, bottom, right, top]: Rect, [from, low, to, high]: Rect): boolean {
  const shared = Math.min(top, high) - Math.max(bottom, low)
  const between = Math.max(from - right, left - to)
  return shared > 0.5 * Math.min(top - bottom, high - low) && between < high - low
}

const areaOf = ([left, bottom, right, top]: Rect) => (right - left) * (top - bottom)

function overlap([left, bottom, right, top]: Rect, [from, low, to, high]: Rect): number {
  const [width, height] = [
    Math.min(right, to) - Math.max(left, from),
    Math.min(top, high) - Math.max(bottom, low),
  ]
  return Math.max(0, width) * Math.max(0, height)
}

const around = (rects: readonly Rect[]): Rect => [
  Math.min(...rects.map(([left]) => left)),
  Math.min(...rects.map(([, bottom]) => bottom)),
  Math.max(...rects.map(([, , right]) => right)),
  Math.max(...rects.map(([, , , top]) => top)),
]
