import type { Cache } from '../../store/cache.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { fontsOf, resourcesOf } from '../object/resources.ts'
import { createSignatures, takeSignatures } from '../object/signatures.ts'
import { Dict, Ref } from '../object/values.ts'
import { uniteFonts } from './unite-fonts.ts'

/** Kinds of resources of which equal ones are one. */
const SHARED = ['ExtGState', 'XObject', 'ColorSpace']

/** Makes what all pages of a joined file draw with the same for all: one font of the subsets of each font, one object of
 *  equal pictures and settings.
 *  @returns the fonts that were made of several */
export async function shareResources(file: PdfFile, cache: Cache): Promise<Set<Ref>> {
  const all = resourcesOf(file)
  const signatureOf = createSignatures(file)
  const refs = fontsOf(all)
  const signed = takeSignatures(file, refs)
  const fontSignature = (font: Ref) => signed.get(font) ?? signatureOf(font)
  const united = await uniteFonts(file, refs, { cache, signatureOf: fontSignature })
  const firsts = new Map<string, Ref>()
  const firstOf = (ref: Ref) => {
    const signature = signatureOf(ref)
    const first = firsts.get(signature) ?? ref
    firsts.set(signature, first)
    return first
  }
  for (const resources of all) {
    replaceRefs(resources.find('Font', Dict), font => united.get(font) ?? font)
    for (const kind of SHARED) replaceRefs(resources.find(kind, Dict), firstOf)
  }
  return new Set(united.values())
}

function replaceRefs(dict: Dict | undefined, replacementOf: (ref: Ref) => Ref): void {
  for (const [key, entry] of dict?.entries ?? [])
    if (entry instanceof Ref) dict?.set(key, replacementOf(entry))
}
