import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { checkLinkWords } from './check-link-words.ts'
import { checkLinks } from './check-links.ts'
import { createMarkdown } from './markdown.ts'
import type { ParseEnv } from './parse-env.ts'
import { readAttributs } from './read-attributs.ts'

const md = createMarkdown()

/** The tokens of a body as it was written, its attributes moved to what they speak of, without addresses that are no links.
 *  Never throws on text.
 *  @param tell receives the problems that the author has to mend: from markdown-it's rules, and at tokens */
export function parseTokens(source: string, tell: { env: ParseEnv['report']; token: Report }): Token[] {
  const env: ParseEnv = { spent: new Set(), report: tell.env }
  const tokens = md.parse(source.replace(/\r\n?/g, '\n'), { ...env })
  readAttributs(tokens, tell.token)
  checkLinkWords(tokens, tell.token)
  checkLinks(tokens, tell.token)
  notePaths(tokens)
  return tokens
}

/** Notes on each picture its path as the author wrote it: markdown-it percent-encodes addresses; its own decoder leaves
 *  malformed sequences as they are. */
function notePaths(tokens: readonly Token[]): void {
  for (const { children } of tokens)
    for (const child of children ?? [])
      if (child.type === 'image')
        child.meta = { ...child.meta, path: md.utils.lib.mdurl.decode(String(child.attrGet('src') ?? '')) }
}
