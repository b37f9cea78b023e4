import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** RFC 9562, appendix A: the namespace of URLs, to which URNs belong. */
const URL_NAMESPACE = '6ba7b8119dad11d180b400c04fd430c8'

/** The UUID of version 5 of a URN: the same for the same name. @see RFC 9562 §5.5 */
export function uuid5(name: string): string {
  const hash = sha1(Uint8Array.of(...hexToBytes(URL_NAMESPACE), ...utf8ToBytes(name))).subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  return bytesToHex(hash).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
