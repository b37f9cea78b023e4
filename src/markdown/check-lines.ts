import type { Token } from 'markdown-it'
import type { Code } from '../diagnostics/catalogue/index.ts'
import type { Report } from './block.ts'
import { bulletAhead } from './bullets.ts'
import { reportSome } from './report-some.ts'
import { nearFenceOf } from './rules/near-fence.ts'

const titre = /^(#{7,60})[ \t]*(?=[^\s#])|^(#{2,6})(?=[\p{L}\d«"*])|^(#{1,6})[\u00a0\u202f]\s*(?=\S)/u
const liste = /^[-*+][\u00a0\u202f]\s*(?=\S)/
const collee = /^-(?=\p{L}[\p{L}'’]+\s)/u

/** The bullets of word processors in letters and signs that a sentence may hold too. `§ 2` is a reference, `1° C` a temperature. */
const marque =
  /^(o|§(?!\s*\d)|[–—]|[a-z][).]|[ivx]{2,5}[).]|[IVX]{1,4}[).]|\d{1,2}(?:\/|°(?!\s*[CF]\b)))[\t \u00a0\u202f]+(?=\S)/

/** Those of which one alone may be right, an initial, a note or a number: two lines of them are a list. */
const paire =
  /^(\d{1,2}\.(?=\p{Lu}\p{Ll})|\d{1,2}[-–](?=[\t \u00a0]+\p{L})|\(\d{1,2}\)|\d{1,2}\.\d{1,2}\.?(?=[\t \u00a0]+\p{Lu})|[A-Z][).](?=[\t \u00a0])|[»−\u2010\u2011](?=[\s\u00a0])|[=-]>)[\s\u00a0\u202f]*(?=\S)/u

/** What opens a title or an item, and stands too far to the right to be one. */
const retrait = /^(?:#{1,6}|[-*+]|\d{1,2}[.)])[ \t]+(?=\S)/

/** Those that begin a sentence too: one line alone is none of a list. */
const doubtful = /^(?:[–—]|[a-zIVX]+\.)$/

/** A paragraph without any of these has no such line. */
const maybe =
  /^[ \t]*(?:##|::|[#*+-]\s|-\p{L}|[^\p{L}\p{N}\s]|o\s|[A-Za-z][).]|[IVXivx]+[).]|\d{1,2}(?:[/°\s.)–-]|\ufe0f|\u20e3))/mu

/** Lines of a paragraph that were to be a title, to open or close a block or to go on with a list, and nearly do. */
export function checkLines(tokens: readonly Token[], tell: Report): void {
  for (const [index, inline] of tokens.entries()) {
    if (tokens[index - 1]?.type !== 'paragraph_open' || !maybe.test(inline.content)) continue
    // Within code, a line begins as it likes.
    const heads = new Set(
      inline.children?.flatMap(({ type, content }) => (type === 'text' ? [content.slice(0, 2)] : [])),
    )
    const report = reportSome(tell)
    let start = 0
    let before = ''
    const lines = inline.content.split('\n')
    for (const [row, source] of lines.entries()) {
      const line = source.replace(/^[ \t]+/, '')
      const after = lines[row + 1] ?? ''
      const problem = heads.has(line.slice(0, 2))
        ? (problemOf(line) ??
          pushedOf(line, source, inline.level > 2) ??
          pairOf(line, { before, after }) ??
          numberOf(line, { before, after }) ??
          markOf(line, { before, after }))
        : null
      if (problem) report(problem.code, inline, start + source.length - line.length, problem.values)
      start += source.length + 1
      before = source.trimEnd()
    }
  }
}

type Problem = { code: Code; values: Record<string, string> }

function problemOf(line: string): Problem | null {
  const heading = titre.exec(line)
  if (heading) {
    const [signes, many, glued = '', spaced = ''] = heading
    const level = many ? '##' : (glued || spaced).replace(/^#$/, '##')
    const written = `${level} ${line.slice(signes.length)}`
    const [cause, remede] = many
      ? ['il y en a plus de six', `Écrire : ${written}`]
      : glued
        ? ['il manque une espace après', `Écrire : ${written}`]
        : insecable(written)
    return { code: 'titre-mal-ecrit', values: { signes: signes.trim(), cause, remede } }
  }
  if (nearFenceOf(line) !== null)
    return {
      code: 'bloc-mal-ouvert',
      values: {
        cause:
          line.startsWith('::') && !/^[: ]*: :/.test(line) ? 'un bloc en a trois' : 'les trois se touchent',
        propose: `::: ${line.replace(/^[:\s]+/, '')}`.trim(),
      },
    }
  const pasted = bulletAhead.exec(line)
  if (pasted)
    return {
      code: 'liste-mal-ecrite',
      values: {
        cause: `« ${pasted[0]} » est une puce de traitement de texte`,
        remede: `Écrire : - ${line.slice(pasted[0].length).trim()}`,
      },
    }
  if (collee.test(line))
    return {
      code: 'liste-mal-ecrite',
      values: { cause: 'il manque une espace après le tiret', remede: `Écrire : - ${line.slice(1)}` },
    }
  const item = liste.exec(line)
  if (!item) return null
  const [cause, remede] = insecable(`${line.charAt(0)} ${line.slice(item[0].length)}`)
  return { code: 'liste-mal-ecrite', values: { cause, remede } }
}

/** A mark that a word processor numbers or dashes its items with. After words that go on, it belongs to their sentence. */
function markOf(line: string, { before, after }: { before: string; after: string }): Problem | null {
  const pasted = marque.exec(line)
  if (!pasted) return null
  const [, signe = ''] = pasted
  const beside = [before, after].some(other => {
    const mark = marque.exec(other.trim())?.[1]
    if (mark === undefined) return false
    return sortOf(mark) === sortOf(signe) || ![mark, signe].some(one => doubtful.test(one))
  })
  // A dash alone begins what someone says, or opens what another closes; an initial begins a name.
  if (!beside && (doubtful.test(signe) ? !/[:;]$/.test(before) : !/^$|[.:;]$/.test(before))) return null
  return marked(signe, line.slice(pasted[0].length))
}

function pairOf(line: string, { before, after }: { before: string; after: string }): Problem | null {
  const pasted = paire.exec(line)
  if (!pasted) return null
  const [whole, signe = ''] = pasted
  const isPair = [before, after].some(other => {
    const mark = paire.exec(other.trim())?.[1] ?? ''
    // Two initials in alphabetical order are rare.
    const apart = Math.abs(mark.charCodeAt(0) - signe.charCodeAt(0))
    return sortOf(mark) === sortOf(signe) && (apart === 1 || !/^[A-Z]/.test(signe))
  })
  return isPair ? marked(signe, line.slice(whole.length)) : null
}

function marked(signe: string, words: string): Problem {
  const [, numero] = /^\(?(\d+)(?!\.\d)/.exec(signe) ?? []
  return {
    code: 'liste-mal-ecrite',
    values: {
      cause: `« ${signe} » est une marque de traitement de texte`,
      remede: `Écrire : ${numero ? `${Number(numero)}.` : '-'} ${words}`,
    },
  }
}

/** A title or an item that too many spaces make the rest of a paragraph. @param listed whether it follows an item */
function pushedOf(line: string, source: string, listed: boolean): Problem | null {
  const [lead = ''] = retrait.exec(line) ?? []
  // A number may begin a line of a sentence.
  if (lead === '' || (/^\d/.test(lead) && /^ {0,3}\S/.test(source))) return null
  const cause = "trop d'espaces la précèdent"
  if (lead.startsWith('#')) {
    const titre = `${lead.trim().replace(/^#$/, '##')} ${line.slice(lead.length)}`
    return {
      code: 'titre-mal-ecrit',
      values: { signes: lead.trim(), cause, remede: `Écrire, sans espace devant : ${titre}` },
    }
  }
  const devant = listed ? 'deux espaces devant' : 'sans espace devant'
  return { code: 'liste-mal-ecrite', values: { cause, remede: `Écrire, ${devant} : ${line}` } }
}

/** A number that a word processor set before each line: those of its neighbours come just before or after it. */
function numberOf(line: string, { before, after }: { before: string; after: string }): Problem | null {
  const pasted = numbered.exec(line)
  if (!pasted) return null
  const number = Number(pasted[1])
  const isRun = [before, after].some(
    other => Math.abs(Number(numbered.exec(other.trim())?.[1]) - number) === 1,
  )
  if (!isRun) return null
  const words = line.slice(pasted[0].length)
  const cause = `« ${pasted[0].trim()} » est un numéro de traitement de texte`
  return { code: 'liste-mal-ecrite', values: { cause, remede: `Écrire : ${number}. ${words}` } }
}

const numbered = /^(\d{1,2})(?:\ufe0f?\u20e3)?[\t \u00a0\u202f]+(?=\p{Lu})/u

/** Marks of one list: its dashes, its letters, its numbers. */
const sortOf = (signe: string): string =>
  signe
    .replace(/^[a-z]+(?=[).])/, 'a')
    .replace(/^[A-Z]+(?=[).])/, 'A')
    .replace(/\d+/g, '1')

/** A remedy that looks the same on the screen says how it is typed. */
const insecable = (written: string): [cause: string, remede: string] => [
  "l'espace qui suit est insécable",
  `La retaper avec la barre d'espace seule : ${written}`,
]
