import { plainText } from './units.ts'

/** What a body must keep besides its words: headings with their level, alternative texts, items of lists. */
export type SourceOutline = {
  headings: { level: number; text: string }[]
  alternatives: string[]
  items: number
  /** Of these, those of numbered lists. */
  numbered: number
  /** Columns of tables that are set to the right, those of charts too. */
  right: number
  stressed: Record<Stress, string[]>
  /** What the lines of quotations say, up to their first cross-reference, which may bear a page. */
  quoted: string[]
}

export type Stress = 'strong' | 'em'

/** Blocks of plain paragraphs. */
const PLAIN = new Set(['exemple', 'info', 'definition', 'loi'])

/** What is plainly in bold or in italics: words alone between stars that touch no others. */
const stressed: Record<Stress, RegExp> = {
  strong: /(?<=^|\s)\*\*([\p{L}\d][\p{L}\d ’']*)\*\*(?=[\s.,;:]|$)/gu,
  em: /(?<=^|\s)\*([\p{L}\d][\p{L}\d ’']*)\*(?=[\s.,;:]|$)/gu,
}

/** Reads it from the Markdown, without the press's own parser. Blocks have titles and lists of their own kind.
 *  @param nameOf what a cross-reference to a slug reads */
export function outlineOf(markdown: string, nameOf = (slug: string) => slug): SourceOutline {
  const outline: SourceOutline = {
    headings: [],
    alternatives: [],
    items: 0,
    numbered: 0,
    right: 0,
    stressed: { strong: [], em: [] },
    quoted: [],
  }
  /** Names of the blocks around a line. */
  const around: string[] = []
  for (const line of markdown.split(/\r\n?|\n/)) {
    const text = line.trim()
    const opened = /^:::+\s*([\w-]+)/.exec(text)?.[1]
    if (opened !== undefined) around.push(opened)
    // A drawing is named by the title of its block.
    const drawn = /^:::+\s*schema\s+\S+\s+(\S.*)$/.exec(text)?.[1]
    if (drawn !== undefined) outline.alternatives.push(plainText(drawn, nameOf).trim())
    if (/^:::+$/.test(text)) around.pop()
    // Code shows the signs of a picture.
    const withoutCode = text.replace(/(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)/g, ' ')
    for (const [, alt = ''] of withoutCode.matchAll(/!\[([^\]\n]*)\]\(/g))
      if (alt.trim() !== '') outline.alternatives.push(alt)
    const heading = /^(#{2,6})\s+(.*)$/.exec(text)
    // Of other blocks, names and figures are in bold, and read otherwise.
    if (!heading && around.every(block => PLAIN.has(block)) && !/[`<[|\\]|\*{3}/.test(text))
      for (const stress of ['strong', 'em'] as const)
        for (const [, words = ''] of text.matchAll(stressed[stress])) outline.stressed[stress].push(words)
    if (/^\|(?:\s*:?-+:?\s*\|)+$/.test(text))
      outline.right += text.split('|').filter(cell => /^\s*-+:\s*$/.test(cell)).length
    const quoted = /^(?:(?:[-*+]|\d+[.)])\s+)*>(?:[\s>]|(?:[-*+]|\d+[.)])\s)*(.*)$/.exec(text)?.[1]
    const start = plainText(quoted?.split(/(?<=\]\])/)[0] ?? '', nameOf)
    if (/[\p{L}\p{N}]/u.test(start)) outline.quoted.push(start)
    if (around.length > 0) continue
    if (heading)
      outline.headings.push({
        level: heading[1]?.length ?? 2,
        text: plainText(heading[2] ?? '', nameOf).trim(),
      })
    else if (/^(?:[-*+]|\d+[.)])\s+\S/.test(text)) {
      outline.items++
      if (/^\d/.test(text)) outline.numbered++
    }
  }
  return outline
}
