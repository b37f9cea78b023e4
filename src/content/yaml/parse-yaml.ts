import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml'
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts'
import { diagnoseYaml } from './diagnose-yaml.ts'
import { indexLines } from './line-index.ts'
import { reservedStart } from './slips.ts'
import { entryOn, lineAt, quote, type Source } from './source.ts'

/** Keys and list positions, from the root. */
export type Path = readonly (string | number)[]

/** A YAML text, as values that know where they were written. */
export type Yaml = {
  value: unknown
  /** The place of what is at `path`, or of the nearest thing around it that was written: its value, or its key. A value
   *  that stands in the source as it is read can be entered `within` characters deep. */
  placeOf: (path: Path, part?: 'cle' | 'valeur', within?: number) => Place
  /** False when the text could not be read whole: `value` is then a guess that is good for names only. */
  sound: boolean
  diagnostics: Diagnostic[]
}

/** Reads a YAML text (JSON is YAML too) whose first line is `firstLine` of `file`. Never throws on text. */
export function parseYaml(text: string, at: { file: string; firstLine: number }): Yaml {
  const lineOf = indexLines(text)
  const place = (offset: number): Place => {
    const { line, column } = lineOf(Math.min(offset, text.length))
    return { file: at.file, line: line + at.firstLine - 1, column }
  }
  const document = compose(text)
  if (document === null) {
    const diagnostic = diagnose('yaml-invalide', place(0), { cause: "trop de niveaux l'un dans l'autre" })
    return { value: null, placeOf: () => place(0), sound: false, diagnostics: [diagnostic] }
  }
  const source: Source = { text, document, place }
  const errors = [...document.errors, ...document.warnings]
  const reading: Diagnostic[] = []
  const value = toValue(document.contents, node => reading.push(...diagnoseNode(node, source)))
  return {
    value,
    placeOf: (path, part = 'valeur', within = 0) => {
      const offset = offsetOf(document.contents, path, part)
      return place(
        within === 0 ? offset : offset + inside(document.getIn(path, true), { text, offset, within }),
      )
    },
    sound:
      errors.every(error => error.code === 'DUPLICATE_KEY') &&
      reading.every(({ severity }) => severity === 'avertissement'),
    diagnostics: firstOfEachLine([...errors.map(error => diagnoseYaml(error, source)), ...reading]),
  }
}

/** One slip often upsets the parser twice on its line: the first word about it is the true one. */
function firstOfEachLine(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lines = new Set<number>()
  return diagnostics.filter(({ place: { line } }) => !lines.has(line) && lines.add(line))
}

function compose(text: string): Document.Parsed | null {
  try {
    return parseDocument(text, { prettyErrors: false, stringKeys: true, logLevel: 'error' })
  } catch (error) {
    // The parser recurses: a hundred thousand « [ » exhaust the stack.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The plain value of a node. Nodes that say something else than their author meant are reported. */
function toValue(node: unknown, report: (node: Node) => void): unknown {
  if (isMap(node)) {
    return Object.fromEntries(node.items.map(pair => [keyOf(pair.key), toValue(pair.value, report)]))
  }
  if (isSeq(node)) return node.items.map(item => toValue(item, report))
  if (isAlias(node)) report(node)
  if (!isScalar(node)) return null
  if (node.anchor !== undefined || isCutByHash(node)) report(node)
  return node.value
}

/** `Fiche #8`: for YAML, a comment; for the author, a number. Comments proper have a space after the hash. */
const isCutByHash = (node: Scalar) => node.type === 'PLAIN' && /^[^\s#]/.test(node.comment ?? '')

/** Anchors are not followed: `*mot*` is what an author means as emphasis. */
function diagnoseNode(node: Node, source: Source): Diagnostic[] {
  const offset = node.range?.[0] ?? 0
  if (isScalar(node) && node.anchor === undefined) {
    const perdu = `#${node.comment?.split('\n')[0]}`
    const entry = entryOn(lineAt(source.text, offset))
    const remede = entry === null ? quote(`${node.value} ${perdu}`) : `${entry.key}: ${quote(entry.value)}`
    return [diagnose('yaml-diese', source.place(source.text.indexOf('#', offset)), { perdu, remede })]
  }
  const start = isAlias(node) ? offset : source.text.lastIndexOf('&', offset)
  return [
    reservedStart(start, source) ??
      diagnose('yaml-invalide', source.place(start), { cause: 'une ancre est de trop' }),
  ]
}

const keyOf = (key: unknown) => String(isScalar(key) ? key.value : key)

function offsetOf(root: unknown, path: Path, part: 'cle' | 'valeur'): number {
  let node = root
  let offset = startOf(root) ?? 0
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.findLast(item => keyOf(item.key) === String(step))
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

/** How far to go into the source for `within` characters of the value: none when it is folded or escaped. */
function inside(node: unknown, at: { text: string; offset: number; within: number }): number {
  if (!isScalar(node) || typeof node.value !== 'string') return 0
  const opening = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0
  const start = at.offset + opening
  const isLiteral = at.text.slice(start, start + node.value.length) === node.value
  return isLiteral ? opening + at.within : 0
}

function startOf(node: unknown): number | null {
  if (!(isScalar(node) || isMap(node) || isSeq(node) || isAlias(node))) return null
  return node.range?.[0] ?? null
}
