import { createHash } from 'node:crypto'
import type { Cache } from '../../cache.ts'
import type { PdfFile } from '../file/pdf-file.ts'
import { Dict, Ref, Stream } from '../file/values.ts'
import { writeEntries, writeValue } from '../file/write-value.ts'
import { uniteFonts } from './unite-fonts.ts'

/** Kinds of resources of which equal ones are one. */
const SHARED = ['ExtGState', 'XObject', 'ColorSpace']

/** Makes what all pages of a joined file draw with the same for all: one font of the subsets of each font, one object of
 *  equal pictures and settings. */
export async function shareResources(file: PdfFile, cache: Cache): Promise<void> {
  const all = resourcesOf(file)
  const fontsOf = (resources: Dict) => resources.find('Font', Dict)
  const refs = new Set<Ref>()
  for (const resources of all)
    for (const font of fontsOf(resources)?.values() ?? []) if (font instanceof Ref) refs.add(font)
  const signatureOf = createSignatures(file)
  const united = await uniteFonts(file, [...refs], { cache, signatureOf })
  const firsts = new Map<string, Ref>()
  const firstOf = (ref: Ref) => {
    const signature = signatureOf(ref)
    const first = firsts.get(signature) ?? ref
    firsts.set(signature, first)
    return first
  }
  for (const resources of all) {
    const fonts = fontsOf(resources)
    for (const key of fonts?.keys() ?? []) {
      const font = fonts?.get(key)
      const own = font instanceof Ref ? united.get(font) : undefined
      if (own) fonts?.set(key, own)
    }
    for (const kind of SHARED) {
      const entries = resources.find(kind, Dict)
      for (const key of entries?.keys() ?? []) {
        const entry = entries?.get(key)
        if (entry instanceof Ref) entries?.set(key, firstOf(entry))
      }
    }
  }
}

/** The resources of all pages, and of the drawings and patterns in them. */
function resourcesOf(file: PdfFile): Dict[] {
  const found = new Set<Dict>()
  const visit = (resources: Dict | undefined) => {
    if (!resources || found.has(resources)) return
    found.add(resources)
    for (const kind of ['XObject', 'Pattern'])
      for (const entry of resources.find(kind, Dict)?.values() ?? [])
        visit(file.find(entry, Stream)?.dict.find('Resources', Dict))
  }
  for (const page of file.pages) visit(page.resources)
  return [...found]
}

/** Tells of each object what it is, with all that it leads to, whatever its number: equal ones have one signature. */
function createSignatures(file: PdfFile): (ref: Ref) => string {
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
