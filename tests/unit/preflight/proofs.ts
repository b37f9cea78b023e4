import { PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { box, type Draft } from './sound-pdf.ts'
import {
  allInks,
  change,
  draw,
  drawnFont,
  form,
  gradient,
  picture,
  setBox,
  without,
  word,
  x,
  y,
} from './spoilers.ts'

/** Changes a sound file in one place. */
export type Spoiler = (draft: Draft) => void | Promise<void>

/** How one control is proven: what must fail it, and what is near and passes. */
export type Proof = {
  code: string
  verdict: 'erreur' | 'remarque'
  faults: Case[]
  nearMisses: Case[]
}
export type Case = {
  name: string
  spoil: Spoiler
  /** Pages at fault. */
  pages?: number[]
  /** Part of one detail. */
  detail?: string
  /** Other controls that the same fault touches. */
  also?: string[]
}

const stream = ({ context }: Draft, content: string, N: number) =>
  context.register(context.stream(content, { N }))

export const proofs: Proof[] = [
  {
    code: 'boites',
    verdict: 'erreur',
    faults: [
      {
        name: 'a TrimBox a tenth of a millimetre too wide',
        spoil: setBox(3, 'TrimBox', box(8, 8, 218.1, 305)),
        pages: [3],
        detail: 'format fini de 210,1 × 297 mm',
      },
      {
        name: 'no TrimBox',
        spoil: ({ pages }) => void pages[0]?.node.delete(PDFName.of('TrimBox')),
        pages: [1],
        detail: 'pas de TrimBox',
      },
      {
        name: 'a bleed of 2 mm on one side',
        spoil: setBox(2, 'BleedBox', box(6, 5, 221, 308)),
        pages: [2],
        detail: 'fond perdu de 2 / 3 / 3 / 3 mm',
      },
      {
        name: 'a MediaBox inside the bleed',
        spoil: setBox(2, 'MediaBox', box(7, 7, 219, 306)),
        pages: [2],
        detail: 'dépasse la feuille',
      },
    ],
    nearMisses: [
      {
        name: 'a TrimBox five thousandths of a millimetre too wide',
        spoil: setBox(3, 'TrimBox', box(8, 8, 218.005, 305)),
      },
    ],
  },
  {
    code: 'polices-incorporees',
    verdict: 'erreur',
    faults: [
      {
        name: 'a font that the file only names',
        spoil: async draft => {
          const helvetica = await draft.pdf.embedFont(StandardFonts.Helvetica)
          draft.resource(2, 'Font', 'H', helvetica.ref)
          draw(`0 0 0 1 k BT /H 12 Tf ${x} ${y} Td (abc) Tj ET`)(draft)
        },
        pages: [2],
        detail: 'Helvetica',
      },
      {
        name: 'letters that are drawings',
        spoil: draft => {
          draft.resource(2, 'Font', 'D', drawnFont(draft))
          draw(`0 0 0 1 k BT /D 12 Tf ${x} ${y} Td (a) Tj ET`)(draft)
        },
        pages: [2],
        detail: 'SourceSans3-Dessin, dessinée',
      },
    ],
    nearMisses: [
      {
        name: 'the same font, named and not used',
        spoil: async draft =>
          draft.resource(2, 'Font', 'H', (await draft.pdf.embedFont(StandardFonts.Helvetica)).ref),
      },
      { name: 'a font in the file', spoil: word(12, '0 0 0 1 k') },
    ],
  },
  {
    code: 'resolution',
    verdict: 'erreur',
    faults: [
      {
        name: '150 points an inch',
        spoil: picture(150),
        pages: [2],
        detail: 'image de 60 × 30 pixels à 150 points par pouce',
      },
    ],
    nearMisses: [{ name: '300 points an inch', spoil: picture(300) }],
  },
  {
    code: 'resolution',
    verdict: 'remarque',
    faults: [
      { name: '250 points an inch', spoil: picture(250), pages: [2], detail: '250 points par pouce' },
      {
        name: '200 points an inch, grown by a pixel of the page',
        spoil: picture(188),
        pages: [2],
        detail: '188 points par pouce',
      },
    ],
    nearMisses: [],
  },
  {
    code: 'rvb',
    verdict: 'erreur',
    faults: [
      {
        name: 'a fill',
        spoil: draw('1 0 0 rg 100 100 50 50 re f'),
        pages: [2],
        detail: 'DeviceRGB',
        also: ['encrage'],
      },
      {
        name: 'a picture',
        spoil: picture(300, 'DeviceRGB'),
        pages: [2],
        detail: 'DeviceRGB',
        also: ['encrage'],
      },
      {
        name: 'a space of a profile, in a form inside a form',
        spoil: draft => {
          const profile = draft.context.register(draft.context.stream('', { N: 3 }))
          const inner = form(draft, '/Cs cs 1 0 0 scn 0 0 9 9 re f', {
            ColorSpace: { Cs: draft.context.obj(['ICCBased', profile]) },
          })
          draft.resource(2, 'XObject', 'Fm', form(draft, '/In Do', { XObject: { In: inner } }))
          draw('/Fm Do')(draft)
        },
        pages: [2],
        detail: 'ICCBased',
        also: ['encrage'],
      },
      {
        name: 'a gradient',
        spoil: draft => {
          draft.resource(2, 'Shading', 'Sh', gradient('DeviceRGB', [1, 0, 0], [0, 0, 1]))
          draw('/Sh sh')(draft)
        },
        pages: [2],
        detail: 'DeviceRGB',
        also: ['encrage'],
      },
    ],
    nearMisses: [
      {
        name: 'a resource that nothing draws',
        spoil: draft => draft.resource(2, 'ColorSpace', 'Cs', ['CalRGB', { WhitePoint: [1, 1, 1] }]),
      },
      { name: 'grey', spoil: draw('0.5 g 100 100 50 50 re f') },
    ],
  },
  {
    code: 'espaces',
    verdict: 'erreur',
    faults: [
      {
        name: 'a spot colour',
        spoil: draft => {
          draft.resource(2, 'ColorSpace', 'Or', ['Separation', 'Or', 'DeviceCMYK', allInks[3]])
          draw('/Or cs 1 scn 100 100 50 50 re f')(draft)
        },
        pages: [2],
        detail: 'Separation Or',
      },
    ],
    nearMisses: [
      { name: 'black and grey', spoil: draw('0 g 100 100 50 50 re f 0 0 0 1 K 1 w 9 99 m 99 99 l S') },
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
        name: 'with another profile than the kit asks for',
        spoil: draft =>
          change({ intent: { DestOutputProfile: stream(draft, '0123456789abprtrCMYK', 4) } })(draft),
        detail: 'n’est pas celui que demande le kit',
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
    code: 'encrage',
    verdict: 'erreur',
    faults: [
      {
        name: 'a block of 340 %',
        spoil: draw('1 1 1 0.4 k 100 100 50 50 re f'),
        pages: [2],
        detail: 'page 2 : 340 %',
      },
      {
        name: 'a picture of 400 %',
        spoil: picture(300, 'DeviceCMYK', 255),
        pages: [2],
        detail: 'page 2 : 400 %',
      },
    ],
    nearMisses: [
      { name: 'a picture of 300 %', spoil: picture(300, 'DeviceCMYK', 191) },
      { name: 'the darkest token', spoil: draw('0.8 1 0.3 0.5 k 100 100 50 50 re f') },
    ],
  },
]
