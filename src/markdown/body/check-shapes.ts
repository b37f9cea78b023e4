import type { Token } from 'markdown-it'
import type { Bloc, Report } from '../block.ts'
import { blockNamed } from '../blocks/index.ts'
import { copyToken, withinBlocs } from '../tokens.ts'
import { typographChildren } from '../typography/tokens.ts'
import { fenceOf, nameOf } from './fence.ts'

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

/** Tells of a `:::` line inside a list or a quotation, or right under a table, which takes it for a row: blocks stand at the top of a
 *  fiche only. The line that closes a block told of is no second problem. */
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
        quote: mark,
        cause: 'cet élément de liste est vide',
        remedy: 'son texte, ou supprimer la ligne',
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
        quote: mark,
        cause: `le bloc « ${bloc} » n’imprime pas de numéros`,
        remedy: 'un tiret, et non un numéro, devant chaque élément',
      })
    else if (!isRight)
      report('signes-perdus', token, 0, {
        quote: mark,
        cause: `une liste compte d’un en un, cet élément portera le numéro ${next}`,
        remedy: `${next}${token.markup}, ou un paragraphe avant lui pour commencer une autre liste`,
      })
  }
}

const outOfQuotes = (line: string): string => line.replace(/^(?: {0,3}> ?)+/, '')

/** Tells of text that a table took.
 *  @param lines of the source that the tokens were made of */
export function checkTables(tokens: readonly Token[], lines: readonly string[], report: Report): void {
  let isStray = false
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'table_open') isStray = false
    const cell = tokens[index + 2]
    if (token.type !== 'tr_open' || tokens[index + 1]?.type !== 'td_open' || !cell) continue
    const line = outOfQuotes(lines[token.map?.[0] ?? 0] ?? '').trim()
    // A block is told of as such, and what follows the first line of a text as that line.
    if (!isStray && !line.includes('|') && !line.startsWith(':::'))
      report('signes-perdus', cell, 0, {
        quote: line,
        cause: 'collée sous le tableau, cette ligne en sera une case',
        remedy: 'une ligne vide, puis elle',
      })
    isStray = !line.includes('|')
  }
}
