import type { Browser } from 'puppeteer'
import { openOfflineTab, origin } from '../ground/index.ts'

type CoverInput = {
  browser: Browser
  /** The print cover: what its layout writes, without the frame of a page. */
  html: string
  /** The print edition's style sheet and `@font-face` rules, as its pages are assembled with. */
  css: string
  /** Fonts and pictures by the path that `html` and `css` name. */
  files: ReadonlyMap<string, Uint8Array>
  /** The print edition's tools (`readTools`), which give the title its size. */
  tools: string
  signal?: AbortSignal | undefined
}

/** Follows libraries and shops: 1 : 1.6, in pixels. */
export const COVER_SIZE = { width: 1600, height: 2560 }

/** The page in CSS pixels: the print cover's width (210 mm), rounded so that the picture has whole pixels at twice the density. */
const PAGE = { width: COVER_SIZE.width / 2, height: COVER_SIZE.height / 2 }

/** The print cover places everything from the top of its page: what stands at its foot goes down with the foot. */
const adaptation = `:root { --fond-perdu: 0mm; --feuille-largeur: ${PAGE.width}px; --feuille-hauteur: ${PAGE.height}px; --rogne-largeur: ${PAGE.width}px;
--zone-gauche: calc((${PAGE.width}px - var(--zone-largeur)) / 2); }
html, body { margin: 0; background: var(--papier); }
.zone { left: var(--zone-gauche); top: var(--zone-haut); }
/* What it counts is told inside; a choice of fiches has the same picture. */
.couverture-pied ul { visibility: hidden; }
.couverture-ville, .couverture-pied { transform: translateY(calc(${PAGE.height}px - var(--rogne-hauteur))); }`

/** Shops and e-readers refuse heavy covers. */
const LIMIT_BYTES = 300_000
const QUALITIES = [92, 85, 75, 60]

/** The cover's picture: the print cover's own layout, on a page of 1 : 1.6, photographed by the browser. JPEG, under 300 kB.
 *  @throws when a font or picture of the cover is missing, or nothing brings it under the limit */
export async function takeCover({
  browser,
  html,
  css,
  files,
  tools,
  signal,
}: CoverInput): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const page = `<!doctype html><html lang="fr-FR"><head><meta charset="utf-8"><style>${css}
${adaptation}</style></head><body><section class="zone">${html}</section></body></html>`
  const all = new Map<string, Uint8Array | string>([...files, ['', page]])
  await using sheet = await openOfflineTab(browser, all)
  const { tab, ask, takeRefused } = sheet
  await ask(tab.setViewport({ ...PAGE, deviceScaleFactor: 2 }))
  await ask(tab.goto(origin, { waitUntil: 'load' }))
  await ask(tab.evaluate(() => document.fonts.ready.then(() => undefined)))
  await ask(tab.evaluate(tools))
  const [zone, body] = [await ask(tab.$('.zone')), await ask(tab.$('body'))]
  if (zone && body) await ask(tab.evaluate((...all) => window.workbench.fitTitles(...all), zone, body))
  const refused = takeRefused()
  if (refused.length > 0) throw new Error(`the cover asks for what it does not have: ${refused.join(', ')}`)
  for (const quality of QUALITIES) {
    signal?.throwIfAborted()
    const bytes = await ask(tab.screenshot({ type: 'jpeg', quality }))
    if (bytes.byteLength <= LIMIT_BYTES) return bytes
  }
  throw new Error(`the cover weighs more than ${LIMIT_BYTES} bytes, however it is compressed`)
}
