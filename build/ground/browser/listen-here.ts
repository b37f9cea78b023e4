import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Has a server answer this machine alone; `port` 0: any. Its disposal may be asked for twice. @throws EADDRINUSE when the port is taken */
export async function listenHere(http: Server, port: number) {
  await new Promise<void>((done, fail) => {
    http.once('error', fail)
    http.listen(port, '127.0.0.1', done)
  })
  return {
    port: (http.address() as AddressInfo).port,
    async [Symbol.asyncDispose](): Promise<void> {
      http.closeAllConnections()
      await new Promise(done => http.close(done))
    },
  }
}
