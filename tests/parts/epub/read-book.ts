import { unzipSync } from 'fflate'

export type BookText = {
  /** Path in the container → text, as the zip holds them, in order. */
  files: Map<string, string>
  opf: string
  nav: string
  ncx: string
  /** Chapters in the order of the spine, the navigation document apart. */
  spine: { href: string; xhtml: string }[]
}

/** An e-book as text, opened without any of the code that makes it. */
export function readBook(epub: Uint8Array): BookText {
  const decoder = new TextDecoder()
  const files = new Map(Object.entries(unzipSync(epub)).map(([path, bytes]) => [path, decoder.decode(bytes)]))
  const textOf = (name: string) => files.get(`OEBPS/${name}`) ?? ''
  const opf = textOf('content.opf')
  const hrefOfId = new Map(
    all(opf, /<item id="([^"]+)" href="([^"]+)"/g).map(([id = '', href = '']) => [id, href]),
  )
  const hrefs = all(opf, /<itemref idref="([^"]+)"\/>/g).map(([id = '']) => hrefOfId.get(id) ?? id)
  return {
    files,
    opf,
    nav: textOf('nav.xhtml'),
    ncx: textOf('toc.ncx'),
    spine: hrefs.map(href => ({ href, xhtml: textOf(href) })),
  }
}

/** The groups of every match. */
export const all = (text: string, pattern: RegExp): string[][] =>
  [...text.matchAll(pattern)].map(([, ...groups]) => groups)

/** The body's words as a reader meets them; printed page numbers, which the build adds, apart. */
export const wordsOf = (xhtml: string): string[] =>
  xhtml
    .slice(xhtml.indexOf('<body'))
    .replace(/ ?<span class="p">[^<]*<\/span>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
