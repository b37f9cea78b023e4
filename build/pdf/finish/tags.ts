import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { PrintError } from '../faults.ts'

const name = (text: string) => PDFName.of(text)

/** Mends Chromium's structure where PDF/UA asks for more: the body of a list item is an LBody; a figure without a text
 *  alternative of its own only groups what it holds; roles of PDF 2.0 are mapped to those of PDF 1.7.
 *  @see ISO 14289-1 §7.3, §7.6; ISO 32000-1 §14.8.4 */
export function mendTags(pdf: PDFDocument): void {
  const { context, catalog } = pdf
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (!root) throw new PrintError('le navigateur n’a pas balisé le PDF')
  const roles = root.lookupMaybe(name('RoleMap'), PDFDict) ?? context.obj({})
  for (const role of ['Strong', 'Em']) roles.set(name(role), name('Span'))
  root.set(name('RoleMap'), roles)
  for (const [ref, element] of context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || !element.has(name('P'))) continue
    const role = element.get(name('S'))
    if (role === name('LI')) wrapBody(pdf, ref, element)
    if (role === name('Figure') && !element.has(name('Alt'))) element.set(name('S'), name('Div'))
  }
}

function wrapBody(pdf: PDFDocument, ref: PDFRef, item: PDFDict): void {
  const { context } = pdf
  const children = childrenOf(item)
  const elements = children.map(child => {
    const element = context.lookup(child)
    return element instanceof PDFDict ? element : undefined
  })
  // Content marked for the item itself is found through the parent tree, which names the item: it stays.
  if (children.length === 0 || elements.some(element => !element?.has(name('S')))) return
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: children })
  const bodyRef = context.register(body)
  for (const element of elements) element?.set(name('P'), bodyRef)
  item.set(name('K'), context.obj([bodyRef]))
}

function childrenOf(element: PDFDict): PDFObject[] {
  const kids = element.get(name('K'))
  if (kids instanceof PDFArray) return kids.asArray()
  const inner = kids instanceof PDFRef ? element.context.lookup(kids) : undefined
  if (inner instanceof PDFArray) return inner.asArray()
  return kids ? [kids] : []
}
