import { formatBytes } from '../problems/index.ts'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  xhtml: 'application/xhtml+xml; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

/** The media type of a file, by its extension; undefined for a type that no edition holds. */
export const mediaTypeOf = (path: string): string | undefined =>
  types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()]

/** Holds in a page the place of a file's weight until that file is made: pages need not wait for the PDF. `path` is the
 *  file's own, relative to the output. */
export const weightSlot = (path: string): string => `⟦octets:${path}⟧`

/** A weight as readers see it, or its slot as it is. */
export const showWeight = (bytes: number | string): string =>
  typeof bytes === 'string' ? bytes : formatBytes(bytes)

/** Fills the slots of `text` with the weights of the files. @param bytesOf size of a file, by its path
 *  @throws Error when a slot names a file that was not made: no reader may see it */
export function fillWeights(text: string, bytesOf: (path: string) => number | undefined): string {
  return text.replace(/⟦octets:([^⟧]*)⟧/g, (_slot, path: string) => {
    const bytes = bytesOf(path)
    if (bytes === undefined) throw new Error(`a page tells the weight of ${path}, which was not made`)
    return formatBytes(bytes)
  })
}

/** Tells of an SVG picture, by its path: the check has compared the bytes with the name. */
export const isDrawing = (path: string): boolean => /\.svg$/i.test(path)
