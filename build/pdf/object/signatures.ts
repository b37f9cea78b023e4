import { createHash } from 'node:crypto'
import type { PdfFile } from './pdf-file.ts'
import { type Ref, Stream } from './values.ts'
import { writeEntries, writeValue } from './write-file.ts'

/** Hashes objects with all that they refer to, but without their numbers: equal objects have the same signature. */
export function createSignatures(file: PdfFile): (ref: Ref) => string {
  const signatures = new Map<Ref, string>()
  const signatureOf = (ref: Ref): string => {
    const cached = signatures.get(ref)
    if (cached) return cached
    signatures.set(ref, String(ref)) // read where the object refers back to itself
    const value = file.lookup(ref) ?? null
    const hash = createHash('sha256')
    const numberOf = (kid: Ref) => {
      hash.update(signatureOf(kid))
      return 0
    }
    hash.update(
      value instanceof Stream ? writeEntries(value.dict, numberOf, value) : writeValue(value, numberOf),
    )
    if (value instanceof Stream) {
      if (!(value.bytes instanceof Uint8Array)) throw new Error('a stream that is being packed')
      hash.update(value.bytes)
    }
    const signature = hash.digest('hex')
    signatures.set(ref, signature)
    return signature
  }
  return signatureOf
}
