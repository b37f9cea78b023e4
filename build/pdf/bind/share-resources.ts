import { createHash } from 'node:crypto'
import type { PdfFile } from '../file/pdf-file.ts'
import { Dict, Ref, Stream, type Value } from '../file/values.ts'
import { writeEntries, writeValue } from '../file/write-value.ts'
import { uniteFonts } from './unite-fonts.ts'

/** Kinds of resources of which equal ones are one. */
const SHARED = ['ExtGState', 'XObject', 'ColorSpace']

/** Makes what all pages of a joined file draw with the same for all: one font of the subsets of each font, one object of
 *  equal pictures and settings. */
export function shareResources(file: PdfFile): void {
  const all = resourcesOf(file)
  const fontsOf = (resources: Dict) => resources.find('Font', Dict)
  const refs = new Set<Ref>()
  for (const resources of all)
    for (const font of fontsOf(resources)?.values() ?? []) if (font instanceof Ref) refs.add(font)
  const united = uniteFonts(file, [...refs])
  const twins = createTwins(file)
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
        if (entry instanceof Ref) entries?.set(key, twins(entry))
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

/** Tells of each object the first that is equal to it, with all that it leads to. */
function createTwins(file: PdfFile): (ref: Ref) => Ref {
  const firsts = new Map<string, Ref>()
  const known = new Map<Ref, Ref>()
  const twinOf = (ref: Ref): Ref => {
    const found = known.get(ref)
    if (found) return found
    known.set(ref, ref) // what leads back to itself is its own twin
    const text = textOf(file.lookup(ref) ?? null)
    const first = firsts.get(text) ?? ref
    firsts.set(text, first)
    known.set(ref, first)
    return first
  }
  const numberOf = (ref: Ref) => twinOf(ref).number
  const textOf = (value: Value): string => {
    if (!(value instanceof Stream)) return writeValue(value, numberOf)
    if (!(value.bytes instanceof Uint8Array)) throw new Error('a stream that is being packed has no twin yet')
    const digest = createHash('sha256').update(value.bytes).digest('hex')
    return `${writeEntries(value.dict, numberOf, value)} ${digest}`
  }
  return twinOf
}
