import type { Browser } from 'puppeteer'
import { type Files, type OfflineTab, openOfflineTab, origin } from '../../browser/offline-tab.ts'
import { encode, shrink } from './encode.ts'
import type { Shot } from './shot.ts'

/** A script may ask for its other half once the page is there. */
const IDLE_MS = 50

export type View = {
  /** Path of the page below the origin. */
  path: string
  /** Width of the window, in CSS pixels. */
  width: number
  /** Pixels of the picture for one of the window, at most 1. */
  scale: number
  scheme: 'light' | 'dark'
  /** Longest part of the page that is looked at, in CSS pixels. */
  height: number
  /** Written into the page before it is looked at: what a reading program adds. */
  css?: string
}

/** Opens a tab that photographs pages of `files`, always in the same way: no motion, no caret, fonts there.
 *  @throws Error when a page asks for a file that is not there */
export async function openStudio(
  browser: Browser,
  files: Files,
): Promise<{ shoot(view: View): Promise<Pick<Shot, 'png' | 'lignes'>> } & AsyncDisposable> {
  const sheet: OfflineTab = await openOfflineTab(browser, files)
  const { tab, ask } = sheet
  return {
    async shoot({ path, width, scale, scheme, height, css = '' }) {
      await ask(tab.setViewport({ width, height, deviceScaleFactor: 1 }))
      await ask(
        tab.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]),
      )
      await ask(tab.goto(`${origin}${path}`, { waitUntil: 'load' }))
      await ask(tab.evaluate(addStyle, STILL + css))
      await ask(tab.waitForNetworkIdle({ idleTime: IDLE_MS }))
      await ask(tab.evaluate(settle))
      const refused = sheet.takeRefused()
      if (refused.length > 0) throw new Error(`${path} asks for what is not there: ${refused.join(', ')}`)
      const tall = await ask(tab.evaluate(() => document.documentElement.scrollHeight))
      // The window is as high as the picture: a window that grows for it draws its letters a little aside, now and then.
      const clip = { x: 0, y: 0, width, height: Math.min(tall, height) }
      const lignes = await ask(tab.evaluate(readLines, clip.height))
      const taken = await ask(tab.screenshot({ type: 'png', clip, captureBeyondViewport: false }))
      return { lignes, png: await encode(await shrink(taken, scale)) }
    },
    [Symbol.asyncDispose]: () => sheet[Symbol.asyncDispose](),
  }
}

/** Nothing moves; and pictures are reduced in the one way that gives the same pixels each time. */
const STILL = `*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
img { image-rendering: pixelated !important; }
`

/** Runs in the tab. A sheet made by script, which no security policy of a page refuses. */
function addStyle(css: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

/** Runs in the tab: until what is drawn late is there. */
async function settle(): Promise<void> {
  await document.fonts.ready
  // A picture that cannot be decoded stays a hole in the shot, where it is seen.
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
  for (let frame = 0; frame < 2; frame++) await new Promise(done => requestAnimationFrame(done))
}

/** Runs in the tab: the first words of each element of text that is seen above `height`, and where they stand. */
function readLines(height: number): Shot['lignes'][number][] {
  const lines: Shot['lignes'][number][] = []
  const seen = new Set<Element>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const mots = (node.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 30).trimEnd()
    const block = node.parentElement?.closest(
      'h1,h2,h3,h4,h5,h6,p,li,td,th,dt,dd,figcaption,summary,button,a',
    )
    if (!block || seen.has(block) || mots === '' || !block.checkVisibility()) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const [box] = range.getClientRects()
    if (!box || box.width === 0 || box.top > height || box.bottom < 0) continue
    seen.add(block)
    const round = (value: number) => Math.round(value * 2) / 2
    lines.push({
      mots,
      sorte: block.closest('h1,h2,h3,h4,h5,h6') ? 'titre' : 'texte',
      x: round(box.left),
      y: round(box.top),
      largeur: round(box.width),
      hauteur: round(box.height),
    })
  }
  return lines
}
