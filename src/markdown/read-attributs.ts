import type { Token } from 'markdown-it'
import { nearestFew } from '../diagnostics/nearest.ts'
import { type Attributs, takeAttributs } from './attributs.ts'
import type { Report } from './block.ts'
import { iconNames } from './icon-files.ts'
import { isIcon } from './icons.ts'

/** Moves `{.leviers}`, `{picto=…}` and `{#ancre}` from the text to the token they speak of; others stay as text, and are reported. */
export function readAttributs(tokens: readonly Token[], report: Report): void {
  let bloc = ''
  for (const [index, token] of tokens.entries()) {
    const item = tokens[index - 2]
    if (token.type === 'bloc_open') bloc = String(token.meta?.['nom'])
    if (token.type === 'bloc_close') bloc = ''
    if (token.type !== 'inline' || !token.children) continue
    const opening = tokens[index - 1]
    if (opening?.type === 'heading_open') {
      const { children, attributs } = takeAttributs(token.children)
      token.children = children
      if (attributs) readHeading(opening, token, attributs, report)
    } else if (bloc === 'domaines') {
      const { children, attributs } = takeAttributs(token.children)
      token.children = children
      if (attributs) token.meta = { ...token.meta, attributs }
    } else if (bloc === 'chiffres' && item?.type === 'list_item_open') {
      const { children, attributs } = takeAttributs(token.children)
      if (attributs?.ancre && attributs.classes.length + Object.keys(attributs.valeurs).length === 0) {
        token.children = children
        item.meta = { ...item.meta, ancreEcrite: attributs.ancre }
      }
    }
    for (const child of token.children) {
      if (child.type !== 'attributs') continue
      report('attributs-inattendus', token, Number(child.meta?.['offset'] ?? 0), { attributs: child.content })
      child.type = 'text'
    }
  }
}

function readHeading(
  open: Token,
  inline: Token,
  { classes, valeurs, ancre, offset }: Attributs,
  report: Report,
): void {
  if (ancre !== null) open.meta = { ...open.meta, ancreEcrite: ancre }
  const tell: (values: Record<string, string>) => void = values =>
    report('attribut-inconnu', inline, offset, values)
  for (const name of classes) {
    if (name === 'leviers' && open.tag === 'h2') open.meta = { ...open.meta, leviers: true }
    else
      tell({
        attribut: `.${name}`,
        niveau: open.markup,
        attendu: open.tag === 'h2' ? '{.leviers}' : '{picto=search}',
      })
  }
  for (const [name, value] of Object.entries(valeurs)) {
    if (name !== 'picto' || open.tag !== 'h3') {
      tell({
        attribut: name,
        niveau: open.markup,
        attendu: open.tag === 'h2' ? '{.leviers}' : '{picto=search}',
      })
    } else if (isIcon(value)) {
      open.meta = { ...open.meta, picto: value }
    } else {
      const proches = nearestFew(value, iconNames(), 3).join(', ')
      report('picto-inconnu', inline, offset, { picto: value, proches: proches || 'house, leaf, users' })
    }
  }
}
