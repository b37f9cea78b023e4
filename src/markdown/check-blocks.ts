import type { Bloc, Report } from './block.ts'
import { copyToken } from './token.ts'
import { typographChildren } from './typography/tokens.ts'

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
