import type { Token } from 'markdown-it'
import type { Report } from './blocks/block.ts'
import { plainText } from './text.ts'

/** Longest chapô, in characters. */
const longueurChapo = 500

/** Judges the outline of a body: no `#`, which is the fiche's own title, and a chapô that is read at a glance.
 *  Runs on numbered tokens, which know what is chapô. */
export function checkPlan(tokens: readonly Token[], report: Report): void {
  let chapo: Token | null = null
  let length = 0
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 1]
    if (!inline) continue
    if (token.type === 'heading_open' && token.tag === 'h1') report('titre-de-niveau-1', inline)
    if (token.type === 'paragraph_open' && token.meta?.['chapo']) {
      chapo ??= inline
      length += plainText(inline.children).length
    }
  }
  if (chapo && length > longueurChapo) report('chapo-long', chapo, 0, { nombre: length })
}
