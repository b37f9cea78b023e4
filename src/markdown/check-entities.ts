import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { maskMarkup } from './lint/mask.ts'
import { unescapeAll } from './markdown.ts'
import { trapsIn } from './traps.ts'

/** `&#8238;`, `&ZeroWidthSpace;`: what nobody may type is not to be written by its name either. */
export function checkEntities(tokens: readonly Token[], report: Report): void {
  for (const inline of tokens) {
    if (inline.type !== 'inline' || !inline.content.includes('&')) continue
    for (const { 0: written, index } of maskMarkup(inline.content).matchAll(/(?<!\\)&#?\w{1,32};/g)) {
      const [trap] = trapsIn(unescapeAll(written))
      if (trap) report(trap.code, inline, index, { caractere: trap.caractere })
    }
  }
}
