import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { ViteDevServer } from 'vite'
import { sequence } from '../../src/indexes/sequence.ts'
import { mediaTypeOf } from '../../src/media-type.ts'
import { messageOf } from '../../src/message-of.ts'
import { publishedPicture } from '../../src/svg/published-picture.ts'
import { siteChartsCss, siteTokensCss } from '../../src/web/tokens-css.ts'
import type { Preview } from '../pdf/preview.ts'
import { icons } from '../site/icons.ts'
import { searchFiles } from '../site/search/index.ts'
import { webAppManifest } from '../site/web-app.ts'
import { oncePerKit } from './once-per-kit.ts'
import { append, emptyPage, tellShown } from './panel.ts'
import { panelOf } from './panel-of.ts'
import { type PaperTools, paperCounts, paperPage } from './paper.ts'
import { paperList } from './paper-list.ts'
import type { Snapshot } from './snapshot.ts'

export type AnswerOptions = PaperTools & {
  current(): Snapshot
  vite: ViteDevServer
}

/** Answers a request from the kit as it is now; what the kit has not is Vite's. */
export function answer(options: AnswerOptions) {
  const { vite, current, cache } = options
  const paperOf = oncePerKit((kit, id) => paperPage(kit, id, options))
  const countsOf = oncePerKit(kit => paperCounts(kit, options))
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
      if (/^\/papier\/?$/.test(path)) return await sendPage(await list(snapshot))
      const paper = await sheets(path, snapshot)
      if (paper) return await sendPage(append(paper, panelOf(path, snapshot)))
      const html = snapshot.pages.get(path)
      if (html !== undefined) return await sendPage(dressed(html, path, snapshot))
      const file = await fileOf(path, snapshot)
      if (file) return send(file, mediaTypeOf(path) ?? 'application/octet-stream')
      if (/^\/(?:@|styles\/|layouts\/|node_modules\/|src\/)/.test(path))
        return vite.middlewares(request, response)
      return await sendPage(dressed(snapshot.pages.get('/404.html') ?? emptyPage(''), path, snapshot), 404)
    } catch (error) {
      const fault = messageOf(error)
      await sendPage(emptyPage(panelOf(path, { ...snapshot, fault })), 500)
    }
  }

  async function list(snapshot: Snapshot): Promise<string> {
    const { kit } = snapshot
    const counts = kit && (await countsOf(kit, '').catch(messageOf))
    const page = paperList(snapshot, counts ?? 'aucune version correcte du kit')
    // It tells the problems itself, each beside its text.
    return append(page, panelOf('/papier/', { ...snapshot, diagnostics: [] }))
  }

  /** undefined: the address is of no document that is printed. */
  async function sheets(path: string, { kit }: Snapshot): Promise<string | undefined> {
    const id = /^\/papier\/([^/]+)\/?$/.exec(path)?.[1]
    if (!kit || !sequence(kit).some(one => one.id === id)) return undefined
    const { html, files } = await paperOf(kit, id ?? '')
    paperFiles = files
    return html
  }

  async function fileOf(path: string, snapshot: Snapshot): Promise<string | Uint8Array | undefined> {
    const { kit } = snapshot
    if (!kit) return undefined
    const name = path.slice(1)
    if (path === '/assets/tokens.css') return siteTokensCss(kit) + siteChartsCss(kit)
    if (path === '/site.webmanifest') return webAppManifest(kit)
    if (path.startsWith('/icones/')) return (await icons(kit, cache))[name]
    if (kit.images[name]) return publishedPicture(name, await readFile(join(kit.dir, name)))
    if (/(?:^|\/)recherche[-.]/.test(name)) return searchFiles(kit, pageIn(snapshot), [])[name]
    return path.startsWith('/polices/') ? paperFiles.get(name) : undefined
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

/** The page as an author sees it: with the sources that Vite serves, and what is wrong. */
function dressed(html: string, path: string, snapshot: Snapshot): string {
  const sources = html
    .replaceAll('"/assets/styles/', '"/styles/web/')
    .replace('"/assets/scripts/', '"/layouts/web/scripts/')
  return append(sources, panelOf(path, snapshot))
}

const pageIn = (snapshot: Snapshot) => (id: string, kind: 'fiche' | 'page') =>
  snapshot.pages.get(`/${kind}s/${id}/`) ?? ''
