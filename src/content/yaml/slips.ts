import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { entryOn, type Line, lineAt, lineBelow, quote, type Source, withSpaces } from './source.ts'

/** Recognises one usual slip of someone who writes French in YAML near `offset`, where the parser stumbled; null when
 *  it is another. */
type Slip = (offset: number, source: Source) => Diagnostic | null

/** From the most certain to the least: the first that recognises a slip reports it alone. */
export const slips = [
  gluedKey,
  noBreakSpace,
  hashInList,
  unclosed,
  overIndented,
  reservedStart,
  earlyQuote,
  colonInValue,
  missingComma,
  colonInBraces,
  bareWord,
] as const satisfies readonly Slip[]

/** The parser may stumble on the line below the slip only. */
function lineAndAbove(text: string, offset: number): Line[] {
  const line = lineAt(text, offset)
  return line.offset > 0 ? [line, lineAt(text, line.offset - 1)] : [line]
}

/** `titre:Commande`: without a space this is no key. */
function gluedKey(offset: number, { text, place }: Source): Diagnostic | null {
  for (const candidate of lineAndAbove(text, offset)) {
    const match = /^(\s*(?:- +)?)([a-z_]+):([^\s/].*)$/.exec(candidate.text)
    if (match === null) continue
    const [, indent = '', cle = '', value = ''] = match
    return diagnose('yaml-espace', place(candidate.offset + indent.length), {
      cle,
      remede: `${cle}: ${value}`,
    })
  }
  return null
}

/** `titre:` and a no-break space: for YAML this is no key, for the author it looks like one. */
function noBreakSpace(offset: number, { text, place }: Source): Diagnostic | null {
  for (const candidate of lineAndAbove(text, offset)) {
    const match = /^\s*(?:-\s+)?[\w-]+(?=[\u00a0\u202f]*:[\u00a0\u202f])/.exec(candidate.text)
    if (match === null) continue
    const at = candidate.text.slice(match[0].length).search(/[\u00a0\u202f]/)
    const start = candidate.offset + match[0].length + at
    return diagnose('yaml-insecable', place(start), { remede: withSpaces(candidate) })
  }
  return null
}

/** `mots_cles: [#ess, c]`: from the hash on a comment, which takes the closing bracket too. The parser stumbles there, and again
 *  on each line below. */
function hashInList(offset: number, { text, place }: Source): Diagnostic | null {
  const upTo = lineAt(text, offset)
  const lists = /^[ \t]*(?:- +(?=[[{])|(?:- +)?[^\s:'"{[#][^:\n]*: +(?=[[{]))/gm
  const openings = [...text.slice(0, upTo.offset + upTo.text.length).matchAll(lists)]
  for (const opening of openings.slice(-2).reverse()) {
    const diagnostic = hashAfter(opening, { text, place })
    if (diagnostic !== null) return diagnostic
  }
  return null
}

function hashAfter(opening: RegExpExecArray, { text, place }: Source): Diagnostic | null {
  const start = opening.index + opening[0].length
  const line = lineAt(text, start)
  const list = line.text.slice(start - line.offset)
  const item = /(?<=[[{,:][ ]{0,9})(?![\s"'])[^,:[\]{}"'#]{0,99}(?<=[[{,:\s])#[^,[\]{}]{1,99}/g
  const [first] = list.matchAll(item)
  if (first === undefined || !/[\]}]/.test(list.slice(first.index))) return null
  const quoted = list.replace(item, unquoted => `${quote(unquoted)}${/\s*$/.exec(unquoted)?.[0]}`)
  const remede = `${opening[0].trim()} ${quoted}`
  return diagnose('yaml-caractere', place(start + first.index), { caractere: '#', remede })
}

/** `mots_cles: [un, deux`: one of the last two values before `offset` opens something and does not close it. The
 *  second to last, because the next quote of the file closes a quote left open, and only then does the parser stumble. */
function unclosed(offset: number, { text, place }: Source): Diagnostic | null {
  const openings = /^[ \t]*(?:- +)?[^\s:'"{[#][^:\n]*: +(?=["'[{])/gm
  const starts = [...text.slice(0, offset).matchAll(openings)].map(
    opening => opening.index + opening[0].length,
  )
  const open = starts.slice(-2).find((start, index, last) => {
    const opener = text.charAt(start)
    const line = lineAt(text, start)
    const rest = text.slice(start + 1, line.offset + line.text.length)
    if (opener === '"' || opener === "'") return !rest.includes(opener)
    const upTo = lineAt(text, offset)
    return (
      index === last.length - 1 &&
      !text.slice(start, upTo.offset + upTo.text.length).includes(closers[opener] ?? '')
    )
  })
  if (open === undefined) return null
  const ouverture = text.charAt(open)
  return diagnose('yaml-fermeture', place(open), { attendu: `« ${closers[ouverture]} »`, ouverture })
}

const closers: Record<string, string> = { '"': '"', "'": "'", '[': ']', '{': '}' }

/** A key that stands further right than the line above, which already has its value. */
function overIndented(offset: number, { text, place }: Source): Diagnostic | null {
  const line = lineAt(text, offset)
  const below = lineBelow(text, line)
  const indent = indentOf(line.text)
  if (below === null || indentOf(below.text) <= indent || !/^\s+[\w-]+:( |$)/.test(below.text)) return null
  return diagnose('yaml-retrait', place(below.offset + indentOf(below.text)), { colonne: indent + 1 })
}

const indentOf = (line: string) => line.length - line.trimStart().length

/** A value that opens with a character that YAML keeps for itself. */
export function reservedStart(offset: number, { text, place }: Source): Diagnostic | null {
  const line = lineAt(text, offset)
  const entry = entryOn(line)
  const isReserved = (character: string) => character !== '' && '*&!@%`]},|>?-'.includes(character)
  if (entry && isReserved(entry.value.charAt(0))) {
    const values = { caractere: entry.value.charAt(0), remede: `${entry.key}: ${quote(entry.value)}` }
    return diagnose('yaml-caractere', place(entry.offset), values)
  }
  const value = /^[^,\]}]*/.exec(line.text.slice(offset - line.offset))?.[0] ?? ''
  if (!isReserved(value.charAt(0))) return null
  return diagnose('yaml-caractere', place(offset), { caractere: value.charAt(0), remede: quote(value) })
}

/** `'L'ESS'`: the apostrophe closes the quotes. */
function earlyQuote(offset: number, { text, place }: Source): Diagnostic | null {
  const entry = entryOn(lineAt(text, offset))
  if (entry === null || !/^['"]/.test(entry.value)) return null
  return diagnose('yaml-guillemets', place(entry.offset), { remede: `${entry.key}: ${quote(entry.value)}` })
}

/** `titre: ESS : de quoi parle-t-on ?` */
function colonInValue(offset: number, { text, place }: Source): Diagnostic | null {
  const entry = entryOn(lineAt(text, offset))
  if (entry === null || !/^[^{["'].*: |^[^{["'].*:$/.test(entry.value)) return null
  return diagnose('yaml-deux-points', place(entry.offset), { remede: `${entry.key}: ${quote(entry.value)}` })
}

/** `{ annee: 2027 mois: 2027-01 }`: two keys that stand in braces somewhere in a kit. */
function missingComma(offset: number, { text, place }: Source): Diagnostic | null {
  const line = lineAt(text, offset)
  const match = inBraces.exec(line.text.slice(0, 1000))
  if (match === null || !line.text.includes('{')) return null
  const [whole, before = '', cle = ''] = match
  const start = line.offset + match.index + whole.length - cle.length - 1
  return diagnose('yaml-virgule', place(start), { cle, remede: `${before.trim()}, ${cle}:` })
}

const inBraces =
  /([a-z_]+: +[^,{}[\]:]*?) +(annee|mois|statut|numero|nom|sigle|site|url|version|ville|singulier|pluriel|forme|couleur|base|profil|fond_perdu|encrage_max|reperes|reliure|hebergeur|contact|depot_legal|credit|licence|logo|alt):(?= )/

/** `{ nom: ESS : Lyon }` */
function colonInBraces(offset: number, { text, place }: Source): Diagnostic | null {
  const line = lineAt(text, offset)
  // The pattern looks ahead from every word: a line that no one typed is not worth its time.
  if (line.text.length > 1000) return null
  const match = /([\w-]+): +([^,{}[\]"']*?: [^,{}[\]"']*?)\s*[,}]/.exec(line.text)
  if (match === null || !line.text.includes('{')) return null
  const [whole, key = '', value = ''] = match
  const start = line.offset + match.index + whole.indexOf(value, key.length)
  return diagnose('yaml-deux-points', place(start), { remede: `${key}: ${quote(value)}` })
}

/** A line that is neither a key nor the rest of a value. */
function bareWord(offset: number, { text, place }: Source): Diagnostic | null {
  const line = lineAt(text, offset)
  const word = line.text.trim()
  if (word === '' || /[:#[\]{}"']/.test(word)) return null
  const start = line.offset + indentOf(line.text)
  return diagnose('yaml-invalide', place(start), { cause: 'il manque « : » et une valeur' })
}
