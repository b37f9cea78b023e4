import type { Page } from 'puppeteer'
import { contrast, mix } from '../src/text/contrast.ts'

/** Words of a page that can hardly be read on their ground, with both colours. Drawings and signs for the eye alone are not looked at.
 *  @param least WCAG 2.2, contrast ratio */
export async function faintWords(tab: Page, least: number): Promise<string[]> {
  const inks = await tab.evaluate(inksOfPage)
  return inks.flatMap(({ words, ink, grounds }) => {
    const ground = grounds.reduceRight(over, '#ffffff')
    const written = over(ground, ink)
    return contrast(written, ground) < least ? [`${words}: ${written} on ${ground}`] : []
  })
}

/** What the eye sees of a colour, `rgb(…)` or `rgba(…)`, that lies on an opaque one. */
function over(ground: string, colour: string): string {
  const [red = 0, green = 0, blue = 0, share = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  const hex = [red, green, blue].map(value => Math.round(value).toString(16).padStart(2, '0')).join('')
  return mix(`#${hex}`, ground, share)
}

/** Runs in the tab: once for each colour on each ground, the first words that have it, and the grounds under them from the
 *  nearest to the first that hides all others. */
function inksOfPage(): { words: string; ink: string; grounds: string[] }[] {
  const inks = new Map<string, { words: string; ink: string; grounds: string[] }>()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const words = texts.currentNode.textContent?.trim()
    const element = texts.currentNode.parentElement
    if (!words || !element?.checkVisibility({ visibilityProperty: true })) continue
    if (element.closest('svg, [aria-hidden="true"]')) continue
    const grounds: string[] = []
    for (let under: Element | null = element; under; under = under.parentElement) {
      const { backgroundColor } = getComputedStyle(under)
      if (/, 0\)$/.test(backgroundColor)) continue
      grounds.push(backgroundColor)
      if (backgroundColor.startsWith('rgb(')) break
    }
    const { color: ink } = getComputedStyle(element)
    const key = `${element.className} ${ink} ${grounds}`
    if (!inks.has(key))
      inks.set(key, { words: `${element.className} « ${words.slice(0, 30)} »`, ink, grounds })
  }
  return [...inks.values()]
}
