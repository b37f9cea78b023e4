import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { isClosing, structure } from './structure.ts'
import { plainText } from './text.ts'

/** On paper the ground of the resources goes down to the foot of their page: what follows them begins alone on the next. */
export function checkClosing(tokens: readonly Token[], report: Report): void {
  const parties = structure(tokens)
  const closing = parties.findIndex(isClosing)
  const after = parties.slice(closing + 1).find(partie => !isClosing(partie))
  if (closing < 0 || !after?.titre) return
  const { inline } = after.titre
  report('ressources-avant-la-fin', inline, 0, { titre: plainText(inline.children).trim() })
}
