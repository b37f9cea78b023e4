import type { PdfFile } from '../../object/pdf-file.ts'
import { Dict, List, Ref, type Value } from '../../object/values.ts'

/** The first element with a role, in an element and all below it.
 *  @throws SyntaxError when there is none */
export function findElement(file: PdfFile, element: Value | undefined, role: string): Ref {
  const match = search(element)
  if (!match) throw new SyntaxError(`a piece without ${role}`)
  return match

  function search(value: Value | undefined): Ref | undefined {
    const dict = file.find(value, Dict)
    if (dict?.name('S') === role && value instanceof Ref) return value
    for (const kid of kidsOf(file, dict)) {
      const descendant = search(kid)
      if (descendant) return descendant
    }
    return undefined
  }
}

/** What an element holds. */
export function kidsOf(file: PdfFile, element: Dict | undefined): readonly Value[] {
  const kids = element?.get('K')
  return file.find(kids, List)?.items ?? (kids === undefined ? [] : [kids])
}

/** A new element around others, or none at all. */
export function makeElement(file: PdfFile, role: string, kids: readonly Ref[]): Ref {
  const ref = file.reserve()
  for (const kid of kids) file.find(kid, Dict)?.set('P', ref)
  file.set(ref, file.dict({ Type: 'StructElem', S: role, K: kids }))
  return ref
}
