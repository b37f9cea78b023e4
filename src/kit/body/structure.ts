import type { Token } from 'markdown-it'
import { blockNamed } from '../../blocks/index.ts'
import { type Bloc, isBox } from '../../text/index.ts'

/** A row: text, and the blocks that stand beside it; or a full-measure block, with the blocks that follow it at once. */
export type BodyRow = {
  /** The `###` that opens the row, an inline token with its opening. */
  titre: { open: Token; inline: Token } | null
  texte: Token[]
  plein: Bloc | null
  marges: Bloc[]
  /** The blocks come before the text in the source, as they do in an e-book. */
  margesFirst: boolean
  /** Goes on with the text of the row above, after its margin blocks. */
  suite: boolean
  /** Rank of the lever in its section, from 1; null when the row is none. */
  levier: number | null
}

export type BodySection = {
  /** The `##`; null for what stands before the first. */
  titre: { open: Token; inline: Token } | null
  leviers: boolean
  rows: BodyRow[]
}

/** Groups the tokens of a body into sections and rows (docs/html.md, « Sections and rows »). */
export function structure(tokens: readonly Token[]): BodySection[] {
  const sections: BodySection[] = [{ titre: null, leviers: false, rows: [] }]
  let rank = 0
  let index = 0
  while (index < tokens.length) {
    const token = tokens[index]
    const section = sections.at(-1)
    if (!token || !section) break
    if (token.type === 'heading_open' && (token.tag === 'h2' || token.tag === 'h3')) {
      const inline = tokens[index + 1]
      index += 3
      if (!inline) continue
      if (token.tag === 'h2') {
        sections.push({ titre: { open: token, inline }, leviers: token.meta?.['leviers'] === true, rows: [] })
        rank = 0
      } else {
        section.rows.push({
          ...emptyRow(),
          titre: { open: token, inline },
          levier: section.leviers ? ++rank : null,
        })
      }
      continue
    }
    if (token.type === 'bloc_open') {
      const end = closing(tokens, index)
      placeBloc(section, blocOf(tokens.slice(index, end + 1)))
      index = end + 1
      continue
    }
    const end = endOf(tokens, index)
    const { texte } = textRow(section, isChapo(token))
    for (const inside of tokens.slice(index, end + 1)) texte.push(inside)
    index = end + 1
  }
  return sections.filter(({ titre, rows }) => titre || rows.length > 0)
}

function emptyRow(): BodyRow {
  return { titre: null, texte: [], plein: null, marges: [], margesFirst: false, suite: false, levier: null }
}

const isChapo = ({ meta }: Token): boolean => meta?.['chapo'] === true

function textRow(section: BodySection, chapo: boolean): BodyRow {
  const last = section.rows.at(-1)
  // Text goes on under the chapô, a paragraph of three tokens, in a row of its own.
  const opening = last?.texte.at(-3)
  const ends = !chapo && opening && isChapo(opening)
  // A block that comes first in its row stands beside the text that follows.
  if (last && !last.plein && !ends && (last.marges.length === 0 || last.texte.length === 0)) {
    if (last.texte.length === 0) last.margesFirst = last.marges.length > 0
    return last
  }
  const row = { ...emptyRow(), suite: last !== undefined, levier: last?.levier ?? null }
  section.rows.push(row)
  return row
}

function placeBloc(section: BodySection, bloc: Bloc): void {
  if (isBox(bloc.kind)) {
    const last = section.rows.at(-1)
    // Only a chart is as narrow as the text: a margin block after another full-measure block has a row of its own.
    if (last && (!last.plein || last.plein.kind.print === 'chart')) last.marges.push(bloc)
    else section.rows.push({ ...emptyRow(), marges: [bloc], suite: last !== undefined })
  } else {
    section.rows.push({ ...emptyRow(), plein: bloc })
  }
}

/** Resources, and paragraphs over them: a section that also has a table, an example, or a text under them is one like others. */
export function isClosing({ rows }: BodySection): boolean {
  const blocs = rows.flatMap(({ plein, marges }) => [...(plein ? [plein] : []), ...marges])
  const table = rows.some(({ texte }) => texte.some(({ type }) => type === 'table_open'))
  return rows.at(-1)?.plein != null && blocs.every(({ kind }) => kind.print === 'end') && !table
}

/** Every block of a body. */
export function blocsOf(tokens: readonly Token[]): Bloc[] {
  return tokens.flatMap((token, index) =>
    token.type === 'bloc_open' ? [blocOf(tokens.slice(index, closing(tokens, index) + 1))] : [],
  )
}

/** The parts of a block between its opening and closing token. */
export function blocOf(tokens: readonly Token[]): Bloc {
  const [open, ...rest] = tokens
  if (!open) throw new Error('A block without its opening token')
  const role = (name: string) =>
    rest.find(token => token.type === 'inline' && token.meta?.['role'] === name) ?? null
  const nom = String(open.meta?.['nom'])
  return {
    nom,
    kind: blockNamed(nom),
    open,
    titre: role('titre'),
    lieu: role('lieu'),
    donnees: (open.meta?.['donnees'] ?? {}) as Bloc['donnees'],
    ancre: String(open.meta?.['ancre'] ?? ''),
    corps: rest.slice(0, -1).filter(token => !token.meta?.['role']),
    close: role('close'),
  }
}

/** Index of the token that closes the block opened at `index`. */
export function closing(tokens: readonly Token[], index: number): number {
  for (let at = index + 1; at < tokens.length; at++) if (tokens[at]?.type === 'bloc_close') return at
  return tokens.length - 1
}

/** Index of the token that closes the one at `index`. */
export function endOf(tokens: readonly Token[], index: number): number {
  let depth = 0
  for (let at = index; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0
    if (depth <= 0) return at
  }
  return tokens.length - 1
}
