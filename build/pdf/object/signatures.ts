import { createHash } from 'node:crypto'
import type { PdfFile } from './pdf-file.ts'
import { fontsOf, resourcesOf } from './resources.ts'
import { Dict, type Ref, Stream, Text } from './values.ts'
import { writeEntries, writeValue } from './write-value.ts'

/** Tells of each object what it is, with all that it leads to, whatever its number: equal ones have one signature. */
export function createSignatures(file: PdfFile): (ref: Ref) => string {
  const known = new Map<Ref, string>()
  const signatureOf = (ref: Ref): string => {
    const found = known.get(ref)
    if (found) return found
    known.set(ref, String(ref)) // what leads back to itself is like nothing else
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
    known.set(ref, signature)
    return signature
  }
  return signatureOf
}

/** Where a font of a document that is kept says its signature: whoever joins documents need not read all of their fonts. */
const SIGNATURE = 'KitSignature'

/** Writes into each font of a file what it is. */
export function signFonts(file: PdfFile): void {
  const signatureOf = createSignatures(file)
  for (const ref of fontsOf(resourcesOf(file)))
    file.find(ref, Dict)?.set(SIGNATURE, Text.hex(signatureOf(ref)))
}

/** What the fonts of a file say that they are; they say it no more. */
export function takeSignatures(
  file: PdfFile,
  fonts: readonly Ref[] = fontsOf(resourcesOf(file)),
): Map<Ref, string> {
  const signatures = new Map<Ref, string>()
  for (const ref of fonts) {
    const font = file.find(ref, Dict)
    const signature = font?.find(SIGNATURE, Text)
    if (!font || !signature) continue
    signatures.set(ref, signature.bytes())
    font.delete(SIGNATURE)
  }
  return signatures
}
