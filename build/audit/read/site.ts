import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Parent, parseHtml } from './html.ts'
import { listFiles } from './list-files.ts'

export type SitePage = { path: string; html: string; root: Parent }

/** The site's folder: its files (paths with `/`), and its pages parsed. */
export type SiteText = {
  dir: string
  /** Base path, with both slashes. */
  base: string
  files: ReadonlySet<string>
  /** Path of the file (`fiches/x/index.html`) → page. */
  pages: ReadonlyMap<string, SitePage>
  read(path: string): Promise<Uint8Array>
}

export async function readSite(dir: string, base: string): Promise<SiteText> {
  const files = await listFiles(dir)
  const pages = await Promise.all(
    files
      .filter(path => path.endsWith('.html'))
      .map(async path => {
        const html = await readFile(join(dir, path), 'utf8')
        return [path, { path, html, root: parseHtml(html) }] as const
      }),
  )
  return { dir, base, files: new Set(files), pages: new Map(pages), read: path => readFile(join(dir, path)) }
}
