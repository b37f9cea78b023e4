import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'puppeteer'
import type { Kit } from '../../src/kit.ts'
import type { Bundle } from '../bundle.ts'
import { type Cache, keyOf } from '../cache.ts'

/** What networks show of a link, in pixels. @see https://ogp.me */
export const PICTURE_SIZE = { width: 1200, height: 630 }

/** Address of the picture of a fiche, or of the kit, inside the site. */
export const picturePath = (id: string | null): string => `/partage/${id ?? 'kit'}.png`

const styleSheet = fileURLToPath(new URL('../../styles/web/share-picture.css', import.meta.url))
const origin = 'http://kit.invalid/'

export type PicturesInput = {
  kit: Kit
  /** The finished page of a fiche (its slug), or the home page (null). */
  pageOf(id: string | null): Promise<string>
  /** The style sheet, scripts and fonts of the site by path. */
  assets: Bundle
  browser(): Promise<Browser>
  cache: Cache
}

/** The pictures of links to the site, each photographed from the head of its page, kept while that does not change.
 *  @throws Error when the browser cannot draw one */
export async function sharePictures(input: PicturesInput): Promise<Record<string, Uint8Array>> {
  const { kit, pageOf, assets, cache } = input
  const styles = [
    ...Object.entries(assets).flatMap(([path, bytes]) =>
      path.endsWith('.css') ? [new TextDecoder().decode(bytes)] : [],
    ),
    await readFile(styleSheet, 'utf8'),
  ]
    .join('\n')
    // A page may be read without its fonts; a picture waits for them.
    .replaceAll('font-display:optional', 'font-display:block')
  const fonts = Object.entries(assets).filter(([path]) => path.endsWith('.woff2'))
  const pictures: Record<string, Uint8Array> = {}
  let tab: Page | undefined
  try {
    const published = kit.fiches.flatMap(fiche => (fiche.statut === 'a-paraitre' ? [] : [fiche.slug]))
    for (const id of [null, ...published]) {
      const html = pictureHtml(await pageOf(id), styles)
      const key = keyOf('partage', html, ...fonts.flat())
      let picture: Uint8Array | undefined = await cache.read(key)
      if (!picture) {
        tab ??= await openTab(await input.browser(), assets, kit)
        picture = await photograph(tab, html)
        await cache.write(key, picture)
      }
      pictures[picturePath(id).slice(1)] = picture
    }
    return pictures
  } finally {
    await tab?.close()
  }
}

/** The head of a page and the kit's name below it, on a ground of the picture's size. */
function pictureHtml(page: string, styles: string): string {
  const head =
    /<header class="tete-fiche">[\s\S]*?<\/header>/.exec(page)?.[0] ??
    /<div class="ouverture [\s\S]*?(?=<div class="outils">)/.exec(page)?.[0]
  const family = /<article class="([^"]*)"/.exec(page)?.[1] ?? ''
  const name = /<a class="logo"[\s\S]*?<\/a>/.exec(page)?.[0]
  if (!head || !name) throw new Error('a page has no head to make a picture of')
  return `<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><style>${styles}</style><body class="image-partage"><div class="${family}">${head}</div><p class="entete">${name}</p></body></html>`
}

async function openTab(browser: Browser, assets: Bundle, kit: Kit): Promise<Page> {
  const tab = await browser.newPage()
  await tab.setViewport(PICTURE_SIZE)
  await tab.setRequestInterception(true)
  tab.on('request', request => {
    const path = new URL(request.url()).pathname.slice(kit.site.base.length)
    const bytes = assets[path]
    // The page itself is set, not fetched; a font is answered, all else is refused.
    void (bytes
      ? request.respond({ body: Buffer.from(bytes), headers: { 'Access-Control-Allow-Origin': '*' } })
      : request.url() === origin
        ? request.respond({ body: '', contentType: 'text/html' })
        : request.abort())
  })
  await tab.goto(origin)
  return tab
}

async function photograph(tab: Page, html: string): Promise<Uint8Array> {
  await tab.setContent(html, { waitUntil: 'load' })
  const missing = await tab.evaluate(async () => {
    await Promise.all([...document.fonts].map(font => font.load().catch(() => undefined)))
    return [...document.fonts].filter(
      ({ family, status }) => status !== 'loaded' && !family.includes('repli'),
    ).length
  })
  if (missing > 0) throw new Error(`the browser could not read ${missing} fonts of a picture`)
  return tab.screenshot({ type: 'png' })
}
