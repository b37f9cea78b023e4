import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Kit, publishedFiches } from '../../src/kit/index.ts'
import { attributeOf, elementsOf, hasClass } from '../../src/problems/index.ts'
import { withBase } from '../../src/text/index.ts'
import {
  type Bundle,
  type Cache,
  kept,
  keyOf,
  type LazyBrowser,
  type OfflineTab,
  openOfflineTab,
  origin,
} from '../ground/index.ts'
import { picturePath } from '../pages/index.ts'

/** Size of the picture that networks show of a link, in pixels. @see https://ogp.me */
const PICTURE_SIZE = { width: 1200, height: 630 }

const styleSheet = fileURLToPath(new URL('../../styles/web/share-picture.css', import.meta.url))

type PicturesInput = {
  kit: Kit
  /** The finished page of a fiche (its slug), or the home page (null). */
  pageOf(id: string | null): string
  /** The style sheet, scripts, fonts and pictures of the site by path. */
  assets: Bundle
  browser: Pick<LazyBrowser, 'identity' | 'open'>
  cache: Cache
}

/** The pictures of links to the site, each photographed from the head of its page, kept while that does not change.
 *  @throws Error when the browser cannot draw one */
export async function sharePictures(input: PicturesInput): Promise<Record<string, Uint8Array>> {
  const { kit, pageOf, assets, cache } = input
  const pictureStyle = await readFile(styleSheet, 'utf8')
  const stylesOf = (page: string) =>
    [...sheetsOf(page, kit, assets), pictureStyle]
      .join('\n')
      // A page may be read without its fonts; a picture waits for them.
      .replaceAll('font-display:optional', 'font-display:block')
  const fonts = Object.entries(assets).filter(([path]) => path.endsWith('.woff2'))
  const common = keyOf('photographe', input.browser.identity, ...fonts.flat())
  const pictures: Record<string, Uint8Array> = {}
  const files = new Map<string, Uint8Array | string>(
    Object.entries(assets).map(([path, bytes]) => [withBase(`/${path}`, kit).slice(1), bytes]),
  )
  // Among the style sheets, whose addresses are relative.
  const place = withBase('/assets/image', kit).slice(1)
  let tab: OfflineTab | undefined
  try {
    const published = publishedFiches(kit).map(({ slug }) => slug)
    for (const id of [null, ...published]) {
      const html = pictureHtml(pageOf(id), stylesOf(pageOf(id)))
      const shown = Object.entries(assets).filter(([path]) => html.includes(`"${withBase(`/${path}`, kit)}"`))
      pictures[picturePath(id).slice(1)] = await kept(
        cache,
        'partage',
        [html, common, ...shown.flat()],
        async () => {
          tab ??= await openOfflineTab(await input.browser.open(), files)
          return photograph(tab, files, { html, place })
        },
      )
    }
    return pictures
  } finally {
    await tab?.[Symbol.asyncDispose]()
  }
}

/** The style sheets that a page loads. */
function sheetsOf(page: string, kit: Kit, assets: Bundle): string[] {
  const links = new Set(
    [...page.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)].map(([, href]) => href),
  )
  return Object.entries(assets).flatMap(([path, bytes]) =>
    links.has(withBase(`/${path}`, kit)) ? [new TextDecoder().decode(bytes)] : [],
  )
}

/** The head of a page and the kit's name below it, on a ground of the picture's size. */
function pictureHtml(page: string, styles: string): string {
  const elements = elementsOf(page)
  const find = (name: string, className: string) =>
    elements.find(element => element.name === name && hasClass(element, className))
  const [heading, opening, tools, logo] = [
    find('header', 'tete-fiche'),
    find('div', 'ouverture'),
    find('div', 'outils'),
    find('a', 'logo'),
  ]
  const head = heading
    ? page.slice(heading.start, heading.end)
    : opening && tools && page.slice(opening.start, tools.start)
  const article = elements.find(({ name }) => name === 'article')
  const family = (article && attributeOf(article, 'class')) ?? ''
  const name = logo && page.slice(logo.start, logo.end)
  if (!head || !name) throw new Error('a page has no head to make a picture of')
  return `<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><style>${styles}</style><body class="image-partage"><div class="${family}">${head}</div><p class="entete">${name}</p></body></html>`
}

/** @param files what the tab reads; the picture's page is put among it */
async function photograph(
  { ask, tab, takeRefused }: OfflineTab,
  files: Map<string, Uint8Array | string>,
  { html, place }: { html: string; place: string },
): Promise<Uint8Array> {
  files.set(place, html)
  await ask(tab.setViewport(PICTURE_SIZE))
  await ask(tab.goto(`${origin}${place}`, { waitUntil: 'load' }))
  await ask(tab.evaluate(() => document.fonts.ready.then(() => undefined)))
  const refused = takeRefused()
  if (refused.length > 0) throw new Error(`a picture asks for what it does not have: ${refused.join(', ')}`)
  return ask(tab.screenshot({ type: 'png' }))
}
