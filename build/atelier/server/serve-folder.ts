import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { mediaTypeOf } from '../../../src/text/index.ts'
import { listenHere } from '../../ground/index.ts'

/** Beside those of the files of an edition. */
const types: Record<string, string> = { '.pdf': 'application/pdf', '.epub': 'application/epub+zip' }

/** Serves results at an origin of their own, nothing outside the folders. `folders`: start of the path → folder; `/` comes last. */
export async function serveFolders(
  folders: ReadonlyMap<string, string>,
): Promise<{ origin: string } & AsyncDisposable> {
  const http = createServer((request, response) => void respond(request, response))
  const { port, ...disposal } = await listenHere(http, 0)

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = request.headers.host === `127.0.0.1:${port}` ? await find(request.url ?? '/') : null
    if (!file) {
      response.writeHead(404)
      response.end()
      return
    }
    response.writeHead(200, {
      'Content-Type': mediaTypeOf(file) ?? types[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'no-store',
    })
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
  }

  async function find(url: string): Promise<string | null> {
    try {
      const path = decodeURIComponent(new URL(url, 'http://resultat').pathname)
      for (const [start, folder] of folders) {
        if (!path.startsWith(start)) continue
        const root = await realpath(folder)
        const target = join(root, path.slice(start.length))
        const file = await realpath((await stat(target)).isDirectory() ? join(target, 'index.html') : target)
        if (file.startsWith(root + sep) && (await stat(file)).isFile()) return file
      }
      return null
    } catch {
      // Not there, or no address: nothing is shown either way.
      return null
    }
  }

  return { origin: `http://127.0.0.1:${port}`, ...disposal }
}
