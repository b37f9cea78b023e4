import { DomUtils, parseDocument } from 'htmlparser2'
import { openLists } from './open-lists.ts'

/** A piece of text that every edition must hold in one run: a paragraph, a list item, a heading, a row of a table. */
export type Unit = {
  text: string
  /** Line of the file, from 1. */
  line: number
  /** Pieces of one flow follow each other in every edition; two flows may stand in any order (text and margin). */
  flow: string
  /** A row of the table of a chart, or a name of a wheel that nothing explains: an edition may write it in the drawing. */
  drawn?: true
  /** Said elsewhere in the edition too: it need not stand here. */
  optional?: true
}

/** A block that the source opens: `::: nom …`. */
export type Opened = {
  nom: string
  titled: boolean
  /** Départements that an example names; none, and it is abroad where its parentheses hold something else. */
  codes: string[]
  isAbroad: boolean
  line: number
}

export type SourceText = {
  units: Unit[]
  blocks: Opened[]
  /** `###` headings without a drawing of their own: an edition may number them. */
  headings: number
  /** Numbers that the items of ordered lists bear, counted as readers see them: an edition may write them. */
  numbers: number[]
}

/** Cuts an author's Markdown into what it says. Made without the press's own parser, so that it can contradict it.
 *  @param line line of the file where `markdown` begins
 *  @param nameOf what a cross-reference to a slug reads */
export function readSource(markdown: string, line: number, nameOf: (slug: string) => string): SourceText {
  const source: SourceText = { units: [], blocks: [], headings: 0, numbers: [] }
  let flow = 'texte'
  let piece: { lines: string[]; line: number; flow: string } | null = null
  const lists = openLists()

  const add = (text: string, at: number, inFlow = flow) => {
    const plain = plainText(text, nameOf)
    if (/[\p{L}\p{N}]/u.test(plain)) source.units.push({ text: plain.trim(), line: at, flow: inFlow })
  }
  const end = () => {
    if (piece) {
      const text = piece.lines.join(' ')
      add(text, piece.line, piece.flow)
      const unit = source.units.at(-1)
      const isName = source.blocks.at(-1)?.nom === 'domaines' && nameAlone.test(text)
      if (unit?.line === piece.line && piece.flow !== 'texte' && isName) unit.drawn = true
    }
    piece = null
  }
  const begin = (text: string, at: number, inFlow = flow) => {
    end()
    piece = { lines: [text], line: at, flow: inFlow }
  }

  for (const [index, written] of markdown.split(/\r\n?|\n/).entries()) {
    const at = line + index
    const text = written.replace(/^[ \t>]+/, '').trimEnd()
    const number = lists.numberAt(written, piece !== null)
    if (number !== null) source.numbers.push(number)
    const opening = /^:::+[ \t]*([\w-]+)[ \t]*(.*)$/.exec(text)
    if (opening) {
      end()
      const [, nom = '', rest = ''] = opening
      flow = `bloc ${source.blocks.length}`
      const titles = titlesOf(nom, rest)
      const where = (titles[2] ?? '').split(/[/,]| et /).map(code => code.trim().toUpperCase())
      const codes = where.filter(code => /\d/.test(code))
      const isAbroad = codes.length === 0 && where.some(country => country !== '')
      source.blocks.push({ nom, titled: titles.length > 0, codes, isAbroad, line: at })
      // Title, place and code stand in an order of the edition's own.
      for (const [part, title] of titles.entries()) add(title, at, `${flow} ${part}`)
    } else if (/^:::+$/.test(text)) {
      end()
      flow = 'texte'
    } else if (text === '' || /^([-*_])(?:\s*\1){2,}$/.test(text) || /^\|?[\s:|-]+\|[\s:|-]*$/.test(text))
      end()
    else if (/^#{1,6}\s/.test(text)) {
      end()
      if (/^###\s/.test(text)) source.headings++
      add(text.replace(/^#+\s+/, ''), at)
    } else if (text.startsWith('|')) {
      end()
      add(text, at)
      const row = source.units.at(-1)
      if (row?.line === at && flow !== 'texte' && source.blocks.at(-1)?.nom === 'graphique') row.drawn = true
    } else if (/^([-*+]|\d+[.)])\s+/.test(text)) begin(text.replace(/^(?:[-*+]|\d+[.)])\s+/, ''), at)
    // The author of words, who may be named before them, and a source are paragraphs of their own without a blank line.
    else if (/^(?:—|–|--)\s*\S/.test(text)) begin(text, at, flow === 'texte' ? flow : `${flow} auteur`)
    else if (flow !== 'texte' && /^sources?\s*:/i.test(text)) begin(text, at)
    else if (piece) (piece as { lines: string[] }).lines.push(text)
    else begin(text, at)
  }
  end()
  return source
}

const nameAlone = /^(?:\*\*|__)[^*_]+(?:\*\*|__)\s*(?:\{[^{}]*\})?$/

function titlesOf(nom: string, rest: string): string[] {
  const text = rest.replace(/\{[^{}]*\}\s*$/, '').trim()
  switch (nom) {
    case 'graphique':
    case 'schema':
      return [text.replace(/^\S+\s*/, '')].filter(Boolean)
    case 'exemple': {
      const cut = text.lastIndexOf('·')
      if (cut < 0) return [text]
      const place = text.slice(cut + 1).trim()
      const codes = /\(([^()]*)\)\s*$/.exec(place)
      return [text.slice(0, cut), codes ? place.slice(0, codes.index) : place, codes?.[1] ?? ''].filter(
        part => part.trim() !== '',
      )
    }
    default:
      return text === '' ? [] : [text]
  }
}

/** What a line of Markdown says: markers, attributes and addresses taken out. Code, and what stands after a backslash, say every sign
 *  that they hold. */
export function plainText(markdown: string, nameOf: (slug: string) => string): string {
  const literals: string[] = []
  const keep = (text: string) => `\uE000${literals.push(text) - 1}\uE001`
  return (
    markdown
      .replace(/(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)/g, (_, _ticks: string, code: string) => keep(code))
      .replace(/\\([^\p{L}\p{N}\s])/gu, (_, sign: string) => keep(sign))
      .replace(/\[\[([^\]\n]*)\]\]/g, (_, slug: string) => nameOf(slug.trim()))
      .replace(/!\[[^\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/g, '')
      // The stars of its words have no others outside.
      .replace(/\[([^\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/g, (_, words: string) =>
        withoutStars(words),
      )
      .replace(/<((?:https?:|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>/g, '$1')
      .replace(/\{(?:#|\.|picto=)[^{}\n]*\}/g, '')
      .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/gi, entity =>
        DomUtils.textContent(parseDocument(entity)),
      )
      .split(/(?=\|)/)
      .map(withoutStars)
      .join('')
      .replaceAll('`', '')
      .replace(/\uE000(\d+)\uE001/g, (_, at: string) => literals[Number(at)] ?? '')
  )
}

/** The text of a cell or a paragraph, without the stars that pair. Those that do not are printed, and part words. CommonMark 0.31.2 §6.2, of
 *  runs of one length. */
function withoutStars(written: string): string {
  const runs = [...written.matchAll(/\*+/g)]
  const printed = new Set(runs)
  const open: RegExpExecArray[] = []
  for (const run of runs) {
    const before = written[run.index - 1] ?? ' '
    const after = written[run.index + run[0].length] ?? ' '
    const at = flanks(before, after) ? open.findLastIndex(([stars]) => stars === run[0]) : -1
    const opening = open[at]
    if (opening) {
      printed.delete(opening)
      printed.delete(run)
      open.length = at
    } else if (flanks(after, before)) open.push(run)
  }
  return runs.reduceRight(
    (text, run) =>
      text.slice(0, run.index) + (printed.has(run) ? ' ' : '') + text.slice(run.index + run[0].length),
    written,
  )
}

/** Whether stars between an outer sign and an inner one, which they would set, can stand there. */
const flanks = (inner: string, outer: string): boolean =>
  /\S/.test(inner) && (!/[\p{P}\p{S}]/u.test(inner) || /[\s\p{P}\p{S}]/u.test(outer))
