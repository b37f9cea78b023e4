import { servedAt } from '../../../../src/addresses.ts'
import { SEARCH_POINTER } from '../../../../src/web/search/documents.ts'
import { sha256 } from '../../../disk/files.ts'
import { type Finding, fault } from '../../check.ts'
import type { SiteText } from '../read/site.ts'

const place = 'Site, sw.js'

/** What readers keep after one visit, at most, in bytes: pictures are left out beyond it, and nothing else. */
const KEPT_BYTES = 3_000_000

/** The list of what is kept for reading offline: each document as it is now, with its styles, programs, fonts and pictures.
 *  @param documents paths of the kit's documents on the site */
export async function* inOffline(site: SiteText, documents: readonly string[]): AsyncGenerator<Finding> {
  const { files, pages } = site
  const revisions = keptBy((await site.text('sw.js')) ?? '')
  const readers = [...pages.keys()].map(path => servedAt(path))
  const needed = [...new Set([...documents, ...readers]), SEARCH_POINTER, ...[...files].filter(isAsset)]
  for (const path of needed)
    if (!revisions.has(path)) yield fault(place, `« ${path || 'l’accueil'} » n’est pas lu hors connexion.`)
  yield* revisionsOf(site, revisions)
  yield* picturesOf(site, revisions)
}

/** Address relative to the site → its revision; null: its address alone tells its content. */
const keptBy = (worker: string): Map<string, string | null> =>
  new Map(
    [...worker.matchAll(/\{"url":"([^"]*)","revision":(?:"([^"]*)"|null)\}/g)].map(
      ([, url = '', revision]) => [url === './' ? '' : url, revision ?? null] as const,
    ),
  )

/** A style sheet, a program, a font, or all that the search knows. */
const isAsset = (path: string) => path.startsWith('assets/')

/** The name of a file may end with a hash of its content: another content has another address. */
const isHashed = (path: string) => isAsset(path) && /(?:^|[-/])[\w-]{8,}\.\w+$/.test(path)

const fileAt = (url: string) => (url === '' || url.endsWith('/') ? `${url}index.html` : url)

/** A browser fetches again what has another revision, and that alone. */
async function* revisionsOf(
  { files, read }: SiteText,
  kept: ReadonlyMap<string, string | null>,
): AsyncGenerator<Finding> {
  for (const [url, revision] of kept) {
    const file = fileAt(url)
    if (!files.has(file)) yield fault(place, `« ${url} » est à garder, et le site ne l’a pas.`)
    else if (revision === null && !isHashed(file))
      yield fault(
        place,
        `« ${url || 'l’accueil'} » est gardé sans empreinte : ses lecteurs n’en verraient jamais la version suivante.`,
      )
    else if (revision !== null && (revision === '' || !sha256(await read(file)).startsWith(revision)))
      yield fault(place, `« ${url} » est gardé sous l’empreinte d’une autre version.`)
  }
}

/** A picture is left out only where the bound is reached. */
async function* picturesOf(
  { files, read }: SiteText,
  kept: ReadonlyMap<string, string | null>,
): AsyncGenerator<Finding> {
  const left = [...files].filter(path => path.startsWith('images/') && !kept.has(path))
  if (left.length === 0) return
  const sizeOf = async (path: string) => (await read(path)).byteLength
  const sizes = await Promise.all(
    [...kept.keys()]
      .map(fileAt)
      .filter(path => files.has(path))
      .map(sizeOf),
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  for (const path of left)
    if (total + (await sizeOf(path)) <= KEPT_BYTES)
      yield fault(place, `L’image « ${path} » n’est pas gardée pour la lecture hors connexion.`)
}
