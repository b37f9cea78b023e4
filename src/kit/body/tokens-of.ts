import type { Token } from 'markdown-it'
import {
  type Corps,
  copyToken,
  derive,
  figuresOf,
  plainText,
  typographTokens,
  withinBlocs,
} from '../../text/index.ts'
import { ancreEcriteOf, isOfPage, reperesOf, wantedAncre } from './anchors.ts'
import { parseTokens } from './parse-tokens.ts'
import { setTables } from './set-tables.ts'
import { endOf } from './structure.ts'

/** The tokens of the bodies that this process has parsed: a body is plain data, and goes where tokens do not. */
const tokensOfBodies = new WeakMap<Corps, readonly Token[]>()

/** The tokens of a body, set in French typography and numbered, from which every medium is rendered. A body that was not
 *  parsed in this process is, from its source, when they are first asked for.
 *  They are shared: whoever changes them changes a copy. */
export function tokensOf(corps: Corps): readonly Token[] {
  const tokens = tokensOfBodies.get(corps) ?? setTokens(parseTokens(corps.source))
  tokensOfBodies.set(corps, tokens)
  return tokens
}

/** Remembers the tokens that a body was made from. */
export const rememberTokens = (corps: Corps, tokens: readonly Token[]): void =>
  void tokensOfBodies.set(corps, tokens)

/** Sets tokens as they were written in French typography, their tables, and numbers them. */
export function setTokens(written: Token[]): Token[] {
  const tokens = withResourcesHeadings(withResources(written))
  typographTokens(tokens)
  setTables(tokens)
  numberTokens(tokens)
  return tokens
}

const resourcesTitle =
  /^(?:ressources(?: utiles)?|(?:ressources )?pour (?:en savoir plus|aller plus loin)|bibliographie)$/i

/** Makes a block of the resources of a plain text: the one list of a last section « Ressources pour aller plus loin ». */
function withResources(tokens: Token[]): Token[] {
  const at = tokens.findLastIndex(isSection)
  const list = tokens[at + 3]
  if (at < 0 || list?.type !== 'bullet_list_open' || endOf(tokens, at + 3) !== tokens.length - 1)
    return tokens
  if (!isOfResources(tokens, at)) return tokens
  const open = Object.assign(copyToken(list), {
    type: 'bloc_open',
    tag: '',
    markup: ':::',
    meta: { nom: 'ressources', donnees: {} },
  })
  const close = Object.assign(copyToken(list), { type: 'bloc_close', tag: '', nesting: -1, map: null })
  return [...tokens.slice(0, at + 3), open, ...tokens.slice(at + 3), close]
}

const isSection = ({ tag, type }: Token) => type === 'heading_open' && tag === 'h2'

const isOfResources = (tokens: readonly Token[], heading: number): boolean =>
  resourcesTitle.test(plainText(tokens[heading + 1]?.children ?? null).trim())

/** Gives resources that stand under the text of a section a heading of their own. */
function withResourcesHeadings(tokens: Token[]): Token[] {
  const headed: Token[] = []
  let section = -1
  for (const [index, token] of tokens.entries()) {
    if (isSection(token)) section = index
    const resources = token.type === 'bloc_open' && token.meta?.['nom'] === 'ressources'
    if (resources && section >= 0 && index > section + 3 && !isOfResources(tokens, section)) {
      // « Pour en savoir plus : » goes with them.
      const announces =
        tokens[index - 1]?.type === 'paragraph_close' && /:$/.test(tokens[index - 2]?.content ?? '')
      headed.splice(headed.length - (announces ? 3 : 0), 0, ...resourcesHeading(token))
    }
    headed.push(token)
  }
  return headed
}

function resourcesHeading(place: Token): Token[] {
  const words = 'Ressources pour aller plus loin'
  const heading = (type: string, nesting: Token['nesting']) =>
    Object.assign(derive(place, type, 'h2', nesting), { markup: '##', meta: null })
  const inline = Object.assign(derive(place, 'inline', '', 0, words), { meta: null })
  inline.children = [derive(inline, 'text', '', 0, words)]
  return [heading('heading_open', 1), inline, heading('heading_close', -1)]
}

/** Signs that open a fiche in large letters, whatever its paragraphs. */
const LONGEST_OPENING = 650

/** The paragraphs of the chapô, where there are sections: those before the first heading and the first list, as long as the opening is
 *  short. A page of plain text is all text, and so is an opening of which the first paragraph is long. */
export function chapoOf(tokens: readonly Token[]): ReadonlySet<Token> {
  const chapo = new Set<Token>()
  if (!tokens.some(({ tag }) => tag === 'h2')) return chapo
  const figures = figuresOf(tokens)
  let [depth, signs] = [0, 0]
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open' || /list_open$/.test(token.type)) break
    if (depth === 0 && token.type === 'paragraph_open' && !figures.has(token)) {
      signs += plainText(tokens[index + 1]?.children ?? null).length
      if (signs > LONGEST_OPENING) break
      chapo.add(token)
    }
    depth += token.nesting
  }
  return chapo
}

const numbered = new Set([
  'paragraph_open',
  'heading_open',
  'list_item_open',
  'table_open',
  'bloc_open',
  'fence',
])

/** Counts the elements with text (`data-b`), and gives headings, blocks and figures an anchor unique in the body: the
 *  author's, or one made of the title. Both are the same in every medium. Blocks note the lever above them. */
function numberTokens(tokens: readonly Token[]): void {
  let count = 0
  // A title never takes the anchor that is written further down.
  const taken = new Set(tokens.flatMap(({ meta }) => ancreEcriteOf(meta) ?? []))
  // The next number to try for a title that comes again: a thousand « Exemple » cost no more than a thousand others.
  const again = new Map<string, number>()
  const free = (wanted: string): string => {
    let ancre = wanted
    let number = again.get(wanted) ?? 2
    while (taken.has(ancre) || isOfPage(ancre)) ancre = `${wanted}-${number++}`
    again.set(wanted, number)
    taken.add(ancre)
    return ancre
  }
  const chapo = chapoOf(tokens)
  let leviers = false
  let levier: { titre: string; ancre: string } | null = null
  for (const { index, token, bloc } of withinBlocs(tokens)) {
    const closes = token.type === 'inline' && token.meta?.['role'] === 'close'
    if (!closes && (!numbered.has(token.type) || token.hidden)) continue
    token.meta = { ...token.meta, b: ++count }
    if (chapo.has(token)) token.meta['chapo'] = true
    const wanted = wantedAncre(tokens, index, bloc)
    if (wanted === null) continue
    const ancre = ancreEcriteOf(token.meta) ?? free(wanted)
    token.meta['ancre'] = ancre
    if (token.type === 'bloc_open' && levier) token.meta['levier'] = levier
    if (token.tag === 'h2') leviers = token.meta['leviers'] === true
    if (token.tag === 'h2' || token.tag === 'h3')
      levier =
        leviers && token.tag === 'h3'
          ? { titre: plainText(tokens[index + 1]?.children ?? null), ancre }
          : null
  }
}

/** Writes into a body the anchors that its examples, levers and figures have without being written: their addresses stay when
 *  their words change. Anchors that are written stay as they are.
 *  @param source without carriage returns. @returns the body, and how many anchors it was given */
export function writeAnchors(source: string): { source: string; count: number } {
  const lines = source.split('\n')
  const tokens = setTokens(parseTokens(source))
  let count = 0
  for (const { genre, open, inline } of reperesOf(tokens)) {
    const last = (genre === 'levier' ? open.map?.[1] : inline.map?.[1]) ?? 0
    const line = lines[last - 1]
    if (line === undefined || ancreEcriteOf(open.meta) !== null) continue
    lines[last - 1] = `${line.trimEnd()} {#${String(open.meta?.['ancre'])}}`
    count++
  }
  return { source: lines.join('\n'), count }
}
