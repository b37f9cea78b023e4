import { EPub } from 'epub-gen-memory'
import type { Chapter } from './chapters.ts'
import { NAV } from './files.ts'

/** The library's folder of publication files. */
const FOLDER = 'OEBPS'
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
 *  and dates its package itself. Here its templates only pass our own documents through: it lays out the container. */
class KitEpub extends EPub {
  constructor({ title, css, chapters, opf, nav, ncx, resources }: BookFiles) {
    const options = {
      title,
      css,
      chapterXHTML: '<%- xhtml %>',
      contentOPF: '<%- opf %>',
      tocXHTML: '<%- nav %>',
      tocNCX: '<%- ncx %>',
      opf,
      nav,
      ncx,
    }
    super(
      options,
      chapters.map(({ title, href, xhtml }) => ({ title, filename: href, content: '', xhtml })),
    )
    for (const [path, bytes] of resources) this.zip.file(`${FOLDER}/${path}`, bytes)
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
export function layOutContainer(book: BookFiles): Promise<Map<string, Uint8Array>> {
  return new KitEpub(book).files()
}
