import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { fenceOf, nameOf } from './rules/bloc-end.ts'

/** A `:::` line inside a list or a quotation: blocks stand at the top of a fiche only. */
export function checkStrayBlocks(tokens: readonly Token[], report: Report): void {
  for (const token of tokens) {
    if (token.type !== 'inline' || !token.content.includes(':::')) continue
    let offset = 0
    for (const line of token.content.split('\n')) {
      const argument = fenceOf(line.trim())
      if (argument)
        report('bloc-imbrique', token, offset, { bloc: nameOf(argument), dans: 'une liste ou une citation' })
      else if (argument === '') report('bloc-fermeture-seule', token, offset)
      offset += line.length + 1
    }
  }
}
