import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'

/** Gives each link its words, for who does not see where it leads.
 *  @param labels address as the HTML wrote it (`#id` or URL) → words
 *  @see ISO 14289-1 §7.18.5 */
export function labelLinks(pdf: PDFDocument, labels: ReadonlyMap<string, string>): void {
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots()
    for (let index = 0; index < (annotations?.size() ?? 0); index++) {
      const link = annotations?.lookupMaybe(index, PDFDict)
      if (link?.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue
      const address = addressOf(link)
      link.set(PDFName.of('Contents'), PDFHexString.fromText(labels.get(address) ?? address))
    }
  }
}

function addressOf(link: PDFDict): string {
  const action = link.lookupMaybe(PDFName.of('A'), PDFDict)
  const uri = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)
  if (uri) return uri.decodeText()
  const destination = link.get(PDFName.of('Dest')) ?? action?.get(PDFName.of('D'))
  return destination instanceof PDFName ? `#${destination.decodeText()}` : ''
}
