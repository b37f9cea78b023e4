import { decodeText, memoryFolder, type Readings, readKitFolder } from '../../../src/kit/index.ts'
import { type Code, type Problem, typed } from '../../../src/problems/index.ts'
import { departements, slugify } from '../../../src/text/index.ts'
import type { Remedy } from './remedy.ts'

/** Limits the number of trials: each one is a check of the kit. */
const MOST = 24

/** Finds texts that mend problems of `file`: with one its problem is gone, and no other has come. `goesOn` is asked before each trial. */
export async function remediesOf(
  file: string,
  files: ReadonlyMap<string, Uint8Array>,
  problems: readonly Problem[],
  { readings, goesOn }: { readings: Readings; goesOn(): Promise<boolean> },
): Promise<Remedy[]> {
  const bytes = files.get(file)
  const text = bytes && decodeText(bytes, file).text
  if (!text) return []
  const lines = text.split('\n')
  const candidates = problems
    .filter(({ place }) => place.file === file)
    .flatMap(problem => candidateOf(problem, lines) ?? [])
  // The other files are as they were read; a trial is not kept.
  const others: Readings = {
    of: (path, bytes, read) => (path === file ? read() : readings.of(path, bytes, read)),
  }
  const remedies: Remedy[] = []
  for (const remedy of candidates.slice(0, MOST)) {
    if (!(await goesOn())) break
    const trial = new Map(files).set(file, new TextEncoder().encode(withRemedy(lines, remedy)))
    const { problems: remaining } = await readKitFolder(memoryFolder(trial), others)
    // A head that is read again may show what could not be seen before.
    const isRead =
      remedy.code.startsWith('yaml-') &&
      !remaining.some(({ code, place }) => code === remedy.code && place.line === remedy.line)
    if (isRead || remaining.length < problems.length) remedies.push(remedy)
  }
  return remedies
}

/** Reads the text to replace (« X ») and the new text: « Écrire : Y. », « Écrire Y. » of one word or a block's line. */
function candidateOf(problem: Problem, lines: readonly string[]): Remedy | null {
  const { code, place, message, hint } = problem
  const exact = exactTexts[code]?.(problem, lines[place.line - 1] ?? '')
  if (exact) return { code, line: place.line, at: place.column, ...exact }
  const quoted = /«[ \u00a0\u202f]?(.+?)[ \u00a0\u202f]?»/.exec(message)?.[1]
  const match =
    /^Écrire(?: : (?:«[ \u00a0\u202f]?(.+?)[ \u00a0\u202f]?»|([^«»]+?))| ([^\s«»]+?|::: [^«»]+?))\.?$/.exec(
      hint,
    )
  const text = match?.[1] ?? match?.[2] ?? match?.[3]
  const line = lines[place.line - 1] ?? ''
  const item = /^Écrire : (- .+)$/.exec(hint)?.[1]
  if (!quoted && item) return itemOf({ code, place }, line, item)
  if (!quoted || !text || /,| ou /.test(text.replace(quoted, ''))) return null
  // The place may be that of the line or of the block's opening: the words are looked for from there.
  const at = typed(line).indexOf(typed(quoted), place.column - 1)
  if (at === -1) return null
  const [start, end] = extentOf(line, { at, length: quoted.length }, text)
  return { code, line: place.line, at: place.column, column: start + 1, length: end - start, text }
}

type Exact = (problem: Problem, line: string) => Pick<Remedy, 'column' | 'length' | 'text'> | null

/** The whole line, as the hint writes it. */
const wholeLine: Exact = ({ hint }, line) => ({
  column: line.search(/\S/) + 1,
  length: line.trim().length,
  text: hint.replace(/^Écrire : | \(un commentaire .*$/g, ''),
})

/** Signs at the place of a problem, written anew as the hint says. */
const retyped =
  (signs: RegExp): Exact =>
  ({ place: { column }, hint }, line) => {
    const [text = ''] = signs.exec(line.slice(column - 1)) ?? []
    return { column, length: text.length, text: hint.replace(/^(?:Retaper|Écrire) : |\.$/g, '') }
  }

/** Texts that mend problems of which the message does not quote what is to be replaced, or the hint says more. */
const exactTexts: Partial<Record<Code, Exact>> = {
  'yaml-deux-points': wholeLine,
  'yaml-guillemets': wholeLine,
  'yaml-diese': wholeLine,
  'lettres-liees': retyped(/^./),
  'accent-separe': retyped(/^.\p{M}+/u),
  'renvoi-inconnu': (problem, line) =>
    /^Écrire : \[\[/.test(problem.hint) ? retyped(/^\[\[.*?\]\]/)(problem, line) : null,
  'caractere-invisible': ({ place: { column } }) => ({ column, length: 1, text: '' }),
  'departement-inconnu'({ message }, line) {
    const [, name = ''] = /« (.*?) »/.exec(message) ?? []
    const [code] = [...departements].find(([, other]) => slugify(other) === slugify(name)) ?? []
    return code === undefined ? null : { column: line.indexOf(name) + 1, length: name.length, text: code }
  },
}

/** An item as it is to be written, in place of the whole line; null where the text is a model, or says what other lines say. */
function itemOf({ code, place }: Pick<Problem, 'code' | 'place'>, line: string, text: string): Remedy | null {
  const lineText = line.trim()
  const digits = (words: string) => words.replace(/\D/g, '')
  const isSame =
    digits(lineText) === digits(text) && text.endsWith(lineText.slice(lineText.lastIndexOf(' ') + 1))
  if (!isSame) return null
  const column = line.indexOf(lineText) + 1
  return { code, line: place.line, at: place.column, column, length: lineText.length, text }
}

/** Finds the part of a line that a text replaces: the quoted words, and the words around them that the text repeats (`- un achat` for `•`). */
function extentOf(
  line: string,
  { at, length }: { at: number; length: number },
  text: string,
): [number, number] {
  const [before, after] = [line.slice(0, at).trim(), line.slice(at + length).trim()]
  const again = (words: string) => words !== '' && (text.length > words.length || text.startsWith('#'))
  const start = again(before) && text.startsWith(before) ? line.indexOf(before) : at
  return [start, again(after) && text.endsWith(after) ? line.length : at + length]
}

function withRemedy(lines: readonly string[], { line, column, length, text }: Remedy): string {
  return lines
    .map((old, index) =>
      index === line - 1 ? old.slice(0, column - 1) + text + old.slice(column - 1 + length) : old,
    )
    .join('\n')
}
