import type { Token } from 'markdown-it'
import type { Code } from '../problems/index.ts'
import { type Bloc, copyWith, derive, offsetOf, type RenderContext, type Report } from '../text/index.ts'

/** An item of a block's list: its first line of text, and what stands below it. */
export type ListItem = { open: Token; inline: Token; suite: Token[] }

/** A block's body, cut up: the items of its top-level lists, and what is set after them. */
type Liste = {
  items: ListItem[]
  /** First token of each item that does not begin with a paragraph. */
  informes: Token[]
  /** Whole elements outside every list, and the items that are `informes`, in a list of their own. */
  reste: Token[]
}

export function itemsOf(corps: readonly Token[]): Liste {
  const liste: Liste = { items: [], informes: [], reste: [] }
  let level = 0
  let list: Token | null = null
  let open: Token | null = null
  let inside: Token[] = []
  for (const token of corps) {
    if (token.nesting === -1) level--
    const edge = level === 0 && /^(bullet|ordered)_list_(open|close)$/.test(token.type)
    if (edge) {
      list = token.nesting === 1 ? token : null
    } else if (!list) {
      liste.reste.push(token)
    } else if (level === 1 && token.type === 'list_item_open') {
      open = token
      inside = []
    } else if (level === 1 && token.type === 'list_item_close') {
      const [first, inline] = inside
      // The paragraph around the first line goes; a nested list or a second paragraph stays below it.
      if (open && inline && first?.type === 'paragraph_open')
        liste.items.push({ open, inline, suite: inside.slice(3) })
      else if (open && first) {
        liste.informes.push(open)
        const close = derive(list, list.type.replace('open', 'close'), list.tag, -1)
        for (const moved of [list, open, ...inside, token, close]) liste.reste.push(moved)
      }
    } else {
      inside.push(token)
    }
    if (token.nesting === 1) level++
  }
  return liste
}

/** Cuts inline children after the first place where a text token matches: `before` without the match, `after` without it. */
export function cutChildren(
  children: readonly Token[],
  at: RegExp,
): { before: Token[]; match: string; after: Token[] } | null {
  let level = 0
  for (const [index, token] of children.entries()) {
    level += token.nesting
    if (token.type !== 'text' || level !== 0) continue
    const match = at.exec(token.content)
    if (!match) continue
    const before = copyWith(token, token.content.slice(0, match.index))
    const after = copyWith(token, token.content.slice(match.index + match[0].length))
    return {
      before: [...children.slice(0, index), before].filter(isFilled),
      match: match[0],
      after: [after, ...children.slice(index + 1)].filter(isFilled),
    }
  }
  return null
}

const isFilled = (token: Token): boolean => token.type !== 'text' || token.content !== ''

/** Inline children without what their first words begin with; null when they do not. */
export function withoutLead(children: readonly Token[], lead: RegExp): Token[] | null {
  return cutAt(children, children.findIndex(hasWords), lead)
}

/** Inline children without what their last words end with, even within a link or italics; null when they do not. */
export function withoutTail(children: readonly Token[], tail: RegExp): Token[] | null {
  return cutAt(
    children,
    children.findLastIndex(token => token.nesting !== -1 && hasWords(token)),
    tail,
  )
}

function cutAt(children: readonly Token[], index: number, part: RegExp): Token[] | null {
  const token = children[index]
  if (token?.type !== 'text' || !part.test(token.content)) return null
  return children.with(index, copyWith(token, token.content.replace(part, '')))
}

export const hasWords = (token: Token): boolean => token.type !== 'text' || token.content.trim() !== ''

/** The children of a leading `**…**`, and those after it. */
export function leadingStrong(children: readonly Token[]): { strong: Token[]; after: Token[] } | null {
  const start = children.findIndex(hasWords)
  if (children[start]?.type !== 'strong_open') return null
  let depth = 0
  for (let index = start; index < children.length; index++) {
    if (children[index]?.type === 'strong_open') depth++
    if (children[index]?.type === 'strong_close' && --depth === 0) {
      return { strong: children.slice(start + 1, index), after: children.slice(index + 1) }
    }
  }
  return null
}

/** An item of a block's list: `html`, and what stands below it. */
export function puce({ open, suite }: ListItem, html: string, context: RenderContext, id = ''): string {
  const below = suite.length > 0 ? `\n${context.blocs(suite)}` : ''
  return `<li${id}${context.rep(open)}>${html}${below}</li>\n`
}

/** Checks that a block consists of a list, that all its words are in that list, and that each item begins with words.
 *  @param modele an item, as an author writes it @param absente the code for a block without a list */
export function checkListe(
  bloc: Bloc,
  report: Report,
  { modele, absente = 'bloc-sans-liste' }: { modele: string; absente?: Code },
): void {
  const { items, informes } = itemsOf(bloc.corps)
  if (items.length + informes.length === 0) report(absente, bloc.open, 0, { bloc: bloc.nom, modele })
  for (const open of informes) report('element-sans-texte', open, 0, { bloc: bloc.nom, modele })
}

/** Reports cross-references where only words can stand: readers would get the slug for a title.
 *  @param children the children of `inline` to look at, by default all @param ou the place, in words */
export function reportRenvois(
  inline: Token,
  report: Report,
  { ou, children = inline.children ?? [] }: { ou: string; children?: readonly Token[] },
): void {
  for (const child of children)
    if (child.type === 'renvoi')
      report('renvoi-dans-titre', inline, offsetOf(child), { slug: child.content, ou })
}
