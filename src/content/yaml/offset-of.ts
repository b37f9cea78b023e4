import { isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { rememberOf } from '../../remember.ts'

/** Keys and list positions, from the root. */
export type Path = readonly (string | number)[]

/** Where in the source what is at `path` begins, or the nearest thing around it that was written. */
export function offsetOf(root: unknown, path: Path, part: 'cle' | 'valeur'): number {
  let node = root
  let offset = startOf(root) ?? 0
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = pairsOf(node).get(String(step))
      if (pair === undefined) return offset
      const isLast = depth === path.length - 1
      const key = startOf(pair.key) ?? offset
      offset = isLast && part === 'cle' ? key : (startOf(pair.value) ?? key)
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = startOf(node) ?? offset
    } else return offset
  }
  return offset
}

/** Of a key that is written twice, the last counts. Each problem of a file asks for places: none may read all its keys again. */
const pairsOf = rememberOf(
  ({ items }: YAMLMap) =>
    new Map(items.flatMap(pair => (isScalar(pair.key) ? [[String(pair.key.value).trim(), pair]] : []))),
)

/** How far from its offset stands character `within` of a value read without the spaces around it: nowhere when the source is folded or escaped. */
export function stepInto(node: unknown, text: string, within: number): number {
  if (within === 0 || !isScalar(node) || typeof node.value !== 'string') return 0
  const opening = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0
  const isLiteral = text.startsWith(node.value, (startOf(node) ?? 0) + opening)
  const lead = node.value.length - node.value.trimStart().length
  return isLiteral ? opening + lead + within : 0
}

export function startOf(node: unknown): number | null {
  if (!(isScalar(node) || isMap(node) || isSeq(node) || isAlias(node))) return null
  return node.range?.[0] ?? null
}
