import type { Token } from 'markdown-it'
import { type Corps, departements, plainText } from '../../text/index.ts'

/** A name in capitals with its particles, and the codes after it: `L’Île-Saint-Denis (93)`, `Grand Reims (51)`; neither an acronym
 *  before it nor the preposition that opens a sentence. */
const namedPlace = (() => {
  const word = String.raw`(?!\p{Lu}{2}|(?:À|Au|Aux|En|Dans)\s)\p{Lu}[\p{L}’'-]*`
  const particle = String.raw`(?:(?:de|du|des|la|le|les|en|sur|sous|lès)\s|[dl]’)`
  return new RegExp(String.raw`(?<![\p{L}’'-])(${word}(?:\s${particle}*${word})*)\s\(([^()]{2,12})\)`, 'gu')
})()

/** The places that running text names with their code, each with the title above it. */
export function lieuxOf(tokens: readonly Token[]): Corps['lieux'] {
  const lieux: Corps['lieux'] = []
  let above: { titre: string; ancre: string } | null = null
  for (const [index, token] of tokens.entries()) {
    const opening = tokens[index - 1]
    if (token.type !== 'inline' || token.meta?.['role']) continue
    if (opening?.type === 'heading_open')
      above = { titre: plainText(token.children), ancre: String(opening.meta?.['ancre']) }
    else if (above && token.content.includes('('))
      for (const [, lieu = '', written = ''] of plainText(token.children).matchAll(namedPlace)) {
        const codes = written.split(/[/,]| et /).map(code => code.trim())
        if (codes.every(code => departements.has(code))) lieux.push({ ...above, lieu, codes })
      }
  }
  return lieux
}
