import { PDFName, PDFString } from '@cantoo/pdf-lib'
import type { Draft } from '../sound-pdf.ts'
import { change, draw, selfPortrait, state, without } from '../spoilers.ts'
import type { Proof } from './proof.ts'

const stream = ({ context }: Draft, content: string, N: number) =>
  context.register(context.stream(content, { N }))

export const file: Proof[] = [
  {
    code: 'annotations',
    verdict: 'erreur',
    faults: [
      {
        name: 'a link',
        spoil: ({ pages, context }) =>
          pages[2]?.node.set(
            PDFName.of('Annots'),
            context.obj([{ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9] }]),
          ),
        pages: [3],
        detail: 'page 3 : Link',
      },
      {
        name: 'an action',
        spoil: ({ pdf, context }) => pdf.catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'GoTo' })),
        detail: 'action à l’ouverture',
      },
      { name: 'a script', spoil: ({ pdf }) => pdf.addJavaScript('a', 'app.alert(1)'), detail: 'JavaScript' },
    ],
    nearMisses: [
      {
        name: 'an empty list',
        spoil: ({ pages, context }) => pages[2]?.node.set(PDFName.of('Annots'), context.obj([])),
      },
    ],
  },
  {
    code: 'intention',
    verdict: 'erreur',
    faults: [
      { name: 'none', spoil: without('intent'), detail: '0 conditions' },
      { name: 'that of an archive', spoil: change({ intent: { S: 'GTS_PDFA1' } }), detail: '0 conditions' },
      {
        name: 'without its profile',
        spoil: change({ intent: { DestOutputProfile: undefined } }),
        detail: 'profil non incorporé',
      },
      {
        name: 'with the profile of a screen',
        spoil: draft =>
          change({ intent: { DestOutputProfile: stream(draft, '0123456789abmntrRGB ', 3) } })(draft),
        detail: 'quadrichromie',
      },
      {
        name: 'with another profile than the kit asks for',
        spoil: draft =>
          change({ intent: { DestOutputProfile: stream(draft, '0123456789abprtrCMYK', 4) } })(draft),
        detail: 'n’est pas celui que demande le kit',
      },
      {
        name: 'without the name that its profile has in the registry',
        spoil: change({ intent: { OutputConditionIdentifier: PDFString.of('Custom') } }),
        detail: 'le profil est celui de FOGRA39, la condition se dit « Custom »',
      },
      {
        name: 'of the registry, by no name of it',
        spoil: change({
          intent: {
            OutputConditionIdentifier: PDFString.of('Custom'),
            RegistryName: PDFString.of('http://www.color.org'),
          },
        }),
        detail: '« Custom » n’est pas un nom du registre',
      },
    ],
    nearMisses: [
      {
        name: 'beside that of an archive',
        spoil: ({ pdf, context, intent }) => {
          pdf.catalog.set(
            PDFName.of('OutputIntents'),
            context.obj([{ ...intent } as never, { S: 'GTS_PDFA1' }]),
          )
          for (const key of Object.keys(intent)) delete intent[key]
        },
      },
    ],
  },
  {
    code: 'metadonnees',
    verdict: 'erreur',
    faults: [
      { name: 'no XMP', spoil: without('xmp'), detail: 'pas de XMP' },
      {
        name: 'another title',
        spoil: change({ info: { Title: 'Cahier' } }),
        detail: 'Title « Cahier », dc:title « Carnet »',
      },
      {
        name: 'accents of one byte',
        spoil: change({ info: { Author: 'Économie' }, xmp: { 'dc:creator': '\ufffdconomie' } }),
        detail: 'Author',
      },
      { name: 'another date', spoil: change({ info: { ModDate: 'D:20310301000001Z' } }), detail: 'ModDate' },
      {
        name: 'another standard',
        spoil: change({ xmp: { 'pdfxid:GTS_PDFXVersion': 'PDF/X-1a' } }),
        detail: 'version déclarée : PDF/X-1a',
      },
      {
        name: 'trapping that nobody did',
        spoil: change({ info: { Trapped: '/True' }, xmp: { 'pdf:Trapped': 'True' } }),
        detail: 'Trapped doit être False',
      },
      {
        name: 'trapping unknown',
        spoil: change({ info: { Trapped: '/Unknown' }, xmp: { 'pdf:Trapped': 'Unknown' } }),
        detail: 'Trapped',
      },
      {
        name: 'no identifier',
        spoil: change({ xmp: { 'xmpMM:DocumentID': undefined } }),
        detail: 'xmpMM:DocumentID absent',
      },
    ],
    nearMisses: [
      {
        name: 'the same moment in another zone',
        spoil: change({ info: { ModDate: "D:20310301010000+01'00'" } }),
      },
      {
        name: 'a title with signs of XML',
        spoil: change({
          info: { Title: 'L’eau & la terre' },
          xmp: {
            'dc:title': '<rdf:Alt><rdf:li xml:lang="x-default">L’eau &amp; la terre</rdf:li></rdf:Alt>',
          },
        }),
      },
    ],
  },
  {
    code: 'fichier',
    verdict: 'erreur',
    faults: [
      { name: 'PDF 1.7', spoil: change({ version: [1, 7] }), detail: 'PDF 1.7' },
      { name: 'no identifier', spoil: change({ id: false }), detail: '/ID' },
      { name: 'a transfer function', spoil: state({ TR: 'Identity' }), pages: [2], detail: '/TR interdit' },
      {
        name: 'an operator that does not exist',
        spoil: draw('0 0 0 1 k 100 100 50 50 rex f'),
        pages: [2],
        detail: 'opérateur « rex »',
      },
      {
        name: 'a drawing that shows itself',
        spoil: selfPortrait,
        pages: [2],
        detail: 'se contient lui-même',
      },
      {
        name: 'a stream that ends in a string',
        spoil: draw('(abc'),
        pages: [2],
        detail: 'string without end',
      },
    ],
    nearMisses: [
      { name: 'PDF 1.4', spoil: change({ version: [1, 4] }) },
      { name: 'the default transfer function', spoil: state({ TR2: 'Default' }) },
    ],
  },
]
