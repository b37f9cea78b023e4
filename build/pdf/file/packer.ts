import { constants, createDeflate, type Deflate } from 'node:zlib'

/** Of zlib: the next one takes a third longer and saves a fortieth. */
const LEVEL = 5
const ROOM = 1 << 16

/** Deflates one content after the other on another thread, with one and the same machine: to set up another one takes a third
 *  as long as to pack a page. */
class Packer {
  #deflate: Deflate = machine()
  #last: Promise<unknown> = Promise.resolve()

  pack(bytes: Uint8Array | string): Promise<Uint8Array> {
    const packed = this.#last.then(() => this.#pack(bytes))
    // Whoever waits for it is told of a fault; the next one starts afresh.
    this.#last = packed.catch(() => undefined)
    return packed
  }

  #pack(bytes: Uint8Array | string): Promise<Uint8Array> {
    const deflate = this.#deflate
    return new Promise((resolve, reject) => {
      const pieces: Buffer[] = []
      const keep = (piece: Buffer) => void pieces.push(piece)
      deflate.on('data', keep)
      const fail = (error: Error) => {
        // One that failed works no more.
        this.#deflate = machine()
        reject(error)
      }
      deflate.once('error', fail)
      deflate.write(bytes)
      deflate.flush(constants.Z_FINISH, () => {
        deflate.off('data', keep)
        deflate.off('error', fail)
        deflate.reset()
        resolve(Buffer.concat(pieces))
      })
    })
  }
}

const machine = () => createDeflate({ level: LEVEL, chunkSize: ROOM })

/** Two at once: a build has other work for the other cores. */
const packers: Packer[] = []
const AT_ONCE = 2
let turn = 0

/** Deflates bytes while this thread goes on. The same bytes for one version of Node on one kind of machine. */
export function deflate(bytes: Uint8Array | string): Promise<Uint8Array> {
  turn = (turn + 1) % AT_ONCE
  packers[turn] ??= new Packer()
  return (packers[turn] as Packer).pack(bytes)
}
