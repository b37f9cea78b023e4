import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { maskMarkup } from './lint/mask.ts'
import { unescapeAll } from './markdown.ts'
import { trapsIn } from './traps.ts'

/** Names of characters that pages of the web have, without the sign that ends them. */
const unfinished =
  /(?<!\\)&(?:#\d{2,5}|(?:nbsp|amp|lt|gt|quot|[lr]aquo|[lr]squo|hellip|euro|copy|reg|deg)|[aeiouAEIOU](?:acute|grave|circ|uml)|[cC]cedil)(?![\w;=])/g

/** `&#8238;`, `&ZeroWidthSpace;`: what nobody may type is not to be written by its name either. */
export function checkEntities(tokens: readonly Token[], report: Report): void {
  for (const inline of tokens) {
    if (inline.type !== 'inline' || !inline.content.includes('&')) continue
    for (const { 0: written, index } of maskMarkup(inline.content).matchAll(/(?<!\\)&#?\w{1,32};/g)) {
      const [trap] = trapsIn(unescapeAll(written))
      if (trap) report(trap.code, inline, index, { caractere: trap.caractere })
    }
    for (const { 0: trouve, index } of maskMarkup(inline.content).matchAll(unfinished))
      report('signes-etrangers', inline, index, {
        trouve,
        cause: 'ce nom de caractère n’a pas son point-virgule',
        remede: `Écrire : ${unescapeAll(`${trouve};`).trim() || 'une espace'}`,
      })
  }
}
