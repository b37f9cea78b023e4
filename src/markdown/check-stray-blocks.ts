import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { fenceOf, nameOf } from './rules/bloc-end.ts'

/** A `:::` line inside a list or a quotation, or right under a table, which takes it for a row: blocks stand at the top of a fiche
 *  only. The line that closes a block told of is no second problem. */
export function checkStrayBlocks(tokens: readonly Token[], report: Report): void {
  let opened = false
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'inline' || !token.content.includes(':::')) continue
    let offset = 0
    for (const line of token.content.split('\n')) {
      const argument = fenceOf(line.trim())
      if (argument)
        report('bloc-imbrique', token, offset, {
          bloc: nameOf(argument),
          ...placeOf(tokens[index - 1]?.type),
        })
      else if (argument === '' && !opened) report('bloc-fermeture-seule', token, offset)
      if (argument !== null) opened = argument !== ''
      offset += line.length + 1
    }
  }
}

const placeOf = (opening?: string) =>
  opening === 'td_open'
    ? { dans: 'le tableau au-dessus', remede: 'Laisser une ligne vide avant cette ligne' }
    : {
        dans: 'une liste ou une citation',
        remede:
          'Laisser une ligne vide avant ce bloc, et en commencer chaque ligne sans espace ni signe devant elle',
      }
