import { lineStarts, parseTokens, splitFrontMatter, textsIn, yamlOfSetting } from '../kit/index.ts'
import type { Place } from '../problems/index.ts'
import { childrenOf, positionOf } from '../text/index.ts'

/** An address of the web that a kit names. */
export type OutsideLink = {
  /** As a browser would ask for it. */
  url: string
  place: Place
  /** As it is written, from this offset of its file on. */
  written: string
  offset: number
}

/** The addresses of a fiche or a page, in the order of its text. */
export function linksOfSheet(text: string, file: string): OutsideLink[] {
  const { parts } = splitFrontMatter(text, file)
  if (!parts) return []
  const starts = lineStarts(text)
  return childrenOf(parseTokens(parts.body), 'link_open').flatMap(({ inline, child, offset: opening }) => {
    const url = String(child.attrGet('href') ?? '')
    if (!/^https?:/i.test(url)) return []
    const at = positionOf(inline, opening)
    const line = parts.bodyLine + at.line
    const from = (starts[line - 1] ?? 0) + at.column
    // `<address>` has no bracket; `[words](address)` may hold brackets, and `](` comes once only.
    const lead = child.markup === 'autolink' ? /<?/y : /\[[\s\S]*?\]\(\s*<?/y
    lead.lastIndex = from
    const offset = from + (lead.exec(text)?.[0].length ?? 0)
    const written = /^(?:[^\s<>()]|\([^\s()]*\))+/.exec(text.slice(offset))?.[0] ?? ''
    return [{ url, place: { file, line, column: at.column + 1 }, written, offset }]
  })
}

/** The addresses of a file of settings: whatever text in it is one, but the kit's own site. */
export function linksOfSetting(text: string, file: string): OutsideLink[] {
  const yaml = yamlOfSetting(text, file)
  const starts = lineStarts(text)
  return textsIn(yaml.value).flatMap(({ text: url, path, part }) => {
    if (part === 'cle' || !/^https?:\/\/\S+$/i.test(url) || path.join('.') === 'site.url') return []
    const place = yaml.placeOf(path)
    const offset = text.indexOf(url, (starts[place.line - 1] ?? 0) + place.column - 1)
    return offset === -1 ? [] : [{ url, place, written: url, offset }]
  })
}

/** A text with other addresses at the places of some of its links. */
export function replaceLinks(text: string, edits: readonly { link: OutsideLink; url: string }[]): string {
  return edits
    .toSorted((a, b) => b.link.offset - a.link.offset)
    .reduce(
      (now, { link: { offset, written }, url }) =>
        now.slice(0, offset) + url + now.slice(offset + written.length),
      text,
    )
}
