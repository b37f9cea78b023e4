import { StandardFonts } from '@cantoo/pdf-lib'
import { draw, drawnFont, renameFont, spelled, word, x, y } from '../spoilers.ts'
import type { Proof } from './proof.ts'

export const letters: Proof[] = [
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
        also: ['polices-familles'],
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
    code: 'polices-type-3',
    verdict: 'erreur',
    faults: [
      {
        name: 'letters that are drawings',
        spoil: draft => {
          draft.resource(2, 'Font', 'D', drawnFont(draft))
          draw(`0 0 0 1 k BT /D 12 Tf ${x} ${y} Td (a) Tj ET`)(draft)
        },
        pages: [2],
        detail: 'SourceSans3-Dessin',
      },
    ],
    nearMisses: [
      { name: 'the same font, not used', spoil: draft => draft.resource(2, 'Font', 'D', drawnFont(draft)) },
    ],
  },
  {
    code: 'polices-familles',
    verdict: 'erreur',
    faults: [
      {
        name: 'a family that the edition is not set in',
        spoil: draft => {
          renameFont(draft, 'BAAAAA+DejaVuSans')
          word(12, '0 0 0 1 k')(draft)
        },
        pages: [2],
        detail: 'DejaVuSans',
      },
    ],
    nearMisses: [
      {
        name: 'a subset of the family',
        spoil: draft => {
          renameFont(draft, 'BAAAAA+SourceSans3ExtraLight-SemiBold')
          word(12, '0 0 0 1 k')(draft)
        },
      },
    ],
  },
  {
    code: 'glyphes-absents',
    verdict: 'erreur',
    faults: [
      {
        name: 'glyph 0',
        spoil: draw(`0 0 0 1 k BT /T 12 Tf ${x} ${y} Td <00050000> Tj ET`),
        pages: [2],
        detail: '1 signe en SourceSans3-Regular 12 pt',
      },
      {
        name: 'glyph 0 in an array and in a string with escapes',
        spoil: draw(`0 0 0 1 k BT /T 12 Tf ${x} ${y} Td [<0005> -20 (\\000\\000\\000A)] TJ ET`),
        pages: [2],
        detail: '1 signe',
      },
      {
        name: 'a letter whose glyph draws nothing',
        spoil: spelled(' ', '00E9'),
        pages: [],
        detail: '« é » n’a pas de dessin en SourceSans3-Regular',
      },
    ],
    nearMisses: [
      {
        name: 'a no-break space, which draws nothing',
        spoil: spelled(' ', '00A0'),
      },
      {
        name: 'zero bytes of two neighbours',
        spoil: draw(`0 0 0 1 k BT /T 12 Tf ${x} ${y} Td <05000005> Tj ET`),
      },
    ],
  },
]
