import type { Browser } from 'puppeteer'
import { type Files, type OfflineTab, openOfflineTab, origin, sha256 } from '../../ground/index.ts'
import type { Shot } from './baselines.ts'
import { encode, shrink } from './compare.ts'

/** A script may ask for its other half once the page is there. */
const IDLE_MS = 50

/** What a view says: lines end elsewhere without a word having changed. */
export const fingerprintOfWords = (text: string): string =>
  sha256(text.replace(/[\s\u00ad-]+/g, '')).slice(0, 16)

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
  const visited = new Set<Element>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const mots = (node.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 30).trimEnd()
    const block = node.parentElement?.closest(
      'h1,h2,h3,h4,h5,h6,p,li,td,th,dt,dd,figcaption,summary,button,a',
    )
    if (!block || visited.has(block) || mots === '' || !block.checkVisibility()) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const [box] = range.getClientRects()
    if (!box || box.width === 0 || box.top > height || box.bottom < 0) continue
    visited.add(block)
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

/** A chapter, or a page of the site that stands for its kind. `id`: the kind, or the page's own name. */
export type ShotPlace = { id: string; titre: string; path: string }

const windows = [
  { width: 390, scale: 0.5 },
  { width: 1280, scale: 0.3 },
] as const
const schemes = [
  { scheme: 'light', name: 'de jour' },
  { scheme: 'dark', name: 'de nuit' },
] as const
/** The upper part of a page shows its kind; all its words are compared by the audit. */
const PAGE_HEIGHT = 2200

/** A weight as pages tell it (src/problems/french.ts). */
const WEIGHT = /\d[\d,]*\u00a0(?:ko|Mo)/g

/** Prepares the site for pictures. All pages tell the same weight: a PDF's weight changes with any word, and the audit
 *  checks it against the file. Style sheets wait for their fonts: for readers, a late face such as a rare italic is left
 *  out, and pictures would differ from run to run. */
export function asPictured(files: Files): Files {
  const change = (path: string, text: string) =>
    path.endsWith('.css')
      ? text.replaceAll('font-display:optional', 'font-display:block')
      : text.replace(WEIGHT, '000\u00a0ko')
  return new Map(
    [...files].map(([path, body]) => [
      path,
      isPage(path) || path.endsWith('.css')
        ? change(path, typeof body === 'string' ? body : Buffer.from(body).toString('utf8'))
        : body,
    ]),
  )
}

/** A page is served under its name, or under that of its folder. */
const isPage = (path: string) => path === '' || /(\/|\.html)$/.test(path)

/** Themes of reading programs: none, and their night. @see Readium CSS, night mode */
export const readingThemes = [
  { id: 'jour', name: 'de jour', css: 'body { margin: 0 16px; }' },
  {
    id: 'nuit',
    name: 'de nuit',
    css: 'body { margin: 0 16px; } :root, body { background: black !important; color: #fefefe !important; } *:not(a) { color: inherit !important; background-color: transparent !important; border-color: currentcolor !important; }',
  },
] as const

const tablet = { width: 420, scale: 0.5, scheme: 'light', height: 1500 } as const

type PictureView = {
  id: string
  /** As a person calls it. */
  vue: string
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

/** Each page of the site in two windows, by day and by night; the beginning of each chapter, as a tablet shows it in two themes. */
const views: Record<'site' | 'epub', readonly PictureView[]> = {
  site: windows.flatMap(window =>
    schemes.map(({ scheme, name }) => ({
      ...window,
      id: `${window.width}-${scheme === 'light' ? 'jour' : 'nuit'}`,
      vue: `${window.width} px, ${name}`,
      scheme,
      height: PAGE_HEIGHT,
    })),
  ),
  epub: readingThemes.map(({ id, name, css }) => ({ ...tablet, id, vue: name, css })),
}

type Shooting = {
  edition: keyof typeof views
  files: Files
  places: readonly ShotPlace[]
  browser: Browser
  signal: AbortSignal
}

/** Photographs the pages of an edition in each of its views, always in the same way: no motion, no caret, fonts there.
 *  @throws Error when a page asks for a file that is not there */
export async function shootPages({ edition, files, places, browser, signal }: Shooting): Promise<Shot[]> {
  await using sheet = await openOfflineTab(browser, files)
  const shots: Shot[] = []
  for (const { id, titre, path } of places)
    for (const view of views[edition]) {
      signal.throwIfAborted()
      const { vue, scale } = view
      const of = { edition, titre, vue, page: null, texte: null, style: [], scale }
      shots.push({ id: `${edition}/${id}-${view.id}`, ...of, ...(await shoot(sheet, path, view)) })
    }
  return shots
}

async function shoot(
  { tab, ask, takeRefused }: OfflineTab,
  path: string,
  { width, height, scale, scheme, css = '' }: PictureView,
): Promise<Pick<Shot, 'png' | 'mots' | 'lignes'>> {
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
  const refused = takeRefused()
  if (refused.length > 0) throw new Error(`${path} asks for what is not there: ${refused.join(', ')}`)
  const tall = await ask(tab.evaluate(() => document.documentElement.scrollHeight))
  // The window is as high as the picture: a window that grows for it draws its letters a little aside, now and then.
  const clip = { x: 0, y: 0, width, height: Math.min(tall, height) }
  const lignes = await ask(tab.evaluate(readLines, clip.height))
  const screenshot = await ask(tab.screenshot({ type: 'png', clip, captureBeyondViewport: false }))
  const mots = fingerprintOfWords(await ask(tab.evaluate(() => document.body.textContent ?? '')))
  return { lignes, mots, png: await encode(await shrink(screenshot, scale)) }
}
