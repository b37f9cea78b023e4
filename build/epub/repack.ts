import { type Zippable, zipSync } from 'fflate'

/** Years that a zip can tell (MS-DOS date). */
const [FIRST_YEAR, LAST_YEAR] = [1980, 2099]

/** The container: `mimetype` first and stored, then the other files by name, all of one date, so that the same files give
 *  the same bytes. @see https://www.w3.org/TR/epub-33/#sec-zip-container-mime */
export function repack(files: ReadonlyMap<string, Uint8Array>, date: Date): Uint8Array {
  const mimetype = files.get('mimetype')
  if (!mimetype) throw new Error('the book has no mimetype file')
  const mtime = zipDate(date)
  const entries: Zippable = { mimetype: [mimetype, { level: 0, mtime }] }
  for (const path of [...files.keys()].sort()) {
    if (path !== 'mimetype') entries[path] = [files.get(path) ?? new Uint8Array(), { level: 9, mtime }]
  }
  return zipSync(entries)
}

/** A zip holds local time: the UTC fields are given as local ones, so that the time zone changes no byte. */
function zipDate(date: Date): Date {
  const year = Math.min(Math.max(date.getUTCFullYear(), FIRST_YEAR), LAST_YEAR)
  return new Date(
    year,
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  )
}
