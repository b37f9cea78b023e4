import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'

export type Copier = {
  /** A copy of a dictionary without some of its entries, and of all that it leads to; each object is copied once. */
  copyDict(dict: PDFDict, without: readonly string[]): PDFDict
}

/** Copies objects from one file into another, numbered as they come. The bytes of streams are shared. */
export function createCopier(from: PDFContext, to: PDFContext): Copier {
  const refs = new Map<PDFRef, PDFRef>()

  const copy = (object: PDFObject): PDFObject => {
    if (object instanceof PDFRef) return copyRef(object)
    if (object instanceof PDFArray) return to.obj(object.asArray().map(copy))
    if (object instanceof PDFRawStream) return PDFRawStream.of(copyDict(object.dict, []), object.contents)
    if (object instanceof PDFStream) throw new Error('a stream that was not read from a file')
    if (object instanceof PDFDict) return copyDict(object, [])
    return object
  }

  const copyRef = (ref: PDFRef): PDFRef => {
    const known = refs.get(ref)
    if (known) return known
    const target = from.lookup(ref)
    if (target === undefined) throw new Error(`object ${ref} does not exist`)
    const copied = to.nextRef()
    refs.set(ref, copied)
    to.assign(copied, copy(target))
    return copied
  }

  const copyDict = (dict: PDFDict, without: readonly string[]): PDFDict => {
    const copied = PDFDict.withContext(to)
    for (const [key, value] of dict.entries())
      if (!without.some(name => key === PDFName.of(name))) copied.set(key, copy(value))
    return copied
  }

  return { copyDict }
}
