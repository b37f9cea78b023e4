import { createServer } from 'node:http'
import { mediaTypeOf } from '../../../../src/media-type.ts'
import { listenHere } from '../../../browser/listen-here.ts'
import { decodePart } from '../source/addresses.ts'

/** A host of this machine: a service worker asks the network, which no tab can answer for it. */
export type Host = {
  /** Of the site's base, with its slash at the end. */
  address: string
  /** From now on there is no network. */
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** @param files path under the host → content, as `servedFiles` gives them; one that is replaced is served anew */
export async function hostSite(files: ReadonlyMap<string, Uint8Array>, base: string): Promise<Host> {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodePart(new URL(url, 'http://site').pathname.slice(1))
    const bytes = files.get(path)
    const type = mediaTypeOf(path.endsWith('/') || path === '' ? '.html' : path) ?? 'application/octet-stream'
    response.writeHead(bytes ? 200 : 404, { 'Content-Type': type, 'Cache-Control': 'no-cache' })
    response.end(bytes)
  })
  const { port, [Symbol.asyncDispose]: stop } = await listenHere(server, 0)
  return { address: `http://127.0.0.1:${port}${base}`, stop, [Symbol.asyncDispose]: stop }
}
