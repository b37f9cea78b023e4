import { PDFArray, PDFDict, type PDFDocument, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import {
  become,
  descendant,
  descriptor,
  draw,
  first,
  fonts,
  insert,
  link,
  name,
  restate,
  rewrite,
  setTable,
  tags,
} from '../../parts/pdf-ua/planting.ts'
import { as, by, type Planted } from './planted.ts'

const NAMESPACE = 'xmlns:autre="http://www.aiim.org/pdfua/ns/id/"'

/** One fault for each rule of PDF/UA-1 that veraPDF knows and a file like ours can break. Left out: 7.21.4.2-1, of Type 1 fonts;
 *  7.1-12 and 7.2-33, for which veraPDF names other rules; 7.21.3.3-3, where it reads no further.
 *  @see ISO 14289-1 */
export const accessible: readonly Planted[] = [
  by('5-1', '06-002', pdf => restate(pdf, xmp => xmp.replace(/<pdfuaid:part>1<\/pdfuaid:part>/, ''))),
  as('06-002', '5-2'),
  by('5-3', '06-002', pdf =>
    restate(pdf, xmp =>
      xmp.replace(/<pdfuaid:part>1<\/pdfuaid:part>/, `<autre:part ${NAMESPACE}>1</autre:part>`),
    ),
  ),
  ...(['amd', 'corr'] as const).map((key, index) =>
    by(`5-${4 + index}`, '06-002', pdf =>
      restate(pdf, xmp => xmp.replace(/<pdfuaid:part>/, `<autre:${key} ${NAMESPACE}>1</autre:${key}>$&`)),
    ),
  ),
  as('A-04', '6.1-1'),
  by('6.2-1', '01-007', pdf => pdf.catalog.delete(name('MarkInfo'))),
  as('01-003', '7.1-1'),
  by('7.1-2', '01-004', pdf =>
    rewrite(pdf, content => content.replace(/\/P <<\/MCID \d+>>BDC[\s\S]*?EMC/, '/Artifact BMC\n$&\nEMC')),
  ),
  as('01-005', '7.1-3'),
  as('01-007', '7.1-4'),
  as('02-001', '7.1-5'),
  as('02-003', '7.1-6'),
  as('02-004', '7.1-7'),
  as('06-001', '7.1-8'),
  as('06-003', '7.1-9'),
  as('07-001', '7.1-10'),
  by('7.1-11', 'K-05', pdf => pdf.catalog.delete(name('StructTreeRoot'))),
  as('K-07', '7.1-3'),
  as('11-006', '7.2-2'),
  by('7.2-3', '09-004', pdf => become(pdf, 'THead', 'P')),
  by('7.2-4', '09-004', pdf => become(pdf, 'THead', 'P')),
  by('7.2-5', '09-004', pdf => become(pdf, 'Table', 'Div')),
  by('7.2-6', '09-004', pdf => become(pdf, 'Table', 'Div')),
  by('7.2-7', '09-004', pdf => {
    become(pdf, 'THead', 'TFoot')
    become(pdf, 'Table', 'Div')
  }),
  by('7.2-8', '09-004', pdf => become(pdf, 'TR', 'Div')),
  by('7.2-9', '09-004', pdf => {
    for (const row of tags(pdf, 'TR')) row.set(name('S'), name('Div'))
  }),
  as('09-004', '7.2-10'),
  by('7.2-11', '09-004', pdf => become(pdf, 'TBody', 'THead')),
  by('7.2-12', '09-004', pdf => {
    become(pdf, 'THead', 'TFoot')
    become(pdf, 'TBody', 'TFoot')
  }),
  by('7.2-13', '09-004', pdf => become(pdf, 'TBody', 'TFoot')),
  by('7.2-14', '09-004', pdf => become(pdf, 'TBody', 'THead')),
  by('7.2-15', '09-004', pdf => {
    const cells = tags(pdf, 'TR')
      .slice(0, 2)
      .map(row => row.lookup(name('K'), PDFArray).lookup(1, PDFDict))
    setTable(pdf, cells[0], { RowSpan: 2 })
    const [, row] = tags(pdf, 'TR')
    setTable(pdf, row?.lookup(name('K'), PDFArray).lookup(0, PDFDict), { ColSpan: 2 })
  }),
  by('7.2-16', '09-004', pdf => insert(pdf, 'Table', 1, 'Caption')),
  by('7.2-17', '09-005', pdf => become(pdf, 'L', 'TOC')),
  as('09-005', '7.2-18'),
  by('7.2-19', '09-005', pdf => become(pdf, 'LI', 'P')),
  by('7.2-20', '09-005', pdf => become(pdf, 'LBody', 'P')),
  ...['7.2-21', '7.2-22', '7.2-23'].map(rule => by(rule, '11-002', pdf => pdf.catalog.delete(name('Lang')))),
  as('11-004', '7.2-29'),
  by('7.2-24', '11-004', pdf => pdf.catalog.delete(name('Lang'))),
  by('7.2-25', '11-004', pdf => {
    pdf.catalog.delete(name('Lang'))
    const field = link(pdf)
    for (const [key, value] of [
      ['Subtype', 'Widget'],
      ['FT', 'Btn'],
    ] as const)
      field.set(name(key), name(value))
    field.set(name('T'), PDFString.of('champ'))
    field.set(name('TU'), PDFString.of('Champ'))
    const ref = pdf.context.getObjectRef(field)
    pdf.catalog.set(name('AcroForm'), pdf.context.obj({ Fields: ref ? [ref] : [] }))
  }),
  by('7.2-26', '09-006', pdf => become(pdf, 'P', 'TOCI')),
  as('09-006', '7.2-27'),
  by('7.2-28', '09-006', pdf => {
    become(pdf, 'L', 'TOC')
    insert(pdf, 'TOC', 1, 'Caption')
  }),
  ...['30', '31', '32'].map((number, index) =>
    by(`7.2-${number}`, '11-001', pdf => {
      pdf.catalog.delete(name('Lang'))
      const key = ['ActualText', 'Alt', 'E'][index]
      rewrite(pdf, content =>
        content.replace(/\/P (<<\/MCID \d+>>)BDC/, `/P $1BDC\n/Span <</${key} (mot)>>BDC\nEMC`),
      )
    }),
  ),
  by('7.2-34', '11-001', pdf => pdf.catalog.delete(name('Lang'))),
  by('7.2-36', '09-004', pdf => become(pdf, 'TR', 'Div')),
  by('7.2-37', '09-004', pdf => tags(pdf, 'TR')[1]?.set(name('S'), name('Div'))),
  by('7.2-38', '09-004', pdf => {
    become(pdf, 'THead', 'TFoot')
    become(pdf, 'TR', 'Div')
  }),
  by('7.2-39', '09-004', pdf => {
    insert(pdf, 'Table', 0, 'Caption')
    insert(pdf, 'Table', 3, 'Caption')
  }),
  by('7.2-40', '09-005', pdf => insert(pdf, 'L', 2, 'Caption')),
  by('7.2-41', '09-004', pdf => setTable(pdf, tags(pdf, 'TD').at(-1), { RowSpan: 3 })),
  by('7.2-42', '09-004', pdf => {
    const row = first(tags(pdf, 'TR'))
    row.set(name('K'), pdf.context.obj(row.lookup(name('K'), PDFArray).asArray().slice(0, 1)))
  }),
  as('09-004', '7.2-43'),
  as('13-004', '7.3-1'),
  as('14-003', '7.4.2-1'),
  by('7.4.4-1', '14-006', pdf => {
    become(pdf, 'H2', 'H')
    become(pdf, 'H3', 'H')
  }),
  as('14-007', '7.4.4-2'),
  as('14-007', '7.4.4-3'),
  by('7.5-1', '15-003', pdf => {
    for (const cell of tags(pdf, 'TH')) cell.delete(name('A'))
  }),
  by('7.5-2', '15-003', pdf => {
    for (const cell of tags(pdf, 'TH')) cell.delete(name('A'))
    const cell = first(tags(pdf, 'TD'))
    cell.set(name('A'), pdf.context.obj({ O: 'Table', Headers: [PDFString.of('nulle')] }))
  }),
  as('17-002', '7.7-1'),
  as('19-003', '7.9-1'),
  as('19-004', '7.9-2'),
  as('20-001', '7.10-1'),
  as('20-003', '7.10-2'),
  as('21-001', '7.11-1'),
  by('7.15-1', '25-001', pdf => {
    const config =
      '<config xmlns="http://www.xfa.org/schema/xci/3.0/"><acrobat><acrobat7><dynamicRender>required</dynamicRender></acrobat7></acrobat></config>'
    const xfa = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">${config}</xdp:xdp>`
    pdf.catalog.set(
      name('AcroForm'),
      pdf.context.obj({ Fields: [], XFA: pdf.context.register(pdf.context.stream(xfa)) }),
    )
  }),
  by('7.16-1', '26-001', pdf =>
    pdf.encrypt({ ownerPassword: 'a', userPassword: '', permissions: { contentAccessibility: false } }),
  ),
  as('28-002', '7.18.1-1'),
  as('28-004', '7.18.1-2'),
  as('28-005', '7.18.1-3'),
  as('28-007', '7.18.2-1'),
  as('28-008', '7.18.3-1'),
  as('28-010', '7.18.4-1'),
  by('7.18.4-2', '28-010', pdf => {
    link(pdf).set(name('Subtype'), name('Widget'))
    for (const tag of tags(pdf, 'Link')) tag.set(name('S'), name('Form'))
  }),
  as('28-011', '7.18.5-1'),
  as('28-004', '7.18.5-2'),
  ...['7.18.6.2-1', '7.18.6.2-2'].map(rule =>
    by(rule, '28-014', pdf => {
      const field = link(pdf)
      field.set(name('Subtype'), name('Screen'))
      const clip = { S: 'MCD', D: PDFString.of('film') }
      field.set(name('A'), pdf.context.obj({ S: 'Rendition', R: { S: 'MR', C: clip } }))
    }),
  ),
  as('28-017', '7.18.8-1'),
  by('7.20-1', '30-001', pdf => draw(pdf, { Ref: { F: PDFString.of('autre.pdf'), Page: 0 } }, 'q Q', 1)),
  by('7.20-2', '30-002', pdf => draw(pdf, { StructParents: 0 }, '/P <</MCID 0>>BDC 0 0 1 1 re f EMC', 2)),
  as('31-001', '7.21.3.1-1'),
  as('31-005', '7.21.3.2-1'),
  by('7.21.3.3-1', '31-001', pdf => first(fonts(pdf)).set(name('Encoding'), name('Autre-H'))),
  by('7.21.3.3-2', '31-001', pdf => encode(pdf, '/WMode 1 def', { WMode: 0 })),
  as('31-009', '7.21.4.1-1'),
  as('31-011', '7.21.4.1-2'),
  by('7.21.4.2-2', '31-014', pdf =>
    descriptor(pdf).set(name('CIDSet'), pdf.context.register(pdf.context.stream('\0\0'))),
  ),
  as('31-016', '7.21.5-1'),
  by('7.21.6-1', '31-019', pdf => simple(pdf, 32, 'WinAnsiEncoding')),
  as('31-019', '7.21.6-2'),
  by('7.21.6-3', '31-019', pdf => simple(pdf, 4, 'WinAnsiEncoding')),
  by('7.21.6-4', '31-019', pdf => simple(pdf, 4, null)),
  as('31-027', '7.21.7-1'),
  as('31-028', '7.21.7-2'),
  as('31-030', '7.21.8-1'),
]

/** Makes the first font a simple one. */
function simple(pdf: PDFDocument, flags: number, encoding: string | null): void {
  const font = first(fonts(pdf))
  descriptor(pdf).set(name('Flags'), PDFNumber.of(flags))
  const inner = descendant(pdf).get(name('FontDescriptor'))
  if (inner) font.set(name('FontDescriptor'), inner)
  font.set(name('Subtype'), name('TrueType'))
  font.set(name('FirstChar'), PDFNumber.of(0))
  font.set(name('LastChar'), PDFNumber.of(255))
  font.set(name('Widths'), pdf.context.obj(Array.from({ length: 256 }, () => 500)))
  if (encoding === null) font.delete(name('Encoding'))
  else font.set(name('Encoding'), name(encoding))
}

/** Gives the first font an encoding of its own. */
function encode(pdf: PDFDocument, line: string, entries: Record<string, number>): void {
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Propre def ${line} 1 begincodespacerange <0000> <ffff> endcodespacerange 1 begincidrange <0000> <ffff> 0 endcidrange endcmap end end`
  const dict = {
    Type: 'CMap',
    CMapName: 'Propre',
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    ...entries,
  }
  first(fonts(pdf)).set(name('Encoding'), pdf.context.register(pdf.context.stream(cmap, dict)))
}
