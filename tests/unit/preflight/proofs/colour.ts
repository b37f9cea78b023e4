import { allInks, draw, form, gradient, picture, renameFont, word } from '../spoilers.ts'
import type { Proof } from './proof.ts'

export const colour: Proof[] = [
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
        detail: 'ICCBased (3)',
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
    code: 'palette',
    verdict: 'erreur',
    faults: [
      {
        name: 'a token with one hundredth more yellow',
        spoil: draw('0.7 0.95 0.16 0.2 k 100 100 50 50 re f'),
        pages: [2],
        detail: 'C 70 · M 95 · J 16 · N 20',
      },
      { name: 'text in an ink of its own', spoil: word(14, '0.3 0 0 0 k'), pages: [2], detail: 'C 30' },
    ],
    nearMisses: [
      { name: 'the token', spoil: draw('0.7 0.95 0.15 0.2 k 100 100 50 50 re f') },
      {
        name: 'a colour that is set and paints nothing',
        spoil: draw('0.7 0.95 0.16 0.2 k 0 0 0 1 k 100 100 50 50 re f'),
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
        also: ['palette'],
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
  {
    code: 'noir-enrichi',
    verdict: 'erreur',
    faults: [
      {
        name: 'black text of 10 pt with cyan in it',
        spoil: word(10, '0.4 0 0 1 k'),
        pages: [2],
        detail: '10 pt en C 40 · M 0 · J 0 · N 100',
        also: ['palette'],
      },
      {
        name: 'black text of four inks, as a profile makes it',
        spoil: word(11.9, '0.79 0.7 0.53 0.98 k'),
        pages: [2],
        also: ['palette'],
      },
      {
        name: 'text of 24 pt that a matrix makes 8 pt',
        spoil: draft =>
          draw(
            `0.4 0 0 1 k q 0.333 0 0 0.333 0 0 cm BT /T 24 Tf 600 1200 Td ${draft.font.encode('Éco')} Tj ET Q`,
          )(draft),
        pages: [2],
        also: ['palette'],
      },
    ],
    nearMisses: [
      { name: 'black alone', spoil: word(8.5, '0 0 0 1 k') },
      { name: 'rich black of 12 pt', spoil: word(12, '0.4 0 0 1 k'), also: ['palette'] },
      { name: 'small text in a dark colour of the charter', spoil: word(9, '0.8 1 0.3 0.5 k') },
    ],
  },
  {
    code: 'texte-en-reserve',
    verdict: 'remarque',
    faults: [
      {
        name: 'white text of 9 pt in a thin face',
        spoil: word(9, '0 0 0 0 k'),
        pages: [2],
        detail: 'SourceSans3-Regular 9 pt',
      },
    ],
    nearMisses: [
      { name: 'white text of 10 pt', spoil: word(10, '0 0 0 0 k') },
      {
        name: 'white text of 9 pt in a strong face',
        spoil: draft => {
          renameFont(draft, 'BAAAAA+SourceSans3-SemiBold')
          word(9, '0 0 0 0 k')(draft)
        },
      },
    ],
  },
  {
    code: 'texte-en-trame',
    verdict: 'erreur',
    faults: [
      {
        name: 'grey text of 9 pt',
        spoil: word(9, '0 0 0 0.75 k'),
        pages: [2],
        detail: 'SourceSans3-Regular 9 pt en noir à 75 %',
      },
    ],
    nearMisses: [
      { name: 'black text of 9 pt', spoil: word(9, '0 0 0 1 k') },
      { name: 'grey text of 10 pt', spoil: word(10, '0 0 0 0.75 k') },
      { name: 'small text in a dark colour of the charter', spoil: word(9, '0.8 1 0.3 0.5 k') },
    ],
  },
]
