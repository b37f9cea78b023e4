import type { WordImage } from './manuscript.ts'
import { alternative, childOf, elementsOf, type XmlElement } from './xml.ts'

/** Finds the targets of a document's relations, by their ids: paths in its file, and addresses. */
export function relationsOf(part: XmlElement | undefined): (id: string) => string | null {
  const targets = new Map(
    elementsOf(part).map(({ attributes: { Id, Target = '', TargetMode } }) => [
      Id,
      TargetMode === 'External' ? Target : partPath(Target),
    ]),
  )
  return id => targets.get(id) ?? null
}

/** Targets are relative to `word/`, or begin at the root. */
function partPath(target: string): string {
  const path: string[] = target.startsWith('/') ? [] : ['word']
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

/** Content that a drawing takes from outside itself. */
export type DrawingSource = {
  /** Target of a relation. */
  target(id: string | undefined): string | null
  /** A paragraph in a box that floats beside the text. */
  onBox(content: XmlElement): void
}

/** The pictures of a drawing; text in its boxes is given to `onBox`. @param about what the file says of the drawing around the element */
export function picturesIn(element: XmlElement, source: DrawingSource, about?: XmlElement): WordImage[] {
  const { name, attributes } = element
  if (name === 'w:txbxContent') {
    source.onBox(element)
    return []
  }
  if (name === 'a:blip' || name === 'v:imagedata') {
    const target = source.target(attributes[name === 'a:blip' ? 'r:embed' : 'r:id'])
    return [
      {
        part: target !== null && !/^[a-z]+:/i.test(target) ? target : null,
        alt: about?.attributes['descr'] ?? '',
        name: about?.attributes['name'] ?? '',
      },
    ]
  }
  const described = childOf(element, 'wp:docPr') ?? about
  return elementsOf(name === 'mc:AlternateContent' ? alternative(element) : element).flatMap(child =>
    picturesIn(child, source, described),
  )
}
