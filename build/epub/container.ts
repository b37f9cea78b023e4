import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { EPub } from 'epub-gen-memory'
import { ZipFile } from 'yazl'
import { bookPicture, publishedPicture } from '../../src/charts/index.ts'
import { mediaTypeOf } from '../../src/text/index.ts'
import { type Chapter, type EpubDocument, picturesIn } from './chapters.ts'
import { COVER, FOLDER, NAV, zipDate } from './files.ts'

/** The library's name for the navigation document, which is no table of contents alone. */
const LIBRARY_NAV = `${FOLDER}/toc.xhtml`

type BookFiles = {
  title: string
  css: string
  chapters: readonly Chapter[]
  /** Package document, navigation document and NCX, as XML. */
  opf: string
  nav: string
  ncx: string
  /** Path inside the publication → bytes. */
  resources: ReadonlyMap<string, Uint8Array>
}

/** epub-gen-memory rewrites what it is given as `content` (it drops `scope`, `start`, SVG geometry, accents of file names …)
 *  and dates its package itself. Here it lays out the container, and its templates pass our own package and navigation through.
 *  The chapters are not led through it: it would take longer to look at each than to write them all. */
class KitEpub extends EPub {
  constructor({ title, css, opf, nav, ncx }: BookFiles) {
    const templates = { contentOPF: '<%- opf %>', tocXHTML: '<%- nav %>', tocNCX: '<%- ncx %>' }
    const options = { title, css, ...templates, opf, nav, ncx }
    super(options, [])
  }

  async files(): Promise<Map<string, Uint8Array>> {
    await this.render()
    const files = new Map<string, Uint8Array>()
    for (const entry of Object.values(this.zip.files)) {
      if (entry.dir) continue
      const path = entry.name === LIBRARY_NAV ? `${FOLDER}/${NAV}` : entry.name
      files.set(path, await entry.async('uint8array'))
    }
    return files
  }
}

/** The files of the container, `mimetype` and `META-INF` included. */
export async function layOutContainer(book: BookFiles): Promise<Map<string, Uint8Array>> {
  const files = await new KitEpub(book).files()
  const encoder = new TextEncoder()
  for (const { href, xhtml } of book.chapters) files.set(`${FOLDER}/${href}`, encoder.encode(xhtml))
  for (const [path, bytes] of book.resources) files.set(`${FOLDER}/${path}`, bytes)
  return files
}

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

/** @throws when the format is none of EPUB 3.3's core pictures */
export function pictureTypeOf(path: string): string {
  const type = mediaTypeOf(path)
  if (!type?.startsWith('image/')) throw new Error(`${path}: an e-book shows no file of that kind`)
  return type
}

/** Every picture that a chapter shows: the cover's, drawings of the renderer, pictures of the kit's folder. */
export async function resourcesOf(
  documents: readonly EpubDocument[],
  chapters: readonly Chapter[],
  dir: string,
  cover: Uint8Array,
): Promise<Map<string, Uint8Array>> {
  const resources = new Map([[COVER, cover]])
  for (const { path, content } of documents.flatMap(document => document.resources)) {
    resources.set(path, new TextEncoder().encode(content))
  }
  const heads = new Set(documents.map(({ item }) => (item.kind === 'fiche' ? item.fiche.tete : undefined)))
  const picturePaths = chapters.flatMap(({ xhtml }) => picturesIn(xhtml))
  for (const path of new Set(picturePaths)) {
    if (resources.has(path)) continue
    // The head of a chapter is its ground.
    const inEditions = heads.has(path) ? publishedPicture : bookPicture
    resources.set(path, inEditions(path, await readFile(join(dir, path))))
  }
  return resources
}
