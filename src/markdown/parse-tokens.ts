import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { checkLinks } from './check-links.ts'
import { createMarkdown } from './markdown.ts'
import { childrenOf } from './note-offsets.ts'
import type { ParseEnv } from './parse-env.ts'
import { readAttributs } from './read-attributs.ts'

const md = createMarkdown()

type Tell = { env: ParseEnv['report']; token: Report }

/** For those who read what was judged before. */
const nobody: Tell = { env: () => {}, token: () => {} }

/** The tokens of a body as it was written, its attributes moved to what they speak of, without addresses that are no links.
 *  Never throws on text.
 *  @param tell receives the problems that the author has to mend: from markdown-it's rules, and at tokens */
export function parseTokens(source: string, tell = nobody): Token[] {
  const tokens = md.parse(source, { spent: new Set(), report: tell.env } satisfies ParseEnv)
  readAttributs(tokens, tell.token)
  checkLinks(tokens, tell.token)
  notePaths(tokens)
  return tokens
}

/** Notes on each picture its path as the author wrote it: markdown-it percent-encodes addresses; its own decoder leaves
 *  malformed sequences as they are. */
function notePaths(tokens: readonly Token[]): void {
  for (const { child } of childrenOf(tokens, 'image'))
    child.meta = { ...child.meta, path: md.utils.lib.mdurl.decode(String(child.attrGet('src') ?? '')) }
}
