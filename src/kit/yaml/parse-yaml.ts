import { isScalar, parseDocument } from 'yaml'
import { diagnose, type Place, type Problem } from '../../problems/index.ts'
import { offsetOf, type Path, readValues, stepInto } from './read-values.ts'
import { diagnoseYaml, indexLines, type YamlSource } from './source.ts'

/** No file of a kit nests further than this by far. */
const DEEPEST = 50

/** Finds the place where `text` nests deeper than any kit does, or null. The YAML parser recurses until the stack ends,
 *  which may end the whole process, so it must not get such a text. */
function tooDeepAt(text: string): number | null {
  const indented = /^[ \t]{200}|(?:[-?][ \t]+){50}/m.exec(text)
  const offsets = [indented?.index ?? null, bracketsFrom(text), colonsFrom(text)].filter(
    offset => offset !== null,
  )
  return offsets.length === 0 ? null : Math.min(...offsets)
}

function bracketsFrom(text: string): number | null {
  let depth = 0
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > DEEPEST) return index
  }
  return null
}

/** `a: b: c: …` nests to the right; `a: b, c: d` does not. */
function colonsFrom(text: string): number | null {
  for (const { 0: pair, index } of text.matchAll(/[^\n{}[\],]+/g)) {
    if (pair.split(/:(?=[ \t])/, DEEPEST + 2).length > DEEPEST) return index
  }
  return null
}

export type { Path } from './read-values.ts'

/** A YAML text, as values that know where they were written. */
export type Yaml = {
  value: unknown
  /** Gives the place of the value or key at `path`, or of the nearest one written around it. A value written in the source
   *  as it is read can be entered `within` characters deep. */
  placeOf: (path: Path, part?: 'cle' | 'valeur', within?: number) => Place
  /** A value as its author typed it: `4.0`, which is the number 4. */
  writtenAt: (path: Path) => string
  /** False when the text could not be read whole: `value` is then a guess that is good for names only. */
  sound: boolean
  problems: Problem[]
}

/** Beyond so many problems a text is no YAML, and more of them help nobody. */
const most = 200

/** Reads a YAML text (JSON is YAML too) whose first line is `firstLine` of `file`. Never throws on text. */
export function parseYaml(text: string, at: { file: string; firstLine: number }): Yaml {
  const lineOf = indexLines(text)
  const place = (offset: number): Place => {
    const { line, column } = lineOf(Math.min(offset, text.length))
    return { file: at.file, line: line + at.firstLine - 1, column }
  }
  const deep = tooDeepAt(text)
  if (deep !== null) {
    const problem = diagnose('yaml-invalide', place(deep), { cause: "trop de niveaux l'un dans l'autre" })
    return {
      value: null,
      placeOf: () => place(0),
      writtenAt: () => '',
      sound: false,
      problems: [problem],
    }
  }
  const options = { prettyErrors: false, stringKeys: true, uniqueKeys: false, logLevel: 'error' } as const
  const document = parseDocument(text, options)
  const source: YamlSource = { text, place }
  const errors = [...document.errors, ...document.warnings]
  const read = readValues(document.contents, source)
  return {
    value: read.value,
    placeOf(path, part = 'valeur', within = 0) {
      const offset = offsetOf(document.contents, path, part)
      return place(within === 0 ? offset : offset + stepInto(document.getIn(path, true), text, within))
    },
    writtenAt(path) {
      const node = document.getIn(path, true)
      const [start = 0, end = 0] = isScalar(node) ? (node.range ?? []) : []
      return text.slice(start, end)
    },
    // A key written twice can still be judged by the rest of its file.
    sound:
      errors.length === 0 &&
      read.problems.every(({ code, severity }) => code === 'cle-double' || severity !== 'erreur'),
    problems: firstOfEachLine([
      ...errors.slice(0, most).map(error => diagnoseYaml(error, source)),
      ...read.problems.slice(0, most),
    ]),
  }
}

/** One slip often upsets the parser twice on its line: the first word about it is the true one. */
function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  const lines = new Set<number>()
  return problems.filter(({ place: { line } }) => !lines.has(line) && lines.add(line))
}
