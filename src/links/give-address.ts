import { childrenOf } from '../markdown/note-offsets.ts'
import { readBody } from '../markdown/read-body.ts'
import { textOfTokens } from '../markdown/text.ts'
import type { Spot } from './link-spots.ts'

/** The body with the address written at the spot, as a Markdown link; null when it would say anything else than before.
 *  Bold and italics that the words cut through are taken whole. */
export function giveAddress(source: string, { from, to, label }: Spot, url: string): string | null {
  const before = reading(source)
  const [left, right] = [
    /[*_]*$/.exec(source.slice(0, from))?.[0] ?? '',
    /^[*_]*/.exec(source.slice(to))?.[0] ?? '',
  ]
  const ways = [
    { before: '', after: '' },
    { before: left, after: right },
    { before: left, after: '' },
    { before: '', after: right },
  ]
  for (const way of ways) {
    const link = `[${way.before}${label}${way.after}](${destination(url)})`
    const changed = source.slice(0, from - way.before.length) + link + source.slice(to + way.after.length)
    const after = reading(changed)
    const added = after.links === before.links + 1
    if (added && after.text === before.text && after.problems <= before.problems) return changed
  }
  return null
}

function reading(source: string): { text: string; links: number; problems: number } {
  const { tokens, diagnostics } = readBody(source, { file: '', firstLine: 1 })
  return {
    text: textOfTokens(tokens),
    links: childrenOf(tokens, 'link_open').length,
    problems: diagnostics.length,
  }
}

/** An address that ends where its link ends: brackets and spaces as their codes. */
export const destination = (url: string): string =>
  url
    .trim()
    .replace(/[\s()<>]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
