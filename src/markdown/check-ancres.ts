import type { Token } from 'markdown-it'
import { slugify } from '../slugify.ts'
import { ancreEcriteOf, isOfPage } from './anchors.ts'
import type { Report } from './block.ts'

/** An id of HTML and of e-books that an address holds as it is. */
const wellFormed = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** Judges the anchors that were written: an address holds them as they are, and each leads to one place. */
export function checkAncres(tokens: readonly Token[], report: Report): void {
  const earlier = new Set<string>()
  for (const [index, open] of tokens.entries()) {
    const ancre = ancreEcriteOf(open.meta)
    if (ancre === null) continue
    const inline = tokens[index + (open.type === 'list_item_open' ? 2 : 1)] ?? open
    const at = Math.max(0, inline.content.indexOf(`#${ancre}`))
    if (!wellFormed.test(ancre)) report('ancre-mal-ecrite', inline, at, { ancre, propose: asAncre(ancre) })
    else if (earlier.has(ancre) || isOfPage(ancre)) report('ancre-double', inline, at, { ancre })
    earlier.add(ancre)
  }
}

const asAncre = (words: string) => slugify(words).replace(/^[^a-z]+/, '') || 'repere'
