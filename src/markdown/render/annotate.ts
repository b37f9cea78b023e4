import type { Token } from 'markdown-it'
import type { Medium } from '../../kit.ts'
import { figuresOf } from '../figures.ts'
import type { findSigles } from '../sigles.ts'
import { copyToken } from '../token.ts'
import { type FindForeignWords, markForeignWords } from './foreign-words.ts'
import { type Marked, markIn } from './mark-in.ts'

/** The acronyms of a kit: acronym → its expansion, and what finds them in a text. */
export type Sigles = { developpes: Record<string, string>; find: ReturnType<typeof findSigles> }

/** For which medium, and in which document of which kit. */
type Ou = { medium: Medium; slug: string; sigles: Sigles; foreign: FindForeignWords }

/** The tokens of a body made ready for one medium: copies (a `Corps` is rendered several times), with anchors, places in
 *  the count, and the acronyms of the kit at their first use. */
export function annotate(tokens: readonly Token[], { medium, slug, sigles, foreign }: Ou): Token[] {
  const copies = tokens.map(token => copyOf(token))
  const figures = figuresOf(copies)
  for (const [index, token] of copies.entries()) {
    if (token.type === 'heading_open') token.attrSet('id', idIn(medium, slug, String(token.meta?.['ancre'])))
    if (token.type === 'th_open') token.attrSet('scope', 'col')
    if (medium === 'web') alignByClass(token)
    if (token.meta?.['chapo']) token.attrSet('class', 'chapo')
    if (medium !== 'web' && token.meta?.['b']) token.attrSet('data-b', Number(token.meta['b']))
    const image = figures.get(token)
    const end = copies[index + 2]
    if (image && end) {
      token.tag = 'figure'
      end.tag = 'figure'
      token.attrSet('class', 'image')
      image.meta = { ...image.meta, figure: true }
    }
  }
  markSigles(copies, sigles)
  markForeignWords(copies, foreign, medium)
  return copies
}

const sides = new Map([
  ['text-align:right', 'a-droite'],
  ['text-align:center', 'au-centre'],
])

/** The site's policy refuses the `style` in which markdown-it says where a column stands. */
function alignByClass(token: Token): void {
  const side = sides.get(String(token.attrGet('style') ?? ''))
  if (token.type !== 'th_open' && token.type !== 'td_open') return
  token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null
  if (side) token.attrSet('class', side)
}

export function idIn(medium: Medium, slug: string, ancre: string): string {
  return medium === 'print' ? `${slug}--${ancre}` : ancre
}

function copyOf(token: Token): Token {
  const copy = copyToken(token)
  copy.attrs = token.attrs?.map(([name, value]) => [name, value]) ?? null
  copy.children = token.children?.map(copyOf) ?? null
  return copy
}

/** Marks the first use of each acronym in running text: not in titles, links, code, nor within a longer word. */
function markSigles(tokens: readonly Token[], sigles: Sigles): void {
  const seen = new Set<string>()
  for (const [index, inline] of tokens.entries()) {
    if (!inline.children || tokens[index - 1]?.type === 'heading_open') continue
    const role = inline.meta?.['role']
    if (role === 'titre' || role === 'lieu') continue
    let links = 0
    inline.children = inline.children.flatMap(child => {
      if (child.type === 'link_open') links++
      if (child.type === 'link_close') links--
      return child.type === 'text' && links === 0
        ? markIn(child, marksIn(child.content, seen, sigles))
        : [child]
    })
  }
}

function marksIn(text: string, seen: Set<string>, { developpes, find }: Sigles): Marked[] {
  return find(text).flatMap(({ sigle, index }): Marked[] => {
    if (seen.has(sigle)) return []
    seen.add(sigle)
    return [{ words: sigle, index, tag: 'abbr', attrs: [['title', developpes[sigle] ?? '']] }]
  })
}
