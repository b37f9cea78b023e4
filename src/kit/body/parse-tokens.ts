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
      if (attributs) readDomaine(token, attributs, report)
    } else if (bloc === 'chiffres' && item?.type === 'list_item_open') {
      const { children, attributs } = takeAttributs(token.children)
      if (attributs?.ancre && attributs.classes.length + Object.keys(attributs.valeurs).length === 0) {
        reportDoubles(token, attributs, report)
        token.children = children
        item.meta = { ...item.meta, ancreEcrite: attributs.ancre }
      }
    }
    for (const child of token.children) if (child.type === 'attributs') child.type = 'text'
  }
}

function readHeading(open: Token, inline: Token, attributs: Attributs, report: Report): void {
  const { classes, valeurs, ancre, offset } = attributs
  if (ancre !== null) open.meta = { ...open.meta, ancreEcrite: ancre }
  reportDoubles(inline, attributs, report)
  const attendu = open.tag === 'h2' ? '{.leviers}' : '{picto=search}'
  const tell = (attribut: string) =>
    report('attribut-inconnu', inline, offset, { attribut, ou: `après un titre ${open.markup}`, attendu })
  for (const name of classes) {
    if (name === 'leviers' && open.tag === 'h2') open.meta = { ...open.meta, leviers: true }
    else tell(`.${name}`)
  }
  for (const [name, value] of Object.entries(valeurs)) {
    if (name !== 'picto' || open.tag !== 'h3') {
      tell(name)
    } else if (isIcon(value)) {
      open.meta = { ...open.meta, picto: value }
    } else {
      report('picto-inconnu', inline, offset, { picto: value, proches: nearIcons(value) })
    }
  }
}

/** The name of a domain has a pictogram, and nothing else. */
function readDomaine(inline: Token, attributs: Attributs, report: Report): void {
  inline.meta = { ...inline.meta, attributs }
  reportDoubles(inline, attributs, report)
  const { classes, valeurs, ancre, offset } = attributs
  for (const attribut of [
    ...classes.map(name => `.${name}`),
    ...Object.keys(valeurs).filter(name => name !== 'picto'),
    ...(ancre === null ? [] : [`#${ancre}`]),
  ])
    report('attribut-inconnu', inline, offset, {
      attribut,
      ou: 'après le nom d’un domaine',
      attendu: '{picto=search}',
    })
}

function reportDoubles(inline: Token, { doubles, offset }: Attributs, report: Report): void {
  for (const { mot, premier } of doubles)
    report('attribut-inconnu', inline, offset, {
      attribut: mot,
      ou: `après ${premier}`,
      attendu: `{${premier}}`,
    })
}
