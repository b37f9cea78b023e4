import { onPage } from '../../../../../src/problems/finding.ts'
import type { Kid } from '../../../tag/structure.ts'
import { type Checkpoint, checkpoint } from '../checkpoint.ts'
import type { Inspection, PlacedTag } from '../inspect.ts'

/** What a type may hold, and where it may stand. */
type Rule = {
  kids?: string[]
  parents?: string[]
  content?: 'none'
  /** Where its caption may stand: first, or last too. */
  caption?: 'first' | 'ends'
  /** Of which it has one at most. */
  once?: string[]
}

/** @see ISO 32000-1 table 337 */
const tables: Record<string, Rule> = {
  Table: {
    kids: ['Caption', 'TR', 'THead', 'TBody', 'TFoot'],
    content: 'none',
    caption: 'ends',
    once: ['Caption', 'THead', 'TFoot'],
  },
  THead: { kids: ['TR'], parents: ['Table'], content: 'none' },
  TBody: { kids: ['TR'], parents: ['Table'], content: 'none' },
  TFoot: { kids: ['TR'], parents: ['Table'], content: 'none' },
  TR: { kids: ['TH', 'TD'], parents: ['Table', 'THead', 'TBody', 'TFoot'], content: 'none' },
  TH: { parents: ['TR'] },
  TD: { parents: ['TR'] },
}
/** @see ISO 32000-1 table 336 */
const lists: Record<string, Rule> = {
  L: { kids: ['Caption', 'L', 'LI'], content: 'none', caption: 'first' },
  LI: { kids: ['Lbl', 'LBody'], parents: ['L'], content: 'none' },
  LBody: { parents: ['LI'] },
}
/** @see ISO 32000-1 table 333 */
const contents: Record<string, Rule> = {
  TOC: { kids: ['Caption', 'TOC', 'TOCI'], content: 'none', caption: 'first' },
  TOCI: { kids: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'], parents: ['TOC'], content: 'none' },
}
/** @see ISO 32000-1 table 338 */
const rubies: Record<string, Rule> = {
  Ruby: { kids: ['RB', 'RT', 'RP'], content: 'none' },
  RB: { parents: ['Ruby'] },
  RT: { parents: ['Ruby'] },
  RP: { parents: ['Ruby'] },
}
const warichus: Record<string, Rule> = {
  Warichu: { kids: ['WT', 'WP'], content: 'none' },
  WT: { parents: ['Warichu'] },
  WP: { parents: ['Warichu'] },
}

export const syntax: Checkpoint[] = [
  checkpoint(
    '09-004',
    'Les tableaux sont faits de lignes et de cellules, et chaque ligne a autant de colonnes',
    file => [...broken(file, tables), ...uneven(file)],
  ),
  checkpoint('09-005', 'Les listes sont faites d’éléments', file => broken(file, lists)),
  checkpoint('09-006', 'Les sommaires sont faits d’entrées', file => broken(file, contents)),
  checkpoint('09-007', 'Les annotations Ruby sont complètes', file => broken(file, rubies)),
  checkpoint('09-008', 'Les annotations Warichu sont complètes', file => broken(file, warichus)),
]

function* broken({ tags, roleMap }: Inspection, rules: Record<string, Rule>) {
  const roleOf = (kid: Kid) => (kid.kind === 'tag' ? (roleMap.get(kid.role) ?? kid.role) : null)
  for (const { tag, role, parent, page } of tags) {
    const rule = rules[role]
    if (!rule) continue
    const inside = tag.kids.map(roleOf)
    for (const inner of inside)
      if (inner === null ? rule.content === 'none' : rule.kids && !rule.kids.includes(inner))
        yield onPage(
          page,
          `Une balise ${role} contient ${inner === null ? 'un contenu' : `une balise ${inner}`}.`,
        )
    const around = parent?.role ?? 'aucune balise'
    if (rule.parents && !rule.parents.includes(around))
      yield onPage(page, `Une balise ${role} est dans ${around}.`)
    for (const message of misplaced(role, rule, inside)) yield onPage(page, message)
  }
}

/** What stands among the kids of a tag in the wrong place, or too often. */
function* misplaced(role: string, { caption, once = [] }: Rule, kids: (string | null)[]): Generator<string> {
  const between = caption && kids.slice(1, caption === 'ends' ? -1 : undefined).includes('Caption')
  const twice = once.filter(kid => kids.indexOf(kid) !== kids.lastIndexOf(kid))
  const headed = kids.includes('THead') || kids.includes('TFoot')
  if (between)
    yield `La légende d’une balise ${role} n’est pas au début${caption === 'ends' ? ' ni à la fin' : ''}.`
  for (const kid of twice) yield `Une balise ${role} a plus d’une balise ${kid}.`
  if (headed && !kids.includes('TBody')) yield `Une balise ${role} a une balise THead ou TFoot sans TBody.`
}

/** Rows of a table with other numbers of columns; cells over several rows count in each. */
function* uneven({ tags }: Inspection) {
  const rows = new Map<PlacedTag, { tag: PlacedTag; cells: PlacedTag[] }[]>()
  for (const placed of tags) {
    if (placed.role !== 'TR') continue
    const table = ancestor(placed, 'Table')
    if (!table) continue
    const tableRows = rows.get(table) ?? []
    tableRows.push({ tag: placed, cells: tags.filter(({ parent }) => parent === placed) })
    rows.set(table, tableRows)
  }
  for (const [{ page }, list] of rows) {
    const below: number[] = []
    const widths = list.map(({ cells }, index) => {
      let width = below[index] ?? 0
      for (const { tag } of cells) {
        const { RowSpan = 1, ColSpan = 1 } = tag.attributes?.find(list => list.owner === 'Table') ?? {}
        width += ColSpan
        for (let row = index + 1; row < index + RowSpan; row++) below[row] = (below[row] ?? 0) + ColSpan
      }
      return width
    })
    if (new Set(widths).size > 1 || below.length > list.length)
      yield onPage(
        page,
        `Un tableau a des lignes de ${widths.join(', ')} colonnes, ou des cellules trop hautes.`,
      )
  }
}

function ancestor(placed: PlacedTag, role: string): PlacedTag | undefined {
  for (let around = placed.parent; around; around = around.parent) if (around.role === role) return around
  return undefined
}
