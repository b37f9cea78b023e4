import type { Browser } from 'puppeteer'
import type { Files } from '../../browser/offline-tab.ts'
import type { Shot } from './shot.ts'
import { openStudio } from './studio.ts'

/** A page of the site that stands for its kind. `id`: the kind, or the page's own name. */
export type SitePlace = { id: string; titre: string; path: string }

const windows = [
  { width: 390, scale: 0.5 },
  { width: 1280, scale: 0.3 },
] as const
const schemes = [
  { scheme: 'light', name: 'de jour' },
  { scheme: 'dark', name: 'de nuit' },
] as const
/** The upper part of a page shows its kind; all its words are compared by the audit. */
const HEIGHT = 2200

/** A weight as pages tell it (src/french.ts). */
const WEIGHT = /\d[\d,]*\u00a0(?:ko|Mo)/g

/** The site as it is pictured. Pages have one weight for all: that of a PDF changes with any word of it, and the audit holds it against
 *  the file. Style sheets have fonts that a page waits for: in a reader's hands a face that is late, such as a rare italic, stays out of
 *  the page, and a picture would show it one time and not the next. */
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

/** Each page in two windows, by day and by night. */
export async function shootSite(
  browser: Browser,
  files: Files,
  places: readonly SitePlace[],
  signal: AbortSignal,
): Promise<Shot[]> {
  await using studio = await openStudio(browser, asPictured(files))
  const shots: Shot[] = []
  for (const { id, titre, path } of places)
    for (const { width, scale } of windows)
      for (const { scheme, name } of schemes) {
        signal.throwIfAborted()
        shots.push({
          id: `site/${id}-${width}-${scheme === 'light' ? 'jour' : 'nuit'}`,
          edition: 'site',
          titre,
          vue: `${width} px, ${name}`,
          page: null,
          texte: null,
          scale,
          ...(await studio.shoot({ path, width, scale, scheme, height: HEIGHT })),
        })
      }
  return shots
}
