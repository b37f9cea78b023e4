import { PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { box, inside, type Spoiler } from './sound-pdf.ts'
import { allInks, draw, drawnFont, form, gradient, picture, setBox, word } from './spoilers.ts'

/** How one control is proven: what must fail it, and what is near and passes. */
export type Proof = {
  code: string
  verdict: 'erreur' | 'remarque'
  faults: Case[]
  nearMisses: Case[]
}
/** `pages`: those at fault; `detail`: part of one detail; `also`: other controls that the same fault touches. */
export type Case = { name: string; spoil: Spoiler; pages?: number[]; detail?: string; also?: string[] }

/** A fault of page 2. */
const onPage2 = (name: string, spoil: Spoiler, detail: string): Case => ({ name, spoil, detail, pages: [2] })
/** One whose colour no ink can be measured of. */
const unmeasured = (name: string, spoil: Spoiler, detail: string): Case => ({
  ...onPage2(name, spoil, detail),
  also: ['encrage'],
})
const { x, y } = inside

export const proofs: Proof[] = [
  {
    code: 'boites',
    verdict: 'erreur',
    faults: [
      {
        ...{ name: 'a TrimBox a tenth of a millimetre too wide', pages: [3] },
        ...{ spoil: setBox(3, 'TrimBox', box(8, 8, 218.1, 305)), detail: 'format fini de 210,1 × 297 mm' },
      },
      {
        ...{ name: 'no TrimBox', pages: [1], detail: 'pas de TrimBox' },
        spoil: ({ pages }) => void pages[0]?.node.delete(PDFName.of('TrimBox')),
      },
      onPage2(
        'a bleed of 2 mm on one side',
        setBox(2, 'BleedBox', box(6, 5, 221, 308)),
        'fond perdu de 2 / 3 / 3 / 3 mm',
      ),
      onPage2(
        'a MediaBox inside the bleed',
        setBox(2, 'MediaBox', box(7, 7, 219, 306)),
        'dépasse la feuille',
      ),
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
      onPage2(
        'a font that the file only names',
        async draft => {
          const helvetica = await draft.pdf.embedFont(StandardFonts.Helvetica)
          draft.resource(2, 'Font', 'H', helvetica.ref)
          draw(`0 0 0 1 k BT /H 12 Tf ${x} ${y} Td (abc) Tj ET`)(draft)
        },
        'Helvetica',
      ),
      onPage2(
        'letters that are drawings',
        draft => {
          draft.resource(2, 'Font', 'D', drawnFont(draft))
          draw(`0 0 0 1 k BT /D 12 Tf ${x} ${y} Td (a) Tj ET`)(draft)
        },
        'SourceSans3-Dessin, dessinée',
      ),
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
    faults: [onPage2('150 points an inch', picture(150), 'image de 60 × 30 pixels à 150 points par pouce')],
    nearMisses: [{ name: '300 points an inch', spoil: picture(300) }],
  },
  {
    code: 'resolution',
    verdict: 'remarque',
    faults: [
      onPage2('250 points an inch', picture(250), '250 points par pouce'),
      onPage2('200 points an inch, grown by a pixel of the page', picture(188), '188 points par pouce'),
    ],
    nearMisses: [],
  },
  {
    code: 'rvb',
    verdict: 'erreur',
    faults: [
      unmeasured('a fill', draw('1 0 0 rg 100 100 50 50 re f'), 'DeviceRGB'),
      unmeasured('a picture', picture(300, 'DeviceRGB'), 'DeviceRGB'),
      unmeasured(
        'a space of a profile, in a form inside a form',
        draft => {
          const profile = draft.context.register(draft.context.stream('', { N: 3 }))
          const inner = form(draft, '/Cs cs 1 0 0 scn 0 0 9 9 re f', {
            ColorSpace: { Cs: draft.context.obj(['ICCBased', profile]) },
          })
          draft.resource(2, 'XObject', 'Fm', form(draft, '/In Do', { XObject: { In: inner } }))
          draw('/Fm Do')(draft)
        },
        'ICCBased',
      ),
      unmeasured(
        'a gradient',
        draft => {
          draft.resource(2, 'Shading', 'Sh', gradient('DeviceRGB', [1, 0, 0], [0, 0, 1]))
          draw('/Sh sh')(draft)
        },
        'DeviceRGB',
      ),
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
      onPage2(
        'a spot colour',
        draft => {
          draft.resource(2, 'ColorSpace', 'Or', ['Separation', 'Or', 'DeviceCMYK', allInks[3]])
          draw('/Or cs 1 scn 100 100 50 50 re f')(draft)
        },
        'Separation Or',
      ),
    ],
    nearMisses: [
      { name: 'black and grey', spoil: draw('0 g 100 100 50 50 re f 0 0 0 1 K 1 w 9 99 m 99 99 l S') },
    ],
  },
  {
    code: 'intention',
    verdict: 'erreur',
    faults: [
      { name: 'none', spoil: draft => void draft.intents.pop(), detail: '0 conditions' },
      {
        name: 'that of an archive',
        spoil: ({ intents: [intent] }) => Object.assign(intent ?? {}, { S: 'GTS_PDFA1' }),
        detail: '0 conditions',
      },
      {
        name: 'without its profile',
        spoil: ({ intents: [intent] }) => delete intent?.['DestOutputProfile'],
        detail: 'profil non incorporé',
      },
      {
        name: 'with another profile than the kit asks for',
        spoil: ({ context, intents: [intent] }) => {
          const profile = context.register(context.stream('0123456789abprtrCMYK', { N: 4 }))
          Object.assign(intent ?? {}, { DestOutputProfile: profile })
        },
        detail: 'n’est pas celui que demande le kit',
      },
    ],
    nearMisses: [
      { name: 'beside that of an archive', spoil: ({ intents }) => void intents.push({ S: 'GTS_PDFA1' }) },
    ],
  },
  {
    code: 'encrage',
    verdict: 'erreur',
    faults: [
      onPage2('a block of 340 %', draw('1 1 1 0.4 k 100 100 50 50 re f'), 'page 2 : 340 %'),
      onPage2('a picture of 400 %', picture(300, 'DeviceCMYK', 255), 'page 2 : 400 %'),
    ],
    nearMisses: [
      { name: 'a picture of 300 %', spoil: picture(300, 'DeviceCMYK', 191) },
      { name: 'the darkest token', spoil: draw('0.8 1 0.3 0.5 k 100 100 50 50 re f') },
    ],
  },
]
