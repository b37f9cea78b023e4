import type { Token } from 'markdown-it'
import {
  type Bloc,
  copyToken,
  cutOpening,
  fenceOf,
  type Report,
  typographChildren,
} from '../../text/index.ts'

/** Tells what is wrong within each block. */
export function checkBlocks(blocs: readonly Bloc[], report: Report): void {
  for (const bloc of blocs) {
    if (bloc.corps.length === 0) report('bloc-vide', bloc.open, 0, { bloc: bloc.nom })
    const { readsSetWords, check } = bloc.kind
    check?.(readsSetWords ? setIn(bloc) : bloc, report)
  }
}

/** The block with its words as they will be set: its check quotes them, and reads their spaces. */
function setIn(bloc: Bloc): Bloc {
  const corps = bloc.corps.map(token => {
    if (!token.children) return token
    const copy = copyToken(token)
    copy.children = typographChildren(token.children)
    return copy
  })
  return { ...bloc, corps }
}

/** Reports a `:::` line inside a list or a quotation, or right under a table, which takes it for a row. Blocks stand at the
 *  top of a fiche only. The closing line of a reported block is not reported again. */
export function checkStrayBlocks(tokens: readonly Token[], report: Report): void {
  let opened = false
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'inline' || !token.content.includes(':::')) continue
    let offset = 0
    for (const line of token.content.split('\n')) {
      const argument = fenceOf(line.trim())
      if (argument)
        report('bloc-imbrique', token, offset, {
          bloc: cutOpening(line.trim())?.name ?? '',
          ...strayPlaces[tokens[index - 1]?.type === 'td_open' ? 'table' : 'list'],
        })
      else if (argument === '' && !opened) report('bloc-fermeture-seule', token, offset)
      if (argument !== null) opened = argument !== ''
      offset += line.length + 1
    }
  }
}

const strayPlaces = {
  table: { dans: 'le tableau au-dessus', remedy: 'Laisser une ligne vide avant cette ligne' },
  list: {
    dans: 'une liste ou une citation',
    remedy:
      'Laisser une ligne vide avant ce bloc, et en commencer chaque ligne sans espace ni signe devant elle',
  },
}
