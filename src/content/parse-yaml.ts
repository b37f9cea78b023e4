import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import { diagnose } from '../diagnostics/diagnostic.ts'
import { diagnoseYaml } from './diagnose-yaml.ts'

/** Keys and list positions, from the root. */
export type Path = readonly (string | number)[]

/** A YAML text, as values that know where they were written. */
export type Yaml = {
  value: unknown
  /** The place of what is at `path`, or of the nearest thing around it that was written: its value, or its key. */
  placeOf: (path: Path, part?: 'cle' | 'valeur') => Place
  /** False when the text could not be read whole: `value` is then a guess that is good for names only. */
  sound: boolean
  diagnostics: Diagnostic[]
}

/** Reads a YAML text (JSON is YAML too) whose first line is `firstLine` of `file`. Never throws on text. */
export function parseYaml(text: string, at: { file: string; firstLine: number }): Yaml {
  const counter = new LineCounter()
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    // An empty text has no line starts: everything in it is at its beginning.
    return { file: at.file, line: Math.max(line, 1) + at.firstLine - 1, column: Math.max(col, 1) }
  }
  const document = compose(text, counter)
  if (document === null) {
    const diagnostic = diagnose('yaml-invalide', place(0), { cause: "trop de niveaux l'un dans l'autre" })
    return { value: null, placeOf: () => place(0), sound: false, diagnostics: [diagnostic] }
  }
  const errors = document.errors.concat(document.warnings)
  const diagnostics = errors.map(error => diagnoseYaml(error, { text, document, place }))
  const anchors: Diagnostic[] = []
  const value = toValue(document.contents, node =>
    anchors.push(diagnoseYaml(node, { text, document, place })),
  )
  return {
    value,
    placeOf: (path, part = 'valeur') => place(offsetOf(document.contents, path, part)),
    sound: errors.every(error => error.code === 'DUPLICATE_KEY') && anchors.length === 0,
    diagnostics: dedupeByLine([...diagnostics, ...anchors]),
  }
}

/** One slip often upsets the parser twice on its line: the first word about it is the true one. */
function dedupeByLine(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lines = new Set<number>()
  return diagnostics.filter(({ place: { line } }) => !lines.has(line) && lines.add(line))
}

function compose(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, logLevel: 'silent' })
  } catch (error) {
    // The parser recurses: ten thousand « [ » exhaust the stack.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The plain value of a node. Anchors are reported, not followed: `*mot*` is what an author means as emphasis. */
function toValue(node: unknown, report: (alias: Node) => void): unknown {
  if (isMap(node)) {
    return Object.fromEntries(node.items.map(pair => [keyOf(pair.key), toValue(pair.value, report)]))
  }
  if (isSeq(node)) return node.items.map(item => toValue(item, report))
  if (isScalar(node)) return node.value
  if (isAlias(node)) report(node)
  return null
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

function startOf(node: unknown): number | null {
  if (!(isScalar(node) || isMap(node) || isSeq(node) || isAlias(node))) return null
  return node.range?.[0] ?? null
}
