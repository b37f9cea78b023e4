import { PDFName } from '@cantoo/pdf-lib'
import { addPage, box, sheet } from '../sound-pdf.ts'
import { allInks, draw, setBox, x, y } from '../spoilers.ts'
import type { Proof } from './proof.ts'

export const paper: Proof[] = [
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
      { name: 'an ArtBox', spoil: setBox(4, 'ArtBox', sheet.trim), pages: [4], detail: 'ArtBox' },
      {
        name: 'a CropBox inside the bleed',
        spoil: setBox(1, 'CropBox', sheet.trim),
        pages: [1],
        detail: 'CropBox',
      },
    ],
    nearMisses: [
      {
        name: 'a TrimBox five thousandths of a millimetre too wide',
        spoil: setBox(3, 'TrimBox', box(8, 8, 218.005, 305)),
      },
      { name: 'a CropBox as large as the sheet', spoil: setBox(1, 'CropBox', sheet.media) },
    ],
  },
  {
    code: 'pagination',
    verdict: 'erreur',
    faults: [
      { name: 'five pages', spoil: ({ pdf, font }) => void addPage(pdf, font), detail: 'il manque 3 pages' },
    ],
    nearMisses: [
      { name: 'eight pages', spoil: ({ pdf, font }) => [1, 2, 3, 4].forEach(() => void addPage(pdf, font)) },
    ],
  },
  {
    code: 'reperes',
    verdict: 'erreur',
    faults: [
      {
        name: 'a line in the colour of all inks inside the bleed',
        spoil: draft => {
          draft.resource(2, 'ColorSpace', 'All', allInks)
          draw(`/All CS 1 SCN 1 w ${x} ${y} m 300 ${y} l S`)(draft)
        },
        pages: [2],
        also: ['encrage'],
      },
    ],
    nearMisses: [
      {
        name: 'the same line in the slug',
        spoil: draft => {
          draft.resource(2, 'ColorSpace', 'All', allInks)
          draw('/All CS 1 SCN 1 w 100 5 m 300 5 l S')(draft)
        },
      },
    ],
  },
]
