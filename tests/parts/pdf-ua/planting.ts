import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'

export const name = (text: string) => PDFName.of(text)

export function first<Value>([value]: Value[]): Value {
  if (value === undefined) throw new Error('the file has nothing to break')
  return value
}

export const dicts = (pdf: PDFDocument) =>
  pdf.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
export const tags = (pdf: PDFDocument, role: string) =>
  dicts(pdf).filter(
    dict => dict.get(name('Type')) === name('StructElem') && dict.get(name('S')) === name(role),
  )
export const fonts = (pdf: PDFDocument) =>
  dicts(pdf).filter(dict => dict.get(name('Subtype')) === name('Type0'))
export const descendant = (pdf: PDFDocument) =>
  first(fonts(pdf)).lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict)
export const descriptor = (pdf: PDFDocument) => descendant(pdf).lookup(name('FontDescriptor'), PDFDict)
export const link = (pdf: PDFDocument) =>
  first(dicts(pdf).filter(dict => dict.get(name('Subtype')) === name('Link')))
export const preferences = (pdf: PDFDocument) => pdf.catalog.lookup(name('ViewerPreferences'), PDFDict)
export const roleMap = (pdf: PDFDocument) =>
  pdf.catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('RoleMap'), PDFDict)

export const become = (pdf: PDFDocument, role: string, other: string) =>
  first(tags(pdf, role)).set(name('S'), name(other))

export function map(pdf: PDFDocument, roles: Record<string, string>): void {
  for (const [from, to] of Object.entries(roles)) roleMap(pdf).set(name(from), name(to))
}

export function layers(pdf: PDFDocument, ordinary: PDFDict, ...others: PDFDict[]): void {
  pdf.catalog.set(name('OCProperties'), pdf.context.obj({ D: ordinary, Configs: others }))
}

export function form(pdf: PDFDocument, entries: object, content: string): void {
  pdf.context.register(pdf.context.stream(content, { Type: 'XObject', Subtype: 'Form', ...entries }))
}

export const cmap = (pdf: PDFDocument, line: string) =>
  pdf.context.register(pdf.context.stream(`1 beginbfchar\n${line}\nendbfchar`))

/** Changes the content of the first page. */
export function rewrite(pdf: PDFDocument, change: (content: string) => string): void {
  const ref = pdf.getPage(0).node.get(name('Contents')) as PDFRef
  const stream = pdf.context.lookup(ref) as PDFRawStream
  const content = Buffer.from(inflateSync(stream.contents)).toString('latin1')
  const changed = change(content)
  if (changed === content) throw new Error('the content has nothing to break')
  pdf.context.assign(ref, pdf.context.stream(Buffer.from(changed, 'latin1')))
}

export function restate(pdf: PDFDocument, change: (xmp: string) => string): void {
  const stream = pdf.catalog.lookup(name('Metadata')) as PDFRawStream
  const xmp = Buffer.from(stream.contents).toString('utf8')
  pdf.catalog.set(
    name('Metadata'),
    pdf.context.register(pdf.context.stream(Buffer.from(change(xmp)), { Type: 'Metadata', Subtype: 'XML' })),
  )
}

/** Puts an empty element among the kids of the first one of a role. */
export function insert(pdf: PDFDocument, role: string, at: number, inserted: string): void {
  const parent = first(tags(pdf, role))
  const ref = pdf.context.getObjectRef(parent)
  const kids = parent.lookup(name('K'), PDFArray).asArray()
  const element = pdf.context.register(
    pdf.context.obj({ Type: 'StructElem', S: inserted, P: ref ?? null, K: [] }),
  )
  parent.set(name('K'), pdf.context.obj(kids.toSpliced(at, 0, element)))
}

/** Gives a cell attributes of a table. */
export function setTable(
  pdf: PDFDocument,
  cell: PDFDict | undefined,
  attributes: Record<string, number>,
): void {
  if (!cell) throw new Error('the file has no such cell')
  cell.set(name('A'), pdf.context.obj({ O: 'Table', ...attributes }))
}

/** Draws a form on the first page so many times. */
export function draw(pdf: PDFDocument, entries: object, content: string, times: number): void {
  const stream = pdf.context.stream(content, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 9, 9],
    ...entries,
  })
  const resources = pdf.getPage(0).node.lookup(name('Resources'), PDFDict)
  resources.set(name('XObject'), pdf.context.obj({ Plante: pdf.context.register(stream) }))
  rewrite(pdf, before => `${before}${'\n/Artifact BMC /Plante Do EMC'.repeat(times)}\n`)
}

/** Draws the first page in a graphics state of its own. */
export function state(pdf: PDFDocument, entries: Record<string, string>): void {
  const resources = pdf.getPage(0).node.lookup(name('Resources'), PDFDict)
  resources.set(name('ExtGState'), pdf.context.obj({ Plante: { Type: 'ExtGState', ...entries } }))
  rewrite(pdf, before => `/Plante gs\n${before}`)
}
