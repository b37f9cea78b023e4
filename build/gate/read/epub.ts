import { posix } from 'node:path'
import { unzipSync } from 'fflate'
import { find, findAll, type Parent, parseXml } from './html.ts'

type BookChapter = {
  /** Path relative to the package document. */
  href: string
  xhtml: string
  root: Parent
}

/** An e-book, opened without any of the code that makes it. */
export type EpubText = {
  bytes: Uint8Array
  /** Path in the container → bytes, in the order of the archive. */
  files: ReadonlyMap<string, Uint8Array>
  /** Folder of the package document, in the container. */
  folder: string
  /** In reading order. */
  spine: readonly BookChapter[]
  nav: BookChapter
  chapter(name: string): BookChapter | undefined
}

/** @throws Error when the archive has no package document or no navigation document */
export function readEpub(bytes: Uint8Array): EpubText {
  const files = new Map(Object.entries(unzipSync(bytes)))
  const decoder = new TextDecoder()
  const textAt = (path: string) => {
    const entry = files.get(path)
    if (!entry) throw new Error(`the e-book has no ${path}`)
    return decoder.decode(entry)
  }
  const container = parseXml(textAt('META-INF/container.xml'))
  const opfPath = find(container, 'rootfile')?.attribs['full-path']
  if (!opfPath) throw new Error('the e-book names no package document')
  const folder = posix.dirname(opfPath)
  const opf = parseXml(textAt(opfPath))
  const items = findAll(opf, 'item').map(({ attribs }) => attribs)
  const read = (href: string): BookChapter => {
    const xhtml = textAt(posix.join(folder, href))
    return { href, xhtml, root: parseXml(xhtml) }
  }
  const navHref = items.find(({ properties }) => properties?.split(' ').includes('nav'))?.['href']
  if (!navHref) throw new Error('the e-book has no navigation document')
  const spine = findAll(opf, 'itemref').flatMap(({ attribs }) => {
    const href = items.find(({ id }) => id === attribs['idref'])?.['href']
    return href === undefined ? [] : [read(href)]
  })
  return {
    bytes,
    files,
    folder,
    spine,
    nav: read(navHref),
    chapter: name => spine.find(({ href }) => href === name),
  }
}
