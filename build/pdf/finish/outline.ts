import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { PrintError } from '../faults.ts'

/** Writes the headings' words into the outline: Chromium joins the last word of a line to the first of the next.
 *  @param headings all headings of the edition, in its order
 *  @throws PrintError when the outline is not the headings */
export function nameOutline(pdf: PDFDocument, headings: readonly string[]): void {
  const entries = entriesOf(pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict))
  if (entries.length !== headings.length)
    throw new PrintError(`${entries.length} signets pour ${headings.length} titres`)
  for (const [index, entry] of entries.entries()) {
    const heading = headings[index]
    const written = entry.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText()
    if (heading === undefined || letters(written) !== letters(heading))
      throw new PrintError(`le signet « ${written} » n’est pas le titre « ${heading} »`)
    entry.set(PDFName.of('Title'), PDFHexString.fromText(heading))
  }
}

/** The entries under `parent`, each before its own. */
function entriesOf(parent: PDFDict | undefined): PDFDict[] {
  const entries: PDFDict[] = []
  let entry = parent?.lookupMaybe(PDFName.of('First'), PDFDict)
  while (entry) {
    entries.push(entry, ...entriesOf(entry))
    entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
  return entries
}

const letters = (text: string) => text.replace(/\s/g, '')
