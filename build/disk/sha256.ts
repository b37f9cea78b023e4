import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal, as `sha256sum` writes it. */
export const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')
