import type { Server } from 'node:http'

/** Has a server answer this machine alone.
 *  @param port 0: any that is free
 *  @throws Error, in French, when the port is taken */
export function listenHere(http: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    http.once('error', (cause: NodeJS.ErrnoException) =>
      fail(
        cause.code === 'EADDRINUSE'
          ? new Error(`Le port ${port} est déjà pris. En choisir un autre avec --port.`, { cause })
          : cause,
      ),
    )
    http.listen(port, '127.0.0.1', done)
  })
}
