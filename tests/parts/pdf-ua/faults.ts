import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFNull,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import {
  become,
  cmap,
  descendant,
  descriptor,
  draw,
  first,
  fonts,
  form,
  layers,
  link,
  map,
  name,
  preferences,
  restate,
  rewrite,
  roleMap,
  state,
  tags,
} from './planting.ts'

/** A picture of one pixel that asks to be smoothed. */
const image = {
  Subtype: 'Image',
  Width: 1,
  Height: 1,
  ColorSpace: 'DeviceGray',
  BitsPerComponent: 8,
  Interpolate: true,
}

/** How to break each checkpoint, in a file that passes them all. */
export const faults: Record<string, (pdf: PDFDocument) => void> = {
  '01-003': pdf =>
    rewrite(pdf, content => content.replace(/\/P <<\/MCID \d+>>BDC/, '$&\n/Artifact BMC\nEMC')),
  '01-004': pdf =>
    rewrite(pdf, content => content.replace(/\/Artifact <<[^>]*>>BDC/, '$&\n/P <</MCID 999>>BDC\nEMC')),
  '01-005': pdf => rewrite(pdf, content => `${content}\n0 0 9 9 re f\n`),
  '01-007': pdf => pdf.catalog.lookup(name('MarkInfo'), PDFDict).set(name('Suspects'), PDFBool.True),
  '02-001': pdf => roleMap(pdf).delete(name('Strong')),
  '02-003': pdf => map(pdf, { Strong: 'Em', Em: 'Strong' }),
  '02-004': pdf => map(pdf, { P: 'Div' }),
  '06-001': pdf => pdf.catalog.delete(name('Metadata')),
  '06-002': pdf => restate(pdf, xmp => xmp.replace(/<pdfuaid:part>1/, '<pdfuaid:part>7')),
  '06-003': pdf => restate(pdf, xmp => xmp.replace(/<dc:title>.*?<\/dc:title>/, '')),
  '07-001': pdf => preferences(pdf).delete(name('DisplayDocTitle')),
  '07-002': pdf => preferences(pdf).set(name('DisplayDocTitle'), PDFBool.False),
  '09-004': pdf => become(pdf, 'TD', 'P'),
  '09-005': pdf => become(pdf, 'LI', 'P'),
  '09-006': pdf => become(pdf, 'L', 'TOC'),
  '09-007': pdf => become(pdf, 'Span', 'RB'),
  '09-008': pdf => become(pdf, 'Span', 'WT'),
  '10-001': pdf => first(fonts(pdf)).set(name('ToUnicode'), cmap(pdf, '')),
  '11-001': pdf => pdf.catalog.delete(name('Lang')),
  '11-002': pdf => first(tags(pdf, 'Figure')).set(name('Lang'), PDFString.of('!')),
  '11-003': pdf => pdf.catalog.set(name('Lang'), PDFString.of('français')),
  '11-004': pdf => pdf.catalog.set(name('Lang'), PDFString.of('')),
  '11-006': pdf => {
    pdf.catalog.delete(name('Lang'))
    restate(pdf, xmp => xmp.replaceAll('xml:lang="fr-FR"', ''))
  },
  '13-004': pdf => first(tags(pdf, 'Figure')).delete(name('Alt')),
  '14-002': pdf => become(pdf, 'H1', 'H2'),
  '14-003': pdf => become(pdf, 'H2', 'H3'),
  '14-006': pdf => {
    for (const tag of tags(pdf, 'H3')) tag.set(name('S'), name('H'))
  },
  '14-007': pdf => become(pdf, 'H3', 'H'),
  '15-003': pdf => first(tags(pdf, 'TH')).delete(name('A')),
  '17-002': pdf => {
    const figure = first(tags(pdf, 'Figure'))
    figure.delete(name('Alt'))
    figure.set(name('S'), name('Formula'))
  },
  '19-003': pdf => become(pdf, 'P', 'Note'),
  '19-004': pdf => {
    for (const tag of tags(pdf, 'P').slice(0, 2)) {
      tag.set(name('S'), name('Note'))
      tag.set(name('ID'), PDFString.of('n1'))
    }
  },
  '20-001': pdf => layers(pdf, pdf.context.obj({ Name: PDFString.of('x') }), pdf.context.obj({})),
  '20-002': pdf => layers(pdf, pdf.context.obj({})),
  '20-003': pdf => layers(pdf, pdf.context.obj({ Name: PDFString.of('x'), AS: [] })),
  '21-001': pdf => void pdf.context.register(pdf.context.obj({ Type: 'Filespec', EF: {} })),
  '25-001': pdf => pdf.catalog.set(name('AcroForm'), pdf.context.obj({ XFA: [] })),
  '26-001': pdf => {
    pdf.context.trailerInfo.Encrypt = pdf.context.register(pdf.context.obj({ Filter: 'Standard' }))
  },
  '28-002': pdf => link(pdf).set(name('Subtype'), name('Highlight')),
  '28-004': pdf => link(pdf).delete(name('Contents')),
  '28-005': pdf => link(pdf).set(name('Subtype'), name('Widget')),
  '28-006': pdf => link(pdf).set(name('Subtype'), name('Inconnu')),
  '28-007': pdf => link(pdf).set(name('Subtype'), name('TrapNet')),
  '28-008': pdf => pdf.getPage(0).node.delete(name('Tabs')),
  '28-009': pdf => pdf.getPage(0).node.set(name('Tabs'), name('R')),
  '28-010': pdf => link(pdf).set(name('Subtype'), name('Widget')),
  '28-011': pdf => become(pdf, 'Link', 'Span'),
  '28-012': pdf => link(pdf).set(name('Contents'), PDFString.of(' ')),
  '28-014': pdf => link(pdf).set(name('Subtype'), name('Screen')),
  '28-015': pdf => link(pdf).set(name('Subtype'), name('3D')),
  '28-016': pdf => link(pdf).set(name('Subtype'), name('FileAttachment')),
  '28-017': pdf => link(pdf).set(name('Subtype'), name('PrinterMark')),
  '30-001': pdf => form(pdf, { Ref: {} }, 'q Q'),
  '30-002': pdf => form(pdf, {}, '/P <</MCID 0>>BDC EMC'),
  '31-001': pdf => first(fonts(pdf)).set(name('Encoding'), name('UniJIS-UTF16-H')),
  '31-004': pdf => descendant(pdf).set(name('CIDToGIDMap'), name('Autre')),
  '31-005': pdf => descendant(pdf).delete(name('CIDToGIDMap')),
  '31-009': pdf => descriptor(pdf).delete(name('FontFile2')),
  '31-011': pdf => rewrite(pdf, content => content.replace(/<[0-9a-f]{4}> Tj/, '<fff0> Tj')),
  '31-014': pdf => descriptor(pdf).set(name('CIDSet'), pdf.context.obj([])),
  '31-016': pdf => descendant(pdf).delete(name('W')),
  '31-019': pdf => first(fonts(pdf)).set(name('Subtype'), name('TrueType')),
  '31-027': pdf => first(fonts(pdf)).delete(name('ToUnicode')),
  '31-028': pdf => first(fonts(pdf)).set(name('ToUnicode'), cmap(pdf, '<0001> <0000>')),
  '31-029': pdf => first(fonts(pdf)).set(name('ToUnicode'), cmap(pdf, '<0001> <feff>')),
  '31-030': pdf => rewrite(pdf, content => content.replace(/<[0-9a-f]{4}> Tj/, '<0000> Tj')),
  'A-01': pdf => restate(pdf, xmp => xmp.replace('<pdfaid:conformance>A', '<pdfaid:conformance>B')),
  'A-02': pdf => restate(pdf, xmp => xmp.replace('<pdfaProperty:name>part', '<pdfaProperty:name>parts')),
  'A-03': pdf => pdf.catalog.delete(name('OutputIntents')),
  'A-04': pdf => {
    pdf.context.header = PDFHeader.forVersion(2, 0)
  },
  'A-05': pdf => {
    pdf.context.trailerInfo.ID = PDFNull
  },
  'A-06': pdf => void pdf.context.register(pdf.context.stream('', { Filter: 'LZWDecode' })),
  'A-07': pdf => pdf.catalog.set(name('Requirements'), pdf.context.obj([{ S: 'EnableJavaScripts' }])),
  'A-08': pdf => pdf.catalog.set(name('Autre'), name('n'.repeat(128))),
  'A-09': pdf => state(pdf, { TR: 'Identity' }),
  'A-10': pdf => draw(pdf, image, '\0', 1),
  'A-11': pdf => link(pdf).set(name('F'), PDFNumber.of(2)),
  'A-12': pdf => link(pdf).set(name('A'), pdf.context.obj({ S: 'Launch', F: PDFString.of('a') })),
  'A-13': pdf => restate(pdf, xmp => xmp.replace('id="W5M0', 'bytes="9" id="W5M0')),
  'K-01': pdf => first(tags(pdf, 'H3')).delete(name('K')),
  'K-02': pdf => {
    const list = pdf.catalog
      .lookup(name('StructTreeRoot'), PDFDict)
      .lookup(name('ParentTree'), PDFDict)
      .lookup(name('Nums'), PDFArray)
      .lookup(1, PDFArray)
    const at = list.asArray().findIndex(entry => entry instanceof PDFRef)
    list.set(at, pdf.context.register(pdf.context.obj({})))
  },
  'K-03': pdf => first(tags(pdf, 'H3')).set(name('K'), PDFNumber.of(999)),
  'K-04': pdf => tags(pdf, 'H1').at(-1)?.set(name('S'), name('H2')),
  'K-05': pdf => become(pdf, 'Document', 'Part'),
  'K-06': pdf => {
    const row = first(tags(pdf, 'TR'))
    row.set(name('K'), pdf.context.obj(row.lookup(name('K'), PDFArray).asArray().toReversed()))
  },
  'K-07': pdf => first(tags(pdf, 'H3')).delete(name('P')),
}
