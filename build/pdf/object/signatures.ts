import { createHash } from 'node:crypto'
import { fontsOf, resourcesOf } from './pages.ts'
import type { PdfFile } from './pdf-file.ts'
import { Dict, type Ref, Stream, Text } from './values.ts'
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

/** Entry of a font that holds its signature in a cached document: fonts need not be hashed anew when documents are joined. */
const SIGNATURE = 'KitSignature'

/** Writes its signature into each font of a file. Not into one whose letters are contents (Type 3): they may be being packed. */
export function signFonts(file: PdfFile): void {
  const signatureOf = createSignatures(file)
  for (const ref of fontsOf(resourcesOf(file))) {
    const font = file.find(ref, Dict)
    if (font && font.name('Subtype') !== 'Type3') font.set(SIGNATURE, Text.hex(signatureOf(ref)))
  }
}

/** Reads the signatures that `signFonts` wrote, and removes them from the fonts. */
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
