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
  const bodies = new Map<PDFRef, PDFRef>()
  for (const [ref, element] of context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || !element.has(name('P'))) continue
    const role = element.get(name('S'))
    if (role === name('LI')) bodies.set(ref, wrapBody(pdf, ref, element))
    if (role === name('Figure') && !element.has(name('Alt'))) element.set(name('S'), name('Div'))
  }
  redirect(root.lookupMaybe(name('ParentTree'), PDFDict), bodies)
}

/** Puts all that a list item holds into a body of its own. */
function wrapBody(pdf: PDFDocument, ref: PDFRef, item: PDFDict): PDFRef {
  const { context } = pdf
  const children = childrenOf(item)
  const body = context.register(context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: children }))
  for (const child of children) {
    const element = context.lookup(child)
    if (element instanceof PDFDict && element.has(name('S'))) element.set(name('P'), body)
  }
  item.set(name('K'), context.obj([body]))
  return body
}

function childrenOf(element: PDFDict): PDFObject[] {
  const kids = element.get(name('K'))
  const inner = kids instanceof PDFRef ? element.context.lookup(kids) : kids
  if (inner instanceof PDFArray) return inner.asArray()
  return kids ? [kids] : []
}

/** The parent tree leads from marked content to the element that holds it: bodies instead of items.
 *  @see ISO 32000-1 §14.7.4.4 */
function redirect(tree: PDFDict | undefined, bodies: ReadonlyMap<PDFRef, PDFRef>): void {
  const kids = tree?.lookupMaybe(name('Kids'), PDFArray)
  for (let index = 0; index < (kids?.size() ?? 0); index++)
    redirect(kids?.lookupMaybe(index, PDFDict), bodies)
  const numbers = tree?.lookupMaybe(name('Nums'), PDFArray)
  for (let index = 1; index < (numbers?.size() ?? 0); index += 2) {
    const holder = numbers?.get(index)
    const body = holder instanceof PDFRef && bodies.get(holder)
    if (body) numbers?.set(index, body)
    const holders = numbers?.lookup(index)
    if (!(holders instanceof PDFArray)) continue
    for (let at = 0; at < holders.size(); at++) {
      const holder = holders.get(at)
      const body = holder instanceof PDFRef && bodies.get(holder)
      if (body) holders.set(at, body)
    }
  }
}
