import type { Token } from 'markdown-it'
import type { Report } from '../block.ts'
import { offsetOf } from '../positions.ts'

/** Tells of cross-references where only words can stand: there, the slug would be read in place of the title.
 *  @param children those of `inline` that count, by default all @param ou what they stand in, in words */
export function reportRenvois(
  inline: Token,
  report: Report,
  { ou, children = inline.children ?? [] }: { ou: string; children?: readonly Token[] },
): void {
  for (const child of children)
    if (child.type === 'renvoi')
      report('renvoi-dans-titre', inline, offsetOf(child), { slug: child.content, ou })
}
