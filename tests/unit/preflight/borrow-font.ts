import {
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { PdfFile } from '../../../build/pdf/object/pdf-file.ts'
import { Dict, List, Name, Ref, Stream, Text, type Value } from '../../../build/pdf/object/values.ts'
import { embedFont, type PressFont } from '../../../build/press/sheet/font.ts'

/** A font of the press in a file that another program writes. */
export type BorrowedFont = Omit<PressFont, 'ref'> & { ref: PDFRef }

export async function borrowFont(context: PDFContext): Promise<BorrowedFont> {
  const blank = await PDFDocument.create()
  blank.addPage()
  const file = PdfFile.open(await blank.save())
  const font = await embedFont(file, 'text')
  const copy = async (value: Value): Promise<PDFObject> => {
    if (value instanceof Ref) return context.register(await copy(file.lookup(value) ?? null))
    if (value instanceof Name) return PDFName.of(value.text)
    if (value instanceof Text)
      return value.source.startsWith('<') ? PDFHexString.of(value.bytes()) : PDFString.of(value.bytes())
    if (value instanceof List) return context.obj(await Promise.all(value.items.map(copy)))
    if (value instanceof Stream)
      return PDFRawStream.of((await copy(value.dict)) as PDFDict, await value.bytes)
    if (typeof value === 'number') return PDFNumber.of(value)
    if (!(value instanceof Dict)) throw new Error(`a font with ${value} in it`)
    const dict = PDFDict.withContext(context)
    for (const key of value.keys()) dict.set(PDFName.of(key), await copy(value.get(key) ?? null))
    return dict
  }
  return { ...font, ref: context.register(await copy(file.lookup(font.ref) ?? null)) }
}
