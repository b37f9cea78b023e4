import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { blockNamed } from './blocks/index.ts'
import { withinBlocs } from './within-blocs.ts'

/** Tells of items without words, and of numbers that others take the place of. */
export function checkLists(tokens: readonly Token[], report: Report): void {
  /** Of each list around, its first number and the next; null: its items have none, or were told of. */
  const counts: ({ start: number; next: number } | null)[] = []
  for (const { index, token, bloc } of withinBlocs(tokens)) {
    if (token.type.endsWith('_list_close')) counts.pop()
    if (token.type.endsWith('_list_open')) {
      const start = Number(token.attrGet('start') ?? 1)
      counts.push(token.type === 'ordered_list_open' ? { start, next: start } : null)
    }
    if (token.type !== 'list_item_open') continue
    const mark = `${token.info}${token.markup}`
    if (tokens[index + 1]?.type === 'list_item_close')
      report('signes-perdus', token, 0, {
        trouve: mark,
        cause: 'cet élément de liste est vide',
        remede: 'son texte, ou supprimer la ligne',
      })
    const count = counts.at(-1)
    if (!count) continue
    const { start, next } = count
    const number = Number(token.info)
    const isPiece = bloc !== '' && counts.length === 1 && blockNamed(bloc).items === true
    // Who writes one number before all of them has them counted.
    const isRight = !isPiece && (number === next || number === start)
    counts[counts.length - 1] = isRight ? { start, next: next + 1 } : null
    if (isPiece)
      report('signes-perdus', token, 0, {
        trouve: mark,
        cause: `le bloc « ${bloc} » n’imprime pas de numéros`,
        remede: 'un tiret, et non un numéro, devant chaque élément',
      })
    else if (!isRight)
      report('signes-perdus', token, 0, {
        trouve: mark,
        cause: `une liste compte d’un en un, cet élément portera le numéro ${next}`,
        remede: `${next}${token.markup}, ou un paragraphe avant lui pour commencer une autre liste`,
      })
  }
}
