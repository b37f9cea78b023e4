import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { blockNamed } from './blocks/index.ts'
import { indentOf, outOfQuotes } from './source-line.ts'
import { withinBlocs } from './within-blocs.ts'

/** No list begins so high: the number is a year that ends a sentence, or begins one. */
const LEAST_YEAR = 1000

/** Items without words, items that were to stand under the one before and stand beside it, and numbers that others take the place of.
 *  @param lines of the source that the tokens were made of */
export function checkLists(tokens: readonly Token[], lines: readonly string[], report: Report): void {
  const indents: number[] = []
  /** Of each list around, its first number and the next; null: its items have none, or were told of. */
  const counts: ({ start: number; next: number } | null)[] = []
  for (const { index, token, bloc } of withinBlocs(tokens)) {
    if (token.type.endsWith('_list_open')) {
      indents.push(-1)
      const start = Number(token.attrGet('start') ?? 1)
      counts.push(token.type === 'ordered_list_open' ? { start, next: start } : null)
    }
    if (token.type.endsWith('_list_close')) {
      indents.pop()
      counts.pop()
    }
    if (token.type !== 'list_item_open') continue
    const line = outOfQuotes(lines[token.map?.[0] ?? 0] ?? '')
    // A block that is made of its list reads the first words of each item, and counts none.
    const isOfPieces = bloc !== '' && blockNamed(bloc).items === true
    const isPiece = isOfPieces && indents.length === 1
    const heading = tokens[index + 1]
    const titre = tokens[index + 2]
    if (heading?.type === 'heading_open' && titre && !isPiece)
      report('titre-mal-ecrit', titre, 0, {
        signes: line.trim().slice(0, line.trim().indexOf('#')) + heading.markup,
        cause: 'un titre ne se place pas dans une liste',
        remede: bloc
          ? `Écrire ces mots en gras : **${titre.content}**`
          : `Écrire, sans la puce : ${heading.markup} ${titre.content}`,
      })
    const indent = indentOf(line)
    const first = indents.at(-1) ?? -1
    if (first === -1) indents[indents.length - 1] = indent
    if (tokens[index + 1]?.type === 'list_item_close')
      report('signes-perdus', token, 0, {
        trouve: line.trim(),
        cause: 'cet élément de liste est vide',
        remede: 'son texte, ou supprimer la ligne',
      })
    else if (first >= 0 && indent === first + 1)
      report('signes-perdus', token, 0, {
        trouve: line.trim(),
        cause: 'une seule espace ne met pas cet élément sous celui d’avant',
        remede: `deux espaces ou trois, puis ${line.trim()} ; sans espace pour un élément de même rang`,
      })
    const count = counts.at(-1)
    if (!count) continue
    if (!isOfPieces && count.start === count.next && count.start >= LEAST_YEAR) {
      counts[counts.length - 1] = null
      report('signes-perdus', token, 0, {
        trouve: `${token.info}${token.markup}`,
        cause: 'ce nombre en tête de ligne ouvre une liste, qui compte à partir de lui',
        remede: `${token.info}\\${token.markup}, ou commencer la phrase par un mot`,
      })
      continue
    }
    if (isPiece) {
      counts[counts.length - 1] = null
      report('signes-perdus', token, 0, {
        trouve: `${token.info}${token.markup}`,
        cause: `le bloc « ${bloc} » n’imprime pas de numéros`,
        remede: 'un tiret, et non un numéro, devant chaque élément',
      })
      continue
    }
    const { start, next } = count
    const number = Number(token.info)
    // Who writes one number before all of them has them counted.
    const isRight = number === next || number === start
    counts[counts.length - 1] = isRight ? { start, next: next + 1 } : null
    if (!isRight)
      report('signes-perdus', token, 0, {
        trouve: `${token.info}${token.markup}`,
        cause: `une liste compte d’un en un, cet élément portera le numéro ${next}`,
        remede: `${next}${token.markup}, ou un paragraphe avant lui pour commencer une autre liste`,
      })
  }
}
