import { isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { startOf } from './offset-of.ts'
import { reservedStart } from './slips.ts'
import { entryOn, lineAt, quote, type Source, withSpaces } from './source.ts'

/** The plain value of a node, and what in it says something else than its author meant: keys written twice, anchors,
 *  comments that cut a value. Anchors are not followed: `*mot*` is what an author means as emphasis. */
export function readValues(root: unknown, source: Source): { value: unknown; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []

  function read(node: unknown): unknown {
    if (isMap(node)) {
      for (const { key } of node.items) diagnostics.push(...insecables(key, keyed, source))
      diagnostics.push(...doubles(node, source))
      return Object.fromEntries(node.items.map(pair => [keyOf(pair.key), read(pair.value)]))
    }
    if (isSeq(node)) return node.items.map(read)
    if (isAlias(node)) diagnostics.push(anchor(startOf(node) ?? 0, source))
    if (!isScalar(node)) return null
    if (node.anchor !== undefined) {
      diagnostics.push(anchor(source.text.lastIndexOf('&', startOf(node) ?? 0), source))
    } else if (isCutByHash(node, source)) diagnostics.push(cut(node, source))
    else
      diagnostics.push(
        ...insecables(node, node === root ? keyed : valued, source),
        ...swallowed(node, source),
      )
    return typeof node.value === 'string' ? trimmed(node.value) : node.value
  }

  return { value: read(root), diagnostics }
}

/** Spaces that quotes keep at the ends of a value are no part of it: an edition that drops them would say something else than
 *  one that keeps them. What is blank stays as it is, to be reported. */
const trimmed = (value: string) => value.trim() || value

// Where YAML wants a space of its own; within a value a no-break space is typography. What stands alone was to be a key.
const keyed = /^(?=[\u00a0\u202f])|(?=[\u00a0\u202f]$)|(?<=:)(?=[\u00a0\u202f])/
const valued = /^-?(?=[\u00a0\u202f])|(?=[\u00a0\u202f]$)/

/** A no-break space that belongs, for YAML, to the word beside it: `famille :` is another key than `famille:`. */
function insecables(node: unknown, pattern: RegExp, { text, place }: Source): Diagnostic[] {
  if (!isScalar(node) || node.type !== 'PLAIN') return []
  const [start, end] = node.range ?? [0, 0]
  const match = pattern.exec(text.slice(start, end))
  if (match === null) return []
  const offset = start + match.index + match[0].length
  return [diagnose('yaml-insecable', place(offset), { remede: withSpaces(lineAt(text, offset)) })]
}

/** An item further right than the one above: for YAML, more words of that one. */
function swallowed(node: Scalar, { text, place }: Source): Diagnostic[] {
  if (node.type !== 'PLAIN') return []
  const [start, end] = node.range ?? [0, 0]
  const match = /\n[ ]*(?=- )/.exec(text.slice(start, end))
  if (match === null) return []
  const cause = 'ce tiret est plus à droite que celui du dessus, dont il ne fait que continuer le texte'
  return [diagnose('yaml-invalide', place(start + match.index + match[0].length), { cause })]
}

/** The parser's own check compares every key with every other. */
function doubles({ items }: YAMLMap, { place }: Source): Diagnostic[] {
  const firsts = new Map<string, number>()
  return items.flatMap(({ key }) => {
    const chemin = keyOf(key)
    const offset = startOf(key) ?? 0
    const first = firsts.get(chemin)
    if (first !== undefined)
      return [diagnose('cle-double', place(offset), { chemin, autre: place(first).line })]
    firsts.set(chemin, offset)
    return []
  })
}

const anchor = (offset: number, source: Source): Diagnostic =>
  reservedStart(offset, source) ??
  diagnose('yaml-invalide', source.place(offset), { cause: 'une ancre est de trop' })

/** What people read: a hash in it is one of its words. */
const prose = new Set(['titre', 'titre_court', 'sous_titre', 'resume'])

/** `Fiche #8`, `Fiche # 8`: for YAML, a comment; for the author, a number. Comments proper have a space and words after the hash. */
const isCutByHash = (node: Scalar, { text }: Source) =>
  node.type === 'PLAIN' &&
  typeof node.comment === 'string' &&
  (/^[^\s#]/.test(node.comment) ||
    (typeof node.value === 'string' &&
      (/^[ \u00a0\u202f]\d/.test(node.comment) ||
        prose.has(entryOn(lineAt(text, startOf(node) ?? 0))?.key ?? ''))))

function cut(node: Scalar, { text, place }: Source): Diagnostic {
  const offset = startOf(node) ?? 0
  const perdu = `#${node.comment?.split('\n')[0]}`
  const entry = entryOn(lineAt(text, offset))
  const remede =
    entry === null ? quote(`${node.value ?? ''} ${perdu}`) : `${entry.key}: ${quote(entry.value)}`
  return diagnose('yaml-diese', place(text.indexOf('#', offset)), { perdu, remede })
}

const keyOf = (key: unknown) => String(isScalar(key) ? key.value : key)
