import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { zipDate } from './zip-date.ts'

/** The container: `mimetype` first and stored, then the other files by name, all of one date, so that the same files give
 *  the same bytes. Node's zlib packs them on its own threads. @see https://www.w3.org/TR/epub-33/#sec-zip-container-mime */
export async function repack(files: ReadonlyMap<string, Uint8Array>, date: Date): Promise<Uint8Array> {
  const mimetype = files.get('mimetype')
  if (!mimetype) throw new Error('the book has no mimetype file')
  // A finer time would be an extra field.
  const dated = { mtime: zipDate(date), forceDosTimestamp: true }
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(mimetype), 'mimetype', { ...dated, compress: false })
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (path !== 'mimetype') zip.addBuffer(Buffer.from(bytes), path, { ...dated, compressionLevel: 9 })
  zip.end()
  return buffer(zip.outputStream)
}
