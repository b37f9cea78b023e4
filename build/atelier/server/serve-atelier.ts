import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { diskRefusal, messageOf } from '../../../src/problems/index.ts'
import { mediaTypeOf } from '../../../src/text/index.ts'
import { listenHere } from '../../ground/index.ts'
import { asHeader, metaPolicy, paperPolicy } from '../bundle/app-files.ts'
import type { AtelierFiles } from '../bundle/bundle-atelier.ts'
import type { Shelf } from '../shelf/shelf.ts'
import { answerApi, type Deed, type Deeds } from './answer-api.ts'

export type AtelierServer = { url: string; port: number; token: string } & AsyncDisposable

/** Serves the app and a kit's folder to this machine alone. The token stands behind the `#` of the address: it is sent to nobody. `port` 0: any. */
export async function serveAtelier(options: {
  shelf: Shelf
  files: AtelierFiles
  deeds: Deeds
  port: number
}): Promise<AtelierServer> {
  const token = randomBytes(24).toString('base64url')
  const underWay = new Set<Deed>()
  let port = options.port
  const http = createServer((request, response) => void respond(request, response))

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    const say = (status: number, text: string) => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end(text)
    }
    const address = request.url ?? '/'
    if (!URL.canParse(address, 'http://atelier')) return say(400, 'Ce n’est pas une adresse.')
    const path = new URL(address, 'http://atelier').pathname
    const reason = refusal(request, { path, port, token })
    if (reason) return say(reason.status, reason.text)
    try {
      if (path.startsWith('/api/')) {
        if (!(await answerApi(request, response, { ...options, underWay }))) say(404, 'Question inconnue.')
        return
      }
      const name = path === '/' ? 'index.html' : path.slice(1)
      const file = options.files.get(name)
      if (!file || request.method !== 'GET') return say(404, 'Rien à cette adresse.')
      response.writeHead(200, {
        'Content-Type': mediaTypeOf(name) ?? 'application/octet-stream',
        'Content-Security-Policy': asHeader(name === 'presse.html' ? paperPolicy : metaPolicy),
        'Cache-Control': 'no-cache',
      })
      response.end(file)
    } catch (error) {
      // The app shows the fault to the author; one request ends, and not the server.
      if (response.headersSent) response.destroy()
      else say(400, refusalOf(error, new URL(address, 'http://atelier').searchParams.get('chemin')))
    }
  }

  const listening = await listenHere(http, port)
  port = listening.port
  return { ...listening, url: `http://127.0.0.1:${port}/#${token}`, token }
}

/** The words of a fault for an author; those of a disk with the file of the kit that it was about. */
function refusalOf(error: unknown, path: string | null): string {
  const words = diskRefusal(error)
  return words ? `${path ? `${path} : ` : ''}${words}.` : messageOf(error)
}

/** Refuses requests from outside the page of this server: another Host (DNS rebinding), Origin or Sec-Fetch-Site (another
 *  site), no token (another program or user). The app itself has no data of a kit, and needs no token. */
function refusal(
  request: IncomingMessage,
  { path, port, token }: { path: string; port: number; token: string },
): { status: number; text: string } | null {
  const { headers } = request
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(headers.host ?? ''))
    return { status: 421, text: 'Ce serveur ne répond qu’à sa propre adresse.' }
  const origins = hosts.map(host => `http://${host}`)
  const site = headers['sec-fetch-site']
  if (headers.origin !== undefined && !origins.includes(headers.origin))
    return { status: 403, text: 'Une autre page n’a rien à demander à ce serveur.' }
  if (!path.startsWith('/api/')) return null
  if (site !== undefined && site !== 'same-origin')
    return { status: 403, text: 'Une autre page n’a rien à demander à ce serveur.' }
  if (!isSame(String(headers['x-atelier-jeton'] ?? ''), token))
    return { status: 401, text: 'Rouvrir l’atelier par l’adresse que la commande affiche.' }
  return null
}

function isSame(tokenA: string, tokenB: string): boolean {
  const [a, b] = [Buffer.from(tokenA), Buffer.from(tokenB)]
  return a.length === b.length && timingSafeEqual(a, b)
}
