import type { Token } from 'markdown-it'
import {
  type Attributs,
  childrenOf,
  isIcon,
  nearIcons,
  type Report,
  takeAttributs,
  withinBlocs,
} from '../../text/index.ts'
import { checkLinks } from './check-links.ts'
import type { ParseEnv } from './fence.ts'
import { createMarkdown } from './markdown.ts'

const md = createMarkdown()

type Tell = { env: ParseEnv['report']; token: Report }

/** For those who read what was judged before. */
const nobody: Tell = { env: () => {}, token: () => {} }

/** Parses a body as it was written: attributes moved to their targets, bad addresses removed. Never throws on text.
 *  @param tell receives the problems for the author: from markdown-it's rules, and at tokens */
export function parseTokens(source: string, tell = nobody): Token[] {
  const tokens = md.parse(source, { spent: new Set(), report: tell.env } satisfies ParseEnv)
  readAttributs(tokens, tell.token)
  checkLinks(tokens, tell.token)
  notePaths(tokens)
  return tokens
}

/** Notes on each picture its path as the author wrote it: markdown-it percent-encodes addresses; its own decoder leaves
 *  malformed sequences as they are. */
function notePaths(tokens: readonly Token[]): void {
  for (const { child } of childrenOf(tokens, 'image'))
    child.meta = { ...child.meta, path: md.utils.lib.mdurl.decode(String(child.attrGet('src') ?? '')) }
}

/** Moves `{.leviers}`, `{picto=…}` and `{#ancre}` from the text to the token they speak of; others stay as text. */
function readAttributs(tokens: readonly Token[], report: Report): void {
  for (const { index, token, bloc } of withinBlocs(tokens)) {
    const item = tokens[index - 2]
    if (token.type !== 'inline' || !token.children) continue
    const opening = tokens[index - 1]
    if (opening?.type === 'heading_open') {
      const { children, attributs } = takeAttributs(token.children)
      token.children = children
      if (attributs) readHeading(opening, token, attributs, report)
    } else if (bloc === 'domaines') {
      const { children, attributs } = takeAttributs(token.children)
      token.children = children
      if (!attributs) continue
      token.meta = { ...token.meta, attributs }
      const ou = 'après le nom d’un domaine'
      judge(token, attributs, report, { ou, attendu: '{picto=search}', known: ['picto'] })
    } else if (bloc === 'chiffres' && item?.type === 'list_item_open') {
      const { children, attributs } = takeAttributs(token.children)
      if (attributs?.ancre && attributs.classes.length + Object.keys(attributs.valeurs).length === 0) {
        judge(token, attributs, report, { ou: '', attendu: '', known: ['#'] })
        token.children = children
        item.meta = { ...item.meta, ancreEcrite: attributs.ancre }
      }
    }
    for (const child of token.children) if (child.type === 'attributs') child.type = 'text'
  }
}

function readHeading(open: Token, inline: Token, attributs: Attributs, report: Report): void {
  const { classes, valeurs, ancre, offset } = attributs
  const [known, attendu] = open.tag === 'h2' ? ['.leviers', '{.leviers}'] : ['picto', '{picto=search}']
  const isKnown = open.tag === 'h2' || open.tag === 'h3'
  const ou = `après un titre de niveau ${open.markup.length}`
  judge(inline, attributs, report, { ou, attendu, known: isKnown ? ['#', known] : ['#'] })
  if (ancre !== null) open.meta = { ...open.meta, ancreEcrite: ancre }
  if (open.tag === 'h2' && classes.includes('leviers')) open.meta = { ...open.meta, leviers: true }
  const picto = open.tag === 'h3' ? valeurs['picto'] : undefined
  if (picto === undefined) return
  if (isIcon(picto)) open.meta = { ...open.meta, picto }
  else report('picto-inconnu', inline, offset, { picto, proches: nearIcons(picto) })
}

/** What may stand in braces at a place: `.leviers`, `picto`, `#` for an anchor. `ou`, `attendu`: the place, and what to write, in words. */
type Braces = { ou: string; attendu: string; known: readonly string[] }

/** Tells of what has no sense in braces, or stands there twice. */
function judge(inline: Token, attributs: Attributs, report: Report, { ou, attendu, known }: Braces): void {
  const { classes, valeurs, ancre, doubles, offset } = attributs
  const tell = (attribut: string, words: Pick<Braces, 'ou' | 'attendu'>) =>
    report('attribut-inconnu', inline, offset, { attribut, ...words })
  for (const { mot, premier } of doubles) tell(mot, { ou: `après ${premier}`, attendu: `{${premier}}` })
  for (const name of classes) if (!known.includes(`.${name}`)) tell(`.${name}`, { ou, attendu })
  for (const name of Object.keys(valeurs)) if (!known.includes(name)) tell(name, { ou, attendu })
  if (ancre !== null && !known.includes('#')) tell(`#${ancre}`, { ou, attendu })
}
