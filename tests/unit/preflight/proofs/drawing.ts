import { PDFName } from '@cantoo/pdf-lib'
import { qrModules } from '../../../../src/codes/qr-code.ts'
import { all, draw, form, picture, state } from '../spoilers.ts'
import type { Proof } from './proof.ts'

/** A QR code at the bottom left, as Chromium draws it. */
function qr({ module = 1.5, quiet = 4, ink = '0 0 0 1 k', ground = '0 0 0 0 k' }): string {
  const modules = qrModules('https://example.org/')
  const side = modules.length + 2 * quiet
  const dark = modules.flatMap((row, y) =>
    row.flatMap((is, x) => (is ? square(x + quiet, side - 1 - y - quiet) : [])),
  )
  return `q ${module} 0 0 ${module} 100 100 cm ${ground} 0 0 ${side} ${side} re f ${ink} ${dark.join(' ')} f Q`
}

const square = (x: number, y: number) =>
  `${x} ${y} m ${x + 1} ${y} l ${x + 1} ${y + 1} l ${x} ${y + 1} l ${x} ${y} l h`

export const drawing: Proof[] = [
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
    nearMisses: [
      { name: '300 points an inch', spoil: picture(300) },
      {
        name: 'a coarse picture in the slug',
        spoil: all(picture(20), draw('q 60 0 0 8 100 1 cm /Im Do Q')),
      },
    ],
  },
  {
    code: 'resolution',
    verdict: 'remarque',
    faults: [{ name: '250 points an inch', spoil: picture(250), pages: [2], detail: '250 points par pouce' }],
    nearMisses: [],
  },
  {
    code: 'filets',
    verdict: 'erreur',
    faults: [
      {
        name: 'a line of 0.2 pt',
        spoil: draw('0 0 0 1 K 0.2 w 100 100 m 200 100 l S'),
        pages: [2],
        detail: 'trait de 0,2 pt',
      },
      {
        name: 'a line that a matrix thins',
        spoil: draw('q 0.1 0 0 0.1 0 0 cm 0 0 0 1 K 2 w 1000 1000 m 2000 1000 l S Q'),
        pages: [2],
        detail: 'trait de 0,2 pt',
      },
      {
        name: 'the thinnest line of the machine',
        spoil: draw('0 0 0 1 K 0 w 100 100 m 200 100 l S'),
        pages: [2],
        detail: 'trait de 0 pt',
      },
      {
        name: 'a rectangle as a line',
        spoil: draw('0 0 0 1 k 100 100 80 0.15 re f'),
        pages: [2],
        detail: 'aplat de 0,15 pt',
      },
      {
        name: 'a width set by a graphics state',
        spoil: all(state({ LW: 0.1 }), draw('/G gs 0 0 0 1 K 100 100 m 200 100 l S')),
        pages: [2],
      },
    ],
    nearMisses: [
      { name: 'a line of 0.25 pt', spoil: draw('0 0 0 1 K 0.25 w 100 100 m 200 100 l S') },
      { name: 'a thin line in the slug', spoil: draw('0 0 0 1 K 0.1 w 100 5 m 200 5 l S') },
      {
        name: 'a thin rectangle that only clips',
        spoil: draw('0 0 0 1 k 100 100 80 0.15 re W n 100 100 50 50 re f'),
      },
    ],
  },
  {
    code: 'filets',
    verdict: 'remarque',
    faults: [
      {
        name: 'a pale rectangle as a line',
        spoil: draw('0 0 0 0.25 k 100 100 80 0.5 re f'),
        pages: [2],
        detail: 'aplat de 0,5 pt en demi-teinte',
      },
    ],
    nearMisses: [
      { name: 'a pale line of 0.85 pt', spoil: draw('0 0 0 0.25 K 0.85 w 100 100 m 200 100 l S') },
      { name: 'a strong line of 0.5 pt', spoil: draw('0.7 0.58 0.06 0.14 K 0.5 w 100 100 m 200 100 l S') },
    ],
  },
  {
    code: 'codes',
    verdict: 'erreur',
    faults: [
      {
        name: 'a QR code in four inks',
        spoil: draw(qr({ ink: '0.6 0.5 0.5 1 k' })),
        pages: [2],
        also: ['palette'],
        detail: 'en plusieurs encres',
      },
      {
        name: 'a QR code too small to be read',
        spoil: draw(qr({ module: 0.9 })),
        pages: [2],
        detail: 'modules de 0,317 mm',
      },
      {
        name: 'a QR code without its quiet zone',
        spoil: draw(qr({ quiet: 2 })),
        pages: [2],
        detail: '2 / 2 / 2 / 2 modules de blanc autour',
      },
      {
        name: 'a QR code on a tint',
        spoil: draw(qr({ ground: '0 0 0 0.1 k' })),
        pages: [2],
        also: ['palette'],
        detail: 'qui n’est pas sur du blanc',
      },
    ],
    nearMisses: [{ name: 'a QR code in black on white', spoil: draw(qr({})) }],
  },
  {
    code: 'transparence',
    verdict: 'remarque',
    faults: [
      {
        name: 'opacity',
        spoil: state({ ca: 0.5 }),
        pages: [2],
        detail: 'opacité de 50 %',
        also: ['encrage'],
      },
      {
        name: 'a blend mode',
        spoil: state({ BM: 'Multiply' }),
        pages: [2],
        detail: 'mode de fusion Multiply',
        also: ['encrage'],
      },
      {
        name: 'a soft mask',
        spoil: draft => {
          const mask = form(draft, '1 g 0 0 99 99 re f', {})
          state({ SMask: draft.context.obj({ Type: 'Mask', S: 'Luminosity', G: mask }) })(draft)
        },
        pages: [2],
        detail: 'masque de dégradé',
        also: ['encrage'],
      },
      {
        name: 'a page group',
        spoil: ({ pages, context }) =>
          void pages[1]?.node.set(PDFName.of('Group'), context.obj({ S: 'Transparency' })),
        pages: [2],
        detail: 'groupe',
        also: ['encrage'],
      },
    ],
    nearMisses: [
      {
        name: 'full opacity and the normal mode',
        spoil: state({ ca: 1, CA: 1, BM: 'Normal', SMask: 'None' }),
      },
    ],
  },
  {
    code: 'surimpression',
    verdict: 'remarque',
    faults: [{ name: 'overprint', spoil: state({ op: true, OPM: 1 }), pages: [2], also: ['encrage'] }],
    nearMisses: [{ name: 'overprint turned off', spoil: state({ op: false, OP: false }) }],
  },
]
