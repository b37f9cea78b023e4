import { line } from '../../../../src/text/index.ts'
import type { TabFault } from './workbench.ts'

// Run in the tab, before and after assembly: the two measures must be the same function.

/** Reads the letters of the body and of the asides apart: a row cut in both columns keeps the order of each. Leaves out
 *  white space, signs that Paged.js may add in a cut word, and the repeated head of a table. */
export function streamsOf(roots: readonly ParentNode[]): [body: string, asides: string] {
  let [body, asides] = ['', '']
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode
      if (parent?.closest('.reprise')) continue
      const letters = textContent?.replace(/[\s\u00ad\u200b\u2011]/g, '') ?? ''
      if (parent?.closest('.marge, .large, .long')) asides += letters
      else body += letters
    }
  }
  return [body, asides]
}

/** Measures the foot of the last line of text, in px under `top`. Three things do not count. Boxes differ between the
 *  columns of Paged.js and a page; text in its place (`.pose`) is no line; columns (`.colonnes`) balance anew on a last
 *  page. */
export function bottomOf(area: Element, top: number): number {
  const range = document.createRange()
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
  let bottom = top
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (!text.textContent?.trim() || text.parentElement?.closest('.pose, .colonnes')) continue
    range.selectNodeContents(text)
    bottom = Math.max(bottom, range.getBoundingClientRect().bottom)
  }
  return Math.round(bottom - top)
}

/** Finds the first text or picture that leaves `bounds` by more than 2 px: Paged.js would cut it off. Text in its place
 *  (`.pose`) is checked after assembly; pictures that bleed (`.decor`) are not. */
export function overflowOf(area: Element, bounds: DOMRect): string | null {
  const range = document.createRange()
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node instanceof Element ? node : node.parentElement
    if (element?.closest('.pose, .decor')) continue
    if (node instanceof Element ? !node.matches('img, svg, table, figure') : !node.textContent?.trim())
      continue
    if (node instanceof Element) range.selectNode(node)
    else range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.height > 0 && (box.bottom > bounds.bottom + 2 || box.right > bounds.right + 2))
      return (
        (node.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60) ||
        `<${node.nodeName.toLowerCase()}>`
      )
  }
  return null
}

/** Finds the first block (`data-b`) that begins on a page, in its text rather than beside it; where all go on, the first inner one. */
export function firstBlockOf(area: Element): number | null {
  const all = [...area.querySelectorAll('[data-b]')]
  const starting = all.filter(block => !block.hasAttribute('data-coupe-haut'))
  const inText = starting.filter(block => !block.closest('.marge'))
  const inner = all.filter(block => !block.querySelector('[data-b]'))
  const blocks = [inText, starting, inner].find(list => list.length > 0)
  return blocks ? Math.min(...blocks.map(block => Number(block.getAttribute('data-b')))) : null
}

export function headingAtFoot(area: Element): string | null {
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
  let last: Node | null = null
  while (walker.nextNode()) if (walker.currentNode.textContent?.trim()) last = walker.currentNode
  const heading = last?.parentElement?.closest('h2, h3, h4, .bloc-tete, .bloc-titre')
  return heading?.textContent?.trim().replace(/\s+/g, ' ') ?? null
}

/** Measures the white above the first line of the second piece of a box, of a table, or of a section of resources, in mm. */
export function leadOf(element: Element): number {
  if (element.matches('.tableau')) {
    const head = element.querySelector('thead')
    return head?.textContent?.trim() ? (head.getBoundingClientRect().height * 25.4) / 96 : 0
  }
  if (element.matches('.ressources-section'))
    return (Number.parseFloat(getComputedStyle(element).paddingTop) * 25.4) / 96
  if (!element.matches('.bloc')) return 0
  // Its plate stands over it once more.
  return line * (element.matches('.exemple') ? 3 : 1)
}

/** Finds the text that pages lost or repeated (`streamsOf`), and the faces that were not there to draw it. */
export function findFaults(pages: readonly ParentNode[], expected: readonly string[]): TabFault[] {
  const faults: TabFault[] = []
  for (const [index, actual] of streamsOf(pages).entries()) {
    const source = expected[index] ?? ''
    if (actual === source) continue
    let same = 0
    while (actual[same] === source[same]) same++
    const after = source.slice(Math.max(0, same - 40), same)
    faults.push({ kind: 'texte', after, expected: source.length, actual: actual.length })
  }
  for (const { family, weight, style, status } of document.fonts)
    if (status !== 'loaded') faults.push({ kind: 'police', face: `${family} ${weight} ${style}`, status })
  return faults
}

/** Waits for every face: a text that is measured before its own has come moves later. */
export async function loadFaces(): Promise<void> {
  await Promise.all([...document.fonts].map(face => face.load().catch(() => face)))
}

/** Letters of three lines: a longer paragraph may be cut, or stay. */
const LONGEST = 200

/** Does a paragraph announce what follows it? Its last line stays with it. */
export const endsInColon = (paragraph: Element): boolean => wordsOf(paragraph).endsWith(':')

export const isShort = (paragraph: Element): boolean => wordsOf(paragraph).length < LONGEST

/** Is it a short line that announces what follows, and goes with it? */
export const isLeadIn = (paragraph: Element): boolean => endsInColon(paragraph) && isShort(paragraph)

const wordsOf = ({ textContent }: Element) => textContent?.trimEnd() ?? ''
