import { diff3Merge } from 'node-diff3'
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { yamlOfSetting } from '../read-file.ts'
import { lineStarts } from './source.ts'

/** Names of keys; ranks, from 0, in lists and in maps whose names are an author's own. */
export type SettingPath = readonly (string | number)[]

export type SettingValue = string | number | boolean | null | readonly string[]

/** A file of settings as a form shows and changes it. */
export type SettingText = {
  /** The value at a path; undefined: there is none. */
  at(path: SettingPath): unknown
  /** The names and values of a map, or of a list, whose items have none. */
  rowsAt(path: SettingPath): { name: string; value: unknown }[]
  /** Tells what stands at a place. @param hasRows the map at a path has an author's own names */
  pathAt(place: { line: number; column: number }, hasRows: (path: SettingPath) => boolean): SettingPath
  /** The text with another value, or with another name of the row at `path`; undefined removes it. Comments, the order and all other
   *  lines stay. A rank past the last one adds a row. */
  with(path: SettingPath, value: SettingValue | undefined, part?: 'cle' | 'valeur'): string
}

/** Reads a file of settings. @returns null for one that can be read only in part */
export function openSetting(text: string, file: string): SettingText | null {
  const { sound, value } = yamlOfSetting(text, file)
  if (!sound || typeof value !== 'object') return null
  const { contents } = read(text)
  const nodeAt = (path: SettingPath) => path.reduce<unknown>(stepInto, contents)
  return {
    at: path => plain(nodeAt(path)),
    rowsAt(path) {
      const node = nodeAt(path)
      if (isSeq(node)) return node.items.map(item => ({ name: '', value: plain(item) }))
      return isMap(node) ? node.items.map(pair => ({ name: nameOf(pair), value: plain(pair.value) })) : []
    },
    pathAt({ line, column }, hasRows) {
      const end = (lineStarts(text)[line - 1] ?? 0) + column
      const path: (string | number)[] = []
      let node: unknown = contents
      while (isCollection(node)) {
        const rank = node.items.findLastIndex(item => (remarkable(item)?.range?.[0] ?? end) < end)
        const item = node.items[rank]
        if (item === undefined) break
        path.push(isMap(node) && !hasRows(path) ? nameOf(item as Pair) : rank)
        node = isMap(node) ? (item as Pair).value : item
      }
      return path
    },
    with(path, next, part = 'valeur') {
      const document = read(text)
      const style = styleOf(text)
      const before = document.toString(style)
      change(document, path, next, part)
      const after = document.toString(style)
      const lines = (source: string) => source.split('\n')
      // The library sets every line its own way: lines that it did not change stay as they were typed.
      const merged = diff3Merge(lines(tightened(after, text)), lines(tightened(before, text)), lines(text))
        .flatMap(({ ok, conflict }) => ok ?? (conflict ? asTyped(conflict) : []))
        .join('\n')
      const isSame = JSON.stringify(read(merged).toJS()) === JSON.stringify(document.toJS())
      return isSame && read(merged).errors.length === 0 ? merged : after
    },
  }
}

/** Takes the white out of lists and maps on one line, `[ a, b ]` → `[a, b]`, where the text is typed so. */
function tightened(source: string, text: string): string {
  const isTight = (sign: string) => new RegExp(`[:,[{-] \\${sign}[^\\s\\]}]`).test(text)
  const lists = isTight('[') ? source.replace(/(?<=[:,[{-] )\[ ([^[\]\n'#]*) \]/g, '[$1]') : source
  return isTight('{') ? lists.replace(/(?<=[:,[{-] )\{ ([^{}\n'#]*) \}/g, '{$1}') : lists
}

/** Lines of which some were changed: a, as they are now; o, as they were; b, as they were typed. */
const asTyped = ({ a, o, b }: Record<'a' | 'o' | 'b', string[]>): string[] =>
  o.length === b.length ? a.map(line => b[o.indexOf(line)] ?? line) : a

const read = (text: string) => parseDocument(text, { uniqueKeys: false, logLevel: 'silent' })

/** Lines as long as they come, indented as the first one is. */
const styleOf = (text: string) => ({
  lineWidth: 0,
  indent: /^( +)[^\s#-]/m.exec(text)?.[1]?.length ?? 2,
  indentSeq: !/:[ \t]*(?:#.*)?\n- /.test(text),
})

const plain = (node: unknown): unknown =>
  isCollection(node)
    ? node.toJSON()
    : isScalar(node)
      ? node.value
      : isAlias(node)
        ? `*${node.source}`
        : undefined

/** A no-break space before the colon is typography, and no part of the key. */
const nameOf = ({ key }: Pair) => String(isScalar(key) ? key.value : key).trim()

/** The node at which an item begins. */
const remarkable = (item: unknown) => {
  const node = isPair(item) ? item.key : item
  return isCollection(node) || isScalar(node) ? node : undefined
}

/** Of a key that is written twice, the last counts. */
const pairIn = (map: YAMLMap, step: string | number): Pair | undefined =>
  typeof step === 'number' ? map.items[step] : map.items.findLast(pair => nameOf(pair) === step)

const stepInto = (node: unknown, step: string | number): unknown =>
  isMap(node) ? pairIn(node, step)?.value : isSeq(node) ? node.items[Number(step)] : undefined

function change(
  document: Document,
  path: SettingPath,
  value: SettingValue | undefined,
  part: 'cle' | 'valeur',
): void {
  if (!isCollection(document.contents) || document.contents.items.length === 0) {
    const { commentBefore = null } = document.contents ?? {}
    document.contents = Object.assign(document.createNode({}), { commentBefore })
  }
  let holder = document.contents as YAMLMap | YAMLSeq
  for (const [depth, step] of path.slice(0, -1).entries()) {
    const inner = stepInto(holder, step)
    if (isMap(inner) || isSeq(inner)) holder = inner
    else {
      // A list's item, and a map beside maps on one line, is written on one line too.
      const made = document.createNode({}, { flow: depth > 0 || isSeq(holder) })
      put(document, holder, step, made)
      holder = made as YAMLMap
    }
  }
  const step = path.at(-1) ?? ''
  const pair = isMap(holder) ? pairIn(holder, step) : undefined
  if (value === undefined) {
    const rank = pair && isMap(holder) ? holder.items.indexOf(pair) : Number(step)
    const [gone] = holder.items.splice(rank, 1).map(remarkable)
    const next = remarkable(holder.items[rank])
    // What was remarked above it may be about all that follows.
    if (gone?.commentBefore && next)
      next.commentBefore = [gone.commentBefore, next.commentBefore].filter(Boolean).join('\n')
    else if (gone?.commentBefore) holder.commentBefore = gone.commentBefore
  } else if (part === 'cle' && pair) pair.key = withValue(document, pair.key, value)
  else if (part === 'cle') put(document, holder, String(value), null)
  else put(document, holder, step, withValue(document, stepInto(holder, step), value))
}

function put(document: Document, holder: YAMLMap | YAMLSeq, step: string | number, node: unknown): void {
  if (isSeq(holder)) holder.items[Number(step)] = node
  else {
    const pair = pairIn(holder, step)
    if (pair) pair.value = node
    else
      holder.items.push(document.createPair(typeof step === 'number' ? '' : step, node) as Pair<never, never>)
  }
}

/** The node of another value: what was remarked beside the former one stays. */
function withValue(document: Document, node: unknown, value: SettingValue): unknown {
  if (isScalar(node) && !Array.isArray(value) && node.value !== '') {
    node.value = value
    return node
  }
  const { comment = null, commentBefore = null } = isScalar(node) || isCollection(node) ? node : {}
  return Object.assign(document.createNode(value, { flow: true }), { comment, commentBefore })
}
