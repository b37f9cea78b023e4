import type { Token } from 'markdown-it'
import {
  childrenOf,
  figuresOf,
  findingsOf,
  maskMarkup,
  matchesOf,
  motLong,
  plainText,
  type Report,
  tablesOf,
  trapsIn,
  typographyRules,
} from '../../text/index.ts'
import { unescapeAll } from './markdown.ts'
import { printedSigns } from './printed-signs.ts'
import { provisionalAt, type Scope, type Slip, slips } from './slips.ts'

/** The slips by scope, with patterns that say where their groups stand. */
const slipsOf = (scope: Scope): Slip[] =>
  [...slips, ...printedSigns]
    .filter(slip => slip.scope === scope)
    .map(slip => ({ ...slip, pattern: new RegExp(slip.pattern, `${slip.pattern.flags}d`) }))

const byScope = {
  texte: slipsOf('texte'),
  reste: slipsOf('reste'),
  ligne: slipsOf('ligne'),
} as const satisfies Record<Scope, Slip[]>

/** Beyond so many of them a paragraph is something else, and more of them help nobody. */
const MOST = 200

/** Tells of every slip of a body: of its signs, and of its typography. */
export function checkSlips(tokens: readonly Token[], report: Report): void {
  for (const [index, inline] of tokens.entries()) {
    if (inline.type === 'list_item_open' && tokens[index + 1]?.type === 'list_item_close')
      report('signes-imprimes', inline, 0, {
        quote: inline.markup,
        cause: 'cet élément de liste n’a pas de mots',
        remedy: 'Écrire ses mots, ou supprimer cette ligne',
      })
    if (inline.type !== 'inline') continue
    const masked = maskMarkup(inline.content)
    const opening = tokens[index - 1]?.type
    checkText(inline, { text: masked, start: 0 }, { rows: byScope.texte, report })
    for (const text of plainTexts(inline))
      if (!text.linked) checkText(inline, text, { rows: byScope.reste, report })
    // Within code, a line begins as it likes.
    const prose = masked.replace(/`[^`]{1,200}`/g, code => '\ufffc'.repeat(code.length))
    if (opening === 'paragraph_open')
      checkText(inline, { text: prose, start: 0 }, { rows: byScope.ligne, report })
    for (const rule of [...typographyRules, motLong]) {
      const findings = findingsOf(rule, masked)
      // The tags of a table are one slip.
      for (const { offset, quote, proposal } of rule.code === 'html-brut' ? findings.slice(0, 1) : findings) {
        // An address within raw HTML is quoted as it stands, not as it is masked.
        const written = rule.excerpt ? quote : inline.content.slice(offset, offset + quote.length)
        report(rule.code, inline, offset, { quote: written, proposal })
      }
    }
  }
}

function checkText(
  inline: Token,
  { text, start }: { text: string; start: number },
  { rows, report }: { rows: readonly Slip[]; report: Report },
): void {
  for (const { code, pattern, sign, cause = '', remedy: remedyOf } of rows)
    for (const match of matchesOf(pattern, text, sign).slice(0, MOST)) {
      const groups = unmasked(match, inline.content.slice(start))
      const remedy = remedyOf(groups)
      const at = start + match.index
      const quote =
        code === 'texte-provisoire' ? provisionalAt(inline.content, at, groups[0].length) : groups[0].trim()
      if (remedy !== null) report(code, inline, at, { quote, cause, remedy })
    }
}

/** The match with the words that were masked. */
function unmasked(match: RegExpExecArray, text: string): RegExpMatchArray {
  const groups = match.indices?.map(place => (place ? text.slice(...place) : undefined)) ?? []
  return Object.assign([...match], groups) as RegExpMatchArray
}

/** The texts of an inline token that stand in its content letter for letter. The others have an entity or an escaped sign, which is
 *  meant to be printed. */
export function plainTexts({ content, children }: Token): { text: string; start: number; linked: boolean }[] {
  let from = 0
  let links = 0
  return (children ?? []).flatMap(token => {
    links += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0
    const written = token.tag === 'strong' ? token.markup : token.content
    const start = content.indexOf(written, from)
    if (start === -1) return []
    from = start + written.length
    return token.type === 'text' && content[start - 1] !== '\\'
      ? [{ text: token.content, start, linked: links > 0 }]
      : []
  })
}

/** Reports words that no edition would show: in code opened by mistake, in surplus cells. Also pictures whose credit has no
 *  place, and characters that no edition can hold. */
export function checkLost(tokens: readonly Token[], report: Report): void {
  for (const token of tokens) {
    if (token.type === 'fence') checkFence(token, report)
    // A `|` that was meant as a sign makes a cell more than the head has: markdown-it drops it.
    if (token.type === 'tr_open' && token.meta?.['surplus'])
      report('cellule-en-trop', token, 0, { mots: String(token.meta['surplus']) })
    if (token.type === 'inline') checkEntities(token, report)
  }
  const heads = tokens.filter(({ type }) => type === 'thead_open')
  for (const [at, [cells = []]] of tablesOf(tokens).entries()) {
    const [head] = cells.every(({ inline }) => plainText(inline.children) === '') ? heads.slice(at) : []
    if (head) report('tableau-sans-entetes', head)
  }
  const figures = new Set(figuresOf(tokens).values())
  for (const { inline, child, offset } of childrenOf(tokens, 'image'))
    if (!figures.has(child)) report('image-pas-seule', inline, offset)
}

/** Markdown makes a class name of the first word after `~~~` or ```` ``` ````, and drops the others: a single word names a
 *  language. An unclosed fence takes the rest of the text. */
function checkFence(token: Token, report: Report): void {
  const signes = token.markup
  // Cut where the renderer cuts: `a&nbsp;b` is two words.
  if (/\s/.test(unescapeAll(token.info).trim()))
    report('code-mots-perdus', token, 0, { signes, mots: token.info.trim() })
  else if (!isClosed(token)) report('code-non-ferme', token, 0, { signes })
}

/** Compares the lines of a fence with its content: two more are its opening and its closing line. */
function isClosed({ map, content }: Token): boolean {
  const [start, end] = map ?? [0, 0]
  const lines = content === '' ? 0 : content.replace(/\n$/, '').split('\n').length
  return end - start === lines + 2
}

/** `&#8238;`: a character that nobody may type is not to be written by its name either. */
function checkEntities(inline: Token, report: Report): void {
  if (!inline.content.includes('&')) return
  for (const { 0: written, index } of maskMarkup(inline.content).matchAll(/(?<!\\)&#?\w{1,32};/g)) {
    const [trap] = trapsIn(unescapeAll(written))
    if (trap) report(trap.code, inline, index, { caractere: trap.caractere })
  }
}
