import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.epub': 'application/epub+zip',
}

/** Serves a folder as a static host would, texts in gzip, under a base path: what is asked outside it is not found.
 *  @param base with both slashes. @returns the address of the base, ending with it */
export async function serve(dir: string, base: string): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const inside = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : null
    const path =
      inside === null
        ? null
        : normalize(inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside)
    const bytes =
      path === null || path.startsWith('..') ? null : await readFile(join(dir, path)).catch(() => null)
    response.statusCode = bytes ? 200 : 404
    response.setHeader('Content-Type', types[extname(path ?? '')] ?? 'application/octet-stream')
    const text = /^(?:text|application\/(?:json|manifest)|image\/svg)/.test(
      String(response.getHeader('Content-Type')),
    )
    if (bytes && text && /\bgzip\b/.test(String(request.headers['accept-encoding']))) {
      response.setHeader('Content-Encoding', 'gzip')
      response.end(gzipSync(bytes))
    } else response.end(bytes ?? 'Introuvable')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${base}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
