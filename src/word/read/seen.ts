import { childOf, elementsOf, textIn, type XmlElement } from '../xml/parse-xml.ts'
import { alternative } from './alternative.ts'
import { toggle } from './style-table.ts'

/** Elements whose words nobody sees. */
const unseen = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:rPr', 'w:pPr', 'w:sdtPr'])

/** Every word that a reader sees in an element, without a thought for what it is: what an import is counted against. */
export function seenIn(element: XmlElement | undefined): string {
  if (!element || unseen.has(element.name)) return ''
  if (element.name === 'w:t' || element.name === 'm:t') return textIn(element)
  if (element.name === 'mc:AlternateContent') return seenIn(alternative(element))
  if (element.name === 'w:noBreakHyphen') return '-'
  if (/^w:(br|cr|tab|ptab|footnoteReference|endnoteReference)$/.test(element.name)) return ' '
  if (element.name === 'w:r' && toggle(childOf(element, 'w:rPr'), 'w:vanish')) return ''
  if (element.name === 'w:tr' && childOf(childOf(element, 'w:trPr'), 'w:del')) return ''
  const inside = elementsOf(element).map(seenIn).join('')
  return /^w:(p|txbxContent)$/.test(element.name) ? `\n${inside}\n` : inside
}
