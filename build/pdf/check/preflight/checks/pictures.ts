import { LEVEL } from '../../../../../src/codes/qr-code.ts'
import { plural } from '../../../../../src/french.ts'
import { onPage, verified } from '../../../../../src/problems/finding.ts'
import { findFaults, french, measured, type PressCheck } from '../check.ts'
import { toMm } from '../millimetres.ts'
import type { CodeFacts, LineFacts, PictureFacts } from '../read/facts.ts'

/** Pixels an inch: what an offset screen of 150 lines can show, and what everybody sees. */
const WANTED = 300
const LEAST = 200
/** Chromium places pictures to a hundredth of a pixel. */
const PLACING = 1
/** In points: thinner lines break up on the plate; pale ones, which a screen of dots draws, sooner. */
const [THINNEST, PALE] = [0.25, 0.75]
const ROUNDING = 0.005
/** Smallest module of a QR code that a telephone reads from paper, and width of an EAN-13's module at 80 %, in mm.
 *  @see ISO/IEC 15420 (EAN), GS1 General Specifications §5.12 (QR) */
const SMALLEST = { qr: 0.375, ean: 0.264 }
/** Modules of an EAN-13, and the white ones that it needs left and right. */
const EAN = { modules: 95, left: 11, right: 7 }
/** White modules on each side of a QR code. @see ISO/IEC 18004 §5.3.8 */
const QUIET_ZONE = 4
/** Part of a module that rounding may take. */
const SLACK = 0.05

export const pictures: PressCheck[] = [
  {
    id: 'resolution',
    title: 'Définition des images',
    why: 'Une image trop petite, agrandie sur la page, montre ses pixels.',
    limit: () => `${WANTED} points par pouce à la taille imprimée ; erreur sous ${LEAST}`,
    run({ file }) {
      const pictures = file.pages.flatMap(page => page.pictures)
      const lowest = Math.min(...pictures.map(picture => picture.resolution))
      return verified(
        pictures.length === 0
          ? 'aucune image'
          : `${plural(pictures.length, 'image')}, ${Math.round(lowest)} points par pouce au moins`,
        file.pages.flatMap(({ page, pictures }) =>
          pictures
            .filter(picture => !reaches(picture, WANTED))
            .map(picture => onPage(page, pixelsOf(picture), reaches(picture, LEAST) ? 'remarque' : 'erreur')),
        ),
      )
    },
  },
  {
    id: 'filets',
    title: 'Filets',
    why: 'Un filet trop maigre disparaît par endroits à l’impression.',
    limit: () => `${french(THINNEST)} pt au moins, ${french(PALE)} pt en demi-teinte`,
    run({ file }) {
      const widths = file.pages.flatMap(({ lines }) => lines.map(({ width }) => width))
      const named = (lines: readonly LineFacts[]) => [
        ...new Set(lines.map(({ kind, width }) => `${kind} de ${french(width, 3)} pt`)),
      ]
      const isThin = ({ width }: LineFacts) => width < THINNEST - ROUNDING
      const faults = [
        ...findFaults(file.pages, ({ lines }) => named(lines.filter(isThin))),
        ...findFaults(
          file.pages,
          ({ lines }) =>
            named(lines.filter(line => line.pale && line.width < PALE - ROUNDING && !isThin(line))).map(
              name => `${name} en demi-teinte`,
            ),
          'remarque',
        ),
      ]
      const thinnest =
        widths.length > 0 ? `le plus fin fait ${french(Math.min(...widths))} pt` : 'aucun filet'
      return measured(faults, thinnest, thinnest)
    },
  },
  {
    id: 'codes',
    title: 'Codes QR et code-barres',
    why: 'Imprimé en plusieurs encres, trop petit ou sans blanc autour, un code ne se lit plus.',
    limit: () =>
      `noir seul (N 100) sur blanc ; modules d’au moins ${french(SMALLEST.qr, 3)} mm (QR) et ${french(SMALLEST.ean, 3)} mm (code-barres) ; ${QUIET_ZONE} modules de blanc autour d’un QR, ${EAN.left} et ${EAN.right} à gauche et à droite d’un code-barres`,
    run({ file }) {
      const readings = file.pages.flatMap(({ codes }) => codes.map(read))
      return measured(
        findFaults(file.pages, ({ codes }) => codes.flatMap(code => read(code).faults)),
        summaryOf(readings) || 'aucun',
      )
    },
  },
]

const reaches = ({ resolution }: PictureFacts, limit: number) => resolution >= limit - PLACING
const pixelsOf = ({ width, height, resolution }: PictureFacts) =>
  `image de ${width} × ${height} pixels à ${Math.round(resolution)} points par pouce`

type Code = { name: string; module: number; faults: string[] }

function read(code: CodeFacts): Code {
  const [left, bottom, right, top] = code.box
  const [width, height] = [toMm(right - left), toMm(top - bottom)]
  const square = Math.abs(width - height) < 0.1
  const modules = square ? Math.round(height / toMm(code.moduleHeight)) : EAN.modules
  const module = width / modules
  const version = (modules - 17) / 4
  const name = square ? `QR version ${version}, niveau ${LEVEL}` : 'EAN-13'
  const sides = code.ground
    ? [left - code.ground.box[0], code.ground.box[2] - right].concat(
        square ? [bottom - code.ground.box[1], code.ground.box[3] - top] : [],
      )
    : [0]
  const white = sides.map(side => toMm(side) / module)
  const asked = square ? white.map(() => QUIET_ZONE) : [EAN.left, EAN.right]
  const smallest = square ? SMALLEST.qr : SMALLEST.ean
  return {
    name,
    module,
    faults: [
      ...(square && !Number.isInteger(version) ? [`${modules} modules de côté : ce n’est pas un QR`] : []),
      ...(String(code.paint.ink) === '0,0,0,1' ? [] : [`${name} en plusieurs encres`]),
      ...(code.ground?.paint.coverage === 0 ? [] : [`${name} qui n’est pas sur du blanc`]),
      ...(module < smallest ? [`${name} : modules de ${french(module, 3)} mm`] : []),
      ...(white.some((zone, index) => zone < (asked[index] ?? 0) - SLACK)
        ? [`${name} : ${white.map(zone => french(zone, 1)).join(' / ')} modules de blanc autour`]
        : []),
    ],
  }
}

/** « 13 QR version 4, niveau M (modules de 0,55 mm) » */
function summaryOf(codes: readonly Code[]): string {
  const names = [...new Set(codes.map(({ name }) => name))].sort()
  return names
    .map(name => {
      const same = codes.filter(code => code.name === name)
      const module = Math.min(...same.map(code => code.module))
      return `${plural(same.length, 'code', 'codes')} ${name} (modules de ${french(module)} mm au moins)`
    })
    .join(' ; ')
}
