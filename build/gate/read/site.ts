import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listFiles } from '../../ground/index.ts'
import { find, type Parent, parseHtml } from './html.ts'

export type ReadPage = { path: string; root: Parent }

/** The site's folder: its files (paths with `/`), and its pages parsed. */
export type SiteText = {
  /** Base path, with both slashes. */
  base: string
  files: ReadonlySet<string>
  /** Path of the file (`fiches/x/index.html`) → page. */
  pages: ReadonlyMap<string, ReadPage>
  /** The same of the atelier, which is an app beside the edition: no reader's page. */
  atelier: ReadonlyMap<string, ReadPage>
  read(path: string): Promise<Uint8Array>
  /** Null: the site has no such file. */
  text(path: string): Promise<string | null>
}

export async function readSite(dir: string, base: string): Promise<SiteText> {
  const files = listFiles(dir)
  const pages = await Promise.all(
    files
      // No page of this edition: a file to download, a fiche for other sites (which repeats its page), a former edition.
      .filter(path => path.endsWith('.html') && !/^(?:telechargements|integrer|editions)\//.test(path))
      .map(async path => {
        const root = parseHtml(await readFile(join(dir, path), 'utf8'))
        return [path, { path, root }] as const
      }),
  )
  const isAtelier = ([path]: readonly [string, ReadPage]) => path.startsWith('atelier/')
  const readers = pages.filter(entry => !isAtelier(entry))
  return {
    base,
    files: new Set(files),
    pages: new Map(readers.filter(([, { root }]) => !isMoved(root))),
    atelier: new Map(pages.filter(isAtelier)),
    read: path => readFile(join(dir, path)),
    text: async path =>
      files.includes(path) ? new TextDecoder().decode(await readFile(join(dir, path))) : null,
  }
}

/** Page that sends its readers on at once: `<meta http-equiv="refresh" content="0; url=/fiches/x/">`. */
const isMoved = (root: Parent) =>
  find(root, ({ attribs }) => /^refresh$/i.test(attribs['http-equiv'] ?? '')) !== undefined

/** The site's files as a host serves them: a folder's address is its `index.html`. */
export async function servedFiles({ files, base, read }: SiteText): Promise<Map<string, Uint8Array>> {
  const root = base.slice(1)
  const served = await Promise.all(
    [...files].map(async path => [`${root}${path}`, await read(path)] as const),
  )
  return new Map(
    served.flatMap(([path, bytes]) => [
      [path, bytes],
      ...(path.endsWith('index.html') ? [[path.slice(0, -'index.html'.length), bytes] as const] : []),
    ]),
  )
}
