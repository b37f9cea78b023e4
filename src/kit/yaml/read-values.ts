import { isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml'
import { diagnose, type Problem } from '../../problems/index.ts'
import { rememberOf } from '../../text/index.ts'
import { entryOn, lineAt, quote, type YamlSource } from './source.ts'

/** Reads the plain value of a node, and reports text that YAML takes otherwise than its author: keys written twice, anchors,
 *  comments that cut a value. Anchors are not followed: `*mot*` is meant as emphasis. */
export function readValues(root: unknown, source: YamlSource): { value: unknown; problems: Problem[] } {
  const problems: Problem[] = []

  function read(node: unknown): unknown {
    if (isMap(node)) {
      problems.push(...doubles(node, source))
      return Object.fromEntries(node.items.map(pair => [keyOf(pair.key), read(pair.value)]))
    }
    if (isSeq(node)) return node.items.map(read)
    if (isAlias(node)) problems.push(anchor(startOf(node) ?? 0, source))
    if (!isScalar(node)) return null
    if (node.anchor !== undefined) {
      problems.push(anchor(source.text.lastIndexOf('&', startOf(node) ?? 0), source))
    } else if (isCutByHash(node, source)) problems.push(cut(node, source))
    return typeof node.value === 'string' ? trimmed(node.value) : node.value
  }

  return { value: read(root), problems }
}

/** Drops spaces that quotes keep at the ends of a value: some editions would show them, others not. A blank value stays as
 *  it is, to be reported. */
const trimmed = (value: string) => value.trim() || value

/** The parser's own check compares every key with every other. */
function doubles({ items }: YAMLMap, { place }: YamlSource): Problem[] {
  const keys = new Set<string>()
  return items.flatMap(({ key }) => {
    const chemin = keyOf(key)
    if (keys.has(chemin)) return [diagnose('cle-double', place(startOf(key) ?? 0), { chemin })]
    keys.add(chemin)
    return []
  })
}

/** `*mot*` is what an author means as emphasis, `&` a word. */
const anchor = (offset: number, { place }: YamlSource): Problem =>
  diagnose('yaml-invalide', place(offset), {
    cause: 'un signe * ou & ne commence pas une valeur sans guillemets droits',
  })

/** Keys with prose: a hash belongs to the words. */
const prose = new Set(['titre', 'titre_court', 'sous_titre', 'resume'])

/** `Fiche #8`, `Fiche # 8`: for YAML, a comment; for the author, a number. Comments proper have a space and words after the hash. */
const isCutByHash = (node: Scalar, { text }: YamlSource) =>
  node.type === 'PLAIN' &&
  typeof node.comment === 'string' &&
  (/^[^\s#]/.test(node.comment) ||
    (typeof node.value === 'string' &&
      (/^[ \u00a0\u202f]\d/.test(node.comment) ||
        prose.has(entryOn(lineAt(text, startOf(node) ?? 0))?.key ?? ''))))

function cut(node: Scalar, { text, place }: YamlSource): Problem {
  const offset = startOf(node) ?? 0
  const perdu = `#${node.comment?.split('\n')[0]}`
  const entry = entryOn(lineAt(text, offset))
  const remedy =
    entry === null ? quote(`${node.value ?? ''} ${perdu}`) : `${entry.key}: ${quote(entry.value)}`
  return diagnose('yaml-diese', place(text.indexOf('#', offset)), { perdu, remedy })
}

/** A no-break space before the colon is typography, and no part of the key. */
const keyOf = (key: unknown) => String(isScalar(key) ? key.value : key).trim()

/** Keys and list positions, from the root. */
export type Path = readonly (string | number)[]

/** Finds the offset of the value or key at `path`, or of the nearest one written around it. */
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

/** Gives the distance from the offset to character `within` of a value, read without the spaces around it; 0 when the source
 *  is folded or escaped. */
export function stepInto(node: unknown, text: string, within: number): number {
  if (within === 0 || !isScalar(node) || typeof node.value !== 'string') return 0
  const opening = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0
  const isLiteral = text.startsWith(node.value, (startOf(node) ?? 0) + opening)
  const lead = node.value.length - node.value.trimStart().length
  return isLiteral ? opening + lead + within : 0
}

function startOf(node: unknown): number | null {
  if (!(isScalar(node) || isMap(node) || isSeq(node) || isAlias(node))) return null
  return node.range?.[0] ?? null
}
