import type { Browser, HTTPRequest } from 'puppeteer'
import { mm, toPx } from '../../src/units.ts'

export type CoverInput = {
  browser: Browser
  /** The print cover: what its layout writes, without the frame of a page. */
  html: string
  /** The print edition's style sheet and `@font-face` rules, as its pages are assembled with. */
  css: string
  /** Fonts and pictures by the path that `html` and `css` name. */
  files: ReadonlyMap<string, Uint8Array>
  signal?: AbortSignal | undefined
}

/** What libraries and shops ask for: 1 : 1.6, in pixels. */
export const COVER_SIZE = { width: 1600, height: 2560 }

/** The print cover's width; the picture is taller than its page, and the layout has the space to share out. */
const WIDTH = mm(210)
const HEIGHT = mm((WIDTH * COVER_SIZE.height) / COVER_SIZE.width)

/** Shops and e-readers refuse heavy covers. */
const LIMIT_BYTES = 300_000
const QUALITIES = [92, 85, 75, 60]

const origin = 'http://kit.invalid/'

/** The cover's picture: the print cover's own layout, on a page of 1 : 1.6, photographed by the browser. JPEG, under 300 kB.
 *  @throws when a font or picture of the cover is missing, or nothing brings it under the limit */
export async function takeCover({ browser, html, css, files, signal }: CoverInput): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const refused: string[] = []
  const page = `<!doctype html><html lang="fr-FR"><head><meta charset="utf-8"><style>${css}
:root { --fond-perdu: 0mm; --feuille-largeur: ${WIDTH}mm; --feuille-hauteur: ${HEIGHT}mm; --rogne-largeur: ${WIDTH}mm; --rogne-hauteur: ${HEIGHT}mm; }
html, body { margin: 0; }</style></head><body><section class="page recto sorte-couverture sans-famille premiere"><div class="rogne"><div class="zone">${html}</div></div></section></body></html>`
  const tab = await browser.newPage()
  try {
    await tab.setRequestInterception(true)
    tab.on(
      'request',
      request => void answer(request, page, files, refused).catch(() => refused.push(request.url())),
    )
    const [width, height] = [toPx(WIDTH), toPx(HEIGHT)]
    await tab.setViewport({
      width: Math.ceil(width),
      height: Math.ceil(height),
      deviceScaleFactor: COVER_SIZE.width / width,
    })
    await tab.goto(origin, { waitUntil: 'load' })
    await tab.evaluate(() => document.fonts.ready.then(() => undefined))
    if (refused.length > 0) throw new Error(`the cover asks for what it does not have: ${refused.join(', ')}`)
    const clip = { x: 0, y: 0, width, height }
    for (const quality of QUALITIES) {
      signal?.throwIfAborted()
      const bytes = await tab.screenshot({ type: 'jpeg', quality, clip })
      if (bytes.byteLength <= LIMIT_BYTES) return bytes
    }
    throw new Error(`the cover weighs more than ${LIMIT_BYTES} bytes, however it is compressed`)
  } finally {
    if (browser.connected && !tab.isClosed()) await tab.close()
  }
}

/** The tab reads the page and its files, and nothing else. */
async function answer(
  request: HTTPRequest,
  page: string,
  files: CoverInput['files'],
  refused: string[],
): Promise<void> {
  const url = request.url()
  if (url.startsWith('data:')) return request.continue()
  if (url === origin) return request.respond({ contentType: 'text/html; charset=utf-8', body: page })
  const path = decodeURIComponent(new URL(url).pathname.slice(1))
  const bytes = url.startsWith(origin) ? files.get(path) : undefined
  if (bytes === undefined) {
    refused.push(url)
    return request.abort()
  }
  const contentType = path.endsWith('.svg') ? 'image/svg+xml' : 'application/octet-stream'
  return request.respond({ contentType, body: Buffer.from(bytes) })
}
