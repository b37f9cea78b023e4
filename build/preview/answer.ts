import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import type { ViteDevServer } from 'vite'
import { mediaTypeOf } from '../../src/media-type.ts'
import { publishedPicture } from '../../src/svg/published-picture.ts'
import { siteTokensCss } from '../../src/web/tokens-css.ts'
import type { Preview } from '../pdf/preview.ts'
import { icons } from '../site/icons.ts'
import { searchFiles } from '../site/search/index.ts'
import { webAppManifest } from '../site/web-app.ts'
import type { Cache } from '../store/cache.ts'
import { oncePerKit } from './once-per-kit.ts'
import { append, corner, emptyPage, panel, tellShown } from './panel.ts'
import { paperPage } from './paper.ts'
import type { Snapshot } from './snapshot.ts'

export type AnswerOptions = {
  current(): Snapshot
  vite: ViteDevServer
  browser(): Promise<Browser>
  cache: Cache
  signal: AbortSignal
}

/** Answers a request from the kit as it is now; what the kit has not is Vite's. */
export function answer(options: AnswerOptions) {
  const { vite, current, cache, signal } = options
  const paperOf = oncePerKit(async (kit, id) =>
    paperPage(kit, id, { browser: await options.browser(), cache, signal }),
  )
  let paperFiles: Preview['files'] = new Map()

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request)
    if (path === null) {
      response.writeHead(400)
      response.end()
      return
    }
    const snapshot = current()
    const send = (body: string | Uint8Array, type: string, status = 200) => {
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' })
      response.end(body)
    }
    const sendPage = async (html: string, status = 200) =>
      send(
        append(await vite.transformIndexHtml(path, html), tellShown(snapshot)),
        mediaTypeOf('.html') ?? '',
        status,
      )
    try {
      const paper = /^\/papier\/([^/]+)\/?$/.exec(path)?.[1]
      if (paper) {
        const { html, files } = await sheets(paper)
        paperFiles = files
        return await sendPage(append(html, panel(snapshot)))
      }
      const html = snapshot.pages.get(path)
      if (html !== undefined) return await sendPage(dressed(html, path, snapshot))
      const file = await fileOf(path, snapshot)
      if (file) return send(file, mediaTypeOf(path) ?? 'application/octet-stream')
      if (/^\/(?:@|styles\/|layouts\/|node_modules\/|src\/)/.test(path))
        return vite.middlewares(request, response)
      return await sendPage(dressed(snapshot.pages.get('/404.html') ?? emptyPage(''), path, snapshot), 404)
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error)
      await sendPage(emptyPage(panel({ ...snapshot, fault })), 500)
    }
  }

  async function sheets(id: string): Promise<Preview> {
    const { kit } = current()
    if (!kit) throw new Error('Aucune version correcte des fiches à montrer.')
    return paperOf(kit, id)
  }

  async function fileOf(path: string, snapshot: Snapshot): Promise<string | Uint8Array | undefined> {
    const { kit } = snapshot
    if (!kit) return undefined
    const name = path.slice(1)
    if (path === '/assets/tokens.css') return siteTokensCss(kit)
    if (path === '/site.webmanifest') return webAppManifest(kit)
    if (path.startsWith('/icones/')) return (await icons(kit, cache))[name]
    if (/(?:^|\/)recherche[-.]/.test(name)) return searchFiles(kit, pageIn(snapshot), [])[name]
    if (path.startsWith('/polices/')) return paperFiles.get(name)
    return kit.images[name] ? publishedPicture(name, await readFile(join(kit.dir, name))) : undefined
  }
}

/** null: the address is none. */
function pathOf({ url = '/' }: IncomingMessage): string | null {
  try {
    return decodeURI(new URL(url, 'http://apercu').pathname)
  } catch {
    // `/%`: somebody tries what happens.
    return null
  }
}

/** The page as an author sees it: with the sources that Vite serves, the way to paper, and what is wrong. */
function dressed(html: string, path: string, snapshot: Snapshot): string {
  const fiche = /^\/(?:fiches|pages)\/([^/]+)\/$/.exec(path)?.[1]
  const sources = html
    .replaceAll('"/assets/styles/', '"/styles/web/')
    .replace('"/assets/scripts/', '"/layouts/web/scripts/')
  return append(sources, fiche ? corner(`/papier/${fiche}/`, 'Aperçu papier') : '', panel(snapshot))
}

const pageIn = (snapshot: Snapshot) => (id: string, kind: 'fiche' | 'page') =>
  snapshot.pages.get(`/${kind}s/${id}/`) ?? ''
