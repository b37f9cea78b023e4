import type { Token } from 'markdown-it'
import type { Report } from '../block.ts'

/** Tells of cross-references where only words can stand: there, the slug would be read in place of the title.
 *  @param children those of `inline` that count, by default all @param ou what they stand in, in words */
export function reportRenvois(
  inline: Token,
  report: Report,
  { ou, children = inline.children ?? [] }: { ou: string; children?: readonly Token[] },
): void {
  for (const { type, content, meta } of children)
    if (type === 'renvoi')
      report('renvoi-dans-titre', inline, Number(meta?.['offset'] ?? 0), { slug: content, ou })
}
