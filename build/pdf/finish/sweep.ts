import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'

/** Takes the objects out that nothing leads to any more. */
export function sweep({ context }: PDFDocument): void {
  const found = new Set<PDFRef>()
  const { Root, Info } = context.trailerInfo
  const open: (PDFObject | undefined)[] = [Root, Info]
  while (open.length > 0) {
    const object = open.pop()
    if (object instanceof PDFRef) {
      if (found.has(object)) continue
      found.add(object)
      open.push(context.lookup(object))
    } else if (object instanceof PDFArray) open.push(...object.asArray())
    else if (object instanceof PDFStream) open.push(...object.dict.values())
    else if (object instanceof PDFDict) open.push(...object.values())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!found.has(ref)) context.delete(ref)
}
