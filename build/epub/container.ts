import { EPub } from 'epub-gen-memory'
import type { Chapter } from './chapters.ts'
import { FOLDER, NAV } from './files.ts'

/** The library's name for the navigation document, which is no table of contents alone. */
const LIBRARY_NAV = `${FOLDER}/toc.xhtml`

export type BookFiles = {
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
