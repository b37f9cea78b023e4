import { servedAt } from '../../src/text/index.ts'
import { type Bundle, sha256 } from '../ground/index.ts'

/** A file that readers keep. `revision` is null where the name itself tells the content. */
type OfflineFile = { url: string; revision: string | null }

/** Most bytes that a reader keeps after one visit. */
export const OFFLINE_BYTES = 3_000_000

/** Not for readers, or fetched when asked for: editions, what hosts and machines read, pages that only lead on. */
const excluded =
  /^(?:telechargements\/|donnees\/|partage\/|integrer\/|sw\.js$|_headers$|_redirects$|robots\.txt$|sitemap\.xml$|\.nojekyll$|\.htaccess$|.+\.atom$)/

/** Their names are made from their content. */
const hashedName = /^assets\//

/** The files to keep, by address relative to the site: everything that pages need, then pictures, the lightest first, as far as the bound allows.
 *  @param files path → content. @param skipped pages that nobody reads (redirections) */
export function offlineFiles(
  files: Bundle,
  skipped: ReadonlySet<string>,
  limit = OFFLINE_BYTES,
): OfflineFile[] {
  const candidates = Object.entries(files).filter(([path]) => !excluded.test(path) && !skipped.has(path))
  const pictures = candidates.filter(([path]) => path.startsWith('images/'))
  const needed = candidates.filter(([path]) => !path.startsWith('images/'))
  let total = 0
  const within = [...needed, ...pictures.sort(lightestFirst)].filter(([path, { byteLength }]) => {
    total += byteLength
    return total <= limit || !path.startsWith('images/')
  })
  return within
    .map(([path, content]) => ({
      url: servedAt(path) || './',
      revision: hashedName.test(path) ? null : revisionOf(content),
    }))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
}

const revisionOf = (content: Uint8Array) => sha256(content).slice(0, 16)

const lightestFirst = (
  [onePath, content]: [string, Uint8Array],
  [otherPath, otherContent]: [string, Uint8Array],
) => content.byteLength - otherContent.byteLength || (onePath < otherPath ? -1 : 1)

/** Writes the list into the service worker. @throws Error when Vite left no place for it */
export function withOfflineFiles(worker: string, files: readonly OfflineFile[]): string {
  const place = 'self.__WB_MANIFEST'
  if (!worker.includes(place)) throw new Error(`the service worker has no ${place}`)
  return worker.replace(place, () => JSON.stringify(files))
}
