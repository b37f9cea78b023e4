import { promisify } from 'node:util'
import { deflateSync, deflate as deflateWithNode, inflateSync } from 'node:zlib'

const deflateOnce = promisify(deflateWithNode)

/** Level of zlib: the next one takes a third longer and saves a fortieth. */
const LEVEL = 5

/** Two at once: a build has other work for the other cores, and a thousand machines at once would take half a gigabyte. */
const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()]
let turn = 0

/** Up to so many bytes a content is packed in less time than it takes to hand it to another thread. */
const SMALL = 4096

/** Deflates bytes, many of them on another thread. Each content gets a machine of its own: a used one gives other bytes. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length <= SMALL) return deflateSync(bytes, { level: LEVEL })
  turn = (turn + 1) % lanes.length
  const packed = (lanes[turn] ?? Promise.resolve()).then(() => deflateOnce(bytes, { level: LEVEL }))
  // The caller who waits for it gets its fault; the next one has its own.
  lanes[turn] = packed.catch(() => undefined)
  return packed
}

/** A page's content is six to eight times as long as it is packed: zlib fills the room in one go. */
const RATIO = 8
const LEAST_ROOM = 1 << 12

export const inflate = (bytes: Uint8Array): Uint8Array =>
  inflateSync(bytes, { chunkSize: Math.max(LEAST_ROOM, RATIO * bytes.length) })
