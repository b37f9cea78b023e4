import { plainText } from './units.ts'

/** What a body must keep besides its words: headings with their level, alternative texts, items of lists. */
export type SourceOutline = {
  headings: { level: number; text: string }[]
  alternatives: string[]
  items: number
}

/** Reads it from the Markdown, without the press's own parser. Blocks have titles and lists of their own kind. */
export function outlineOf(markdown: string): SourceOutline {
  const outline: SourceOutline = { headings: [], alternatives: [], items: 0 }
  let depth = 0
  for (const line of markdown.split(/\r\n?|\n/)) {
    const text = line.trim()
    if (/^:::+\s*[\w-]/.test(text)) depth++
    else if (/^:::+$/.test(text)) depth = Math.max(0, depth - 1)
    for (const [, alt = ''] of text.matchAll(/!\[([^\]\n]*)\]\(/g))
      if (alt.trim() !== '') outline.alternatives.push(alt)
    if (depth > 0) continue
    const heading = /^(#{2,6})\s+(.*)$/.exec(text)
    if (heading)
      outline.headings.push({
        level: heading[1]?.length ?? 2,
        text: plainText(heading[2] ?? '', slug => slug).trim(),
      })
    else if (/^(?:[-*+]|\d+[.)])\s+\S/.test(text)) outline.items++
  }
  return outline
}
