import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'

/** Writes the file: PDF 1.6 (PDF/X-4), without the objects that nothing names any more (tags, links, bookmarks). */
export async function save(pdf: PDFDocument): Promise<Uint8Array> {
  const { context } = pdf
  const named = reachable(pdf)
  for (const [ref] of context.enumerateIndirectObjects()) if (!named.has(ref)) context.delete(ref)
  context.header = PDFHeader.forVersion(1, 6)
  // One long tick: `save` otherwise waits for a timer every fifty objects. No object streams: old RIPs read the file too.
  return pdf.save({
    objectsPerTick: 1e9,
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
}

function reachable({ context }: PDFDocument): Set<PDFRef> {
  const found = new Set<PDFRef>()
  const { Root, Info } = context.trailerInfo
  const open: (PDFObject | undefined)[] = [Root, Info]
  while (open.length > 0) {
    const object = open.pop()
    if (object instanceof PDFRef) {
      if (found.has(object)) continue
      found.add(object)
      open.push(context.lookup(object))
    } else if (object instanceof PDFArray) {
      open.push(...object.asArray())
    } else if (object instanceof PDFStream || object instanceof PDFDict) {
      const dict = object instanceof PDFStream ? object.dict : object
      // The writer says the length itself.
      for (const [key, value] of dict.entries())
        if (!(object instanceof PDFStream && key.asString() === '/Length')) open.push(value)
    }
  }
  return found
}
