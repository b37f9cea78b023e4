import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateSync, deflate as deflateWithNode } from 'node:zlib'
import { openMemory, remember } from '../../../src/remember.ts'

const deflateOnce = promisify(deflateWithNode)

/** Of zlib: the next one takes a third longer and saves a fortieth. */
const LEVEL = 5

/** Two at once: a build has other work for the other cores, and a thousand machines at once would take half a gigabyte. */
const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()]
let turn = 0

/** Up to so many bytes a content is packed in less time than it takes to hand it to another thread. */
const SMALL = 4096

/** What is drawn around a page is mostly what was drawn around it before. */
const deflateText = remember((text): Uint8Array => deflateSync(text, { level: LEVEL }))

/** Deflates bytes; many of them on another thread while this one goes on. The same bytes for one version of Node on one kind
 *  of machine: each content gets a machine of its own, as one that is used again remembers what it packed before. */
export async function deflate(bytes: Uint8Array | string): Promise<Uint8Array> {
  if (bytes.length <= SMALL)
    return typeof bytes === 'string' ? deflateText(bytes) : deflateSync(bytes, { level: LEVEL })
  turn = (turn + 1) % lanes.length
  const packed = (lanes[turn] ?? Promise.resolve()).then(() => deflateOnce(bytes, { level: LEVEL }))
  // Whoever waits for it is told of a fault; the next one has its own.
  lanes[turn] = packed.catch(() => undefined)
  return packed
}

/** Bytes of contents of which the packed ones are remembered. */
const CONTENTS = 32 * 1024 * 1024
const packedBefore = openMemory<{ packed: Promise<Uint8Array>; length: number }>(
  CONTENTS,
  (_, { length }) => length,
)

/** Deflates what is mostly the same from one edition to the next: to hash it takes a twentieth of the time. */
export function deflateAgain(bytes: Uint8Array): Promise<Uint8Array> {
  const { length } = bytes
  const digest = createHash('sha256').update(bytes).digest('base64')
  return packedBefore.of(digest, () => ({ packed: deflate(bytes), length })).packed
}
