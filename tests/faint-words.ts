import type { Page } from 'puppeteer'
import { openPdfium } from '../build/gate/read/pdf.ts'
import { withPdf } from '../build/ground/disk/with-pdf.ts'
import { contrast, mix } from '../src/text/contrast.ts'

/** WCAG 2.2: contrast of small text. */
const AA = 4.5

/** Words of a page that can hardly be read on their ground, with both colours. Drawings and signs for the eye alone are not looked at. */
export async function faintWords(tab: Page): Promise<string[]> {
  const inks = await tab.evaluate(inksOfPage)
  return inks.flatMap(({ words, ink, grounds }) => {
    const ground = grounds.reduceRight(over, '#ffffff')
    const written = over(ground, ink)
    return contrast(written, ground) < AA ? [`${words}: ${written} on ${ground}`] : []
  })
}

/** What the eye sees of a colour, `rgb(…)` or `rgba(…)`, that lies on an opaque one. */
function over(ground: string, colour: string): string {
  const [red = 0, green = 0, blue = 0, share = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return mix(hexOf([red, green, blue]), ground, share)
}

const hexOf = (channels: readonly number[]) =>
  `#${channels.map(value => Math.round(value).toString(16).padStart(2, '0')).join('')}`

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

/** Pixels for each point: enough for the stem of a letter to have its colour. */
const SCALE = 2

/** Words of a PDF that do not stand out from what is drawn around them, with the least and the most light there. */
export async function faintWordsOfPdf(bytes: Uint8Array): Promise<string[]> {
  using pdfium = await openPdfium()
  using drawn = await pdfium.open(bytes)
  return await withPdf(bytes, async pdf => {
    const faint: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const [left = 0, , , top = 0] = page.view
      const { data, width } = await drawn.getPage(number - 1).render({ scale: SCALE, render: 'bitmap' })
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item) || item.str.trim() === '') continue
        const [, skew, , size, x, y] = item.transform as number[] as [
          number,
          number,
          number,
          number,
          number,
          number,
        ]
        if (skew !== 0) continue
        const pixels: [light: number, hex: string][] = []
        // From the baseline to the top of a small letter.
        for (let row = Math.ceil(SCALE * (top - y - size / 2)); row < SCALE * (top - y); row++)
          for (
            let column = Math.ceil(SCALE * (x - left));
            column < SCALE * (x - left + item.width);
            column++
          ) {
            const at = 4 * (row * width + column)
            const rgb = [data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255]
            pixels.push([rgb.reduce((sum, value) => sum + value, 0), hexOf(rgb)])
          }
        pixels.sort(([one], [other]) => one - other)
        const [[, dark] = [0, '#ffffff'], [, light] = [0, '#ffffff']] = [pixels[0], pixels.at(-1)]
        if (contrast(dark, light) < AA) faint.push(`page ${number} « ${item.str} »: ${dark} and ${light}`)
      }
    }
    return faint
  })
}
