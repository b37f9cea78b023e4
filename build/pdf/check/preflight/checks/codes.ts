import { LEVEL } from '../../../../../src/codes/qr-code.ts'
import { plural } from '../../../../../src/french.ts'
import { findFaults, french, measured, type PressCheck } from '../check.ts'
import { toMm } from '../millimetres.ts'
import type { CodeFacts } from '../read/facts.ts'

/** Smallest module of a QR code that a telephone reads from paper, and width of an EAN-13's module at 80 %, in mm.
 *  @see ISO/IEC 15420 (EAN), GS1 General Specifications §5.12 (QR) */
const SMALLEST = { qr: 0.375, ean: 0.264 }
/** Modules of an EAN-13, and the white ones that it needs left and right. */
const EAN = { modules: 95, left: 11, right: 7 }
/** White modules on each side of a QR code. @see ISO/IEC 18004 §5.3.8 */
const QUIET_ZONE = 4
/** Part of a module that rounding may take. */
const SLACK = 0.05

export const codes: PressCheck = {
  id: 'codes',
  title: 'Codes QR et code-barres',
  why: 'Imprimé en plusieurs encres, trop petit ou sans blanc autour, un code ne se lit plus.',
  limit: () =>
    `noir seul (N 100) sur blanc ; modules d’au moins ${french(SMALLEST.qr, 3)} mm (QR) et ${french(SMALLEST.ean, 3)} mm (code-barres) ; ${QUIET_ZONE} modules de blanc autour d’un QR, ${EAN.left} et ${EAN.right} à gauche et à droite d’un code-barres`,
  run({ file }) {
    const readings = file.pages.flatMap(({ codes }) => codes.map(read))
    return measured(
      findFaults(file.pages, ({ codes }) => codes.flatMap(code => read(code).faults)),
      describe(readings) || 'aucun',
    )
  },
}

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
function describe(codes: readonly Code[]): string {
  const names = [...new Set(codes.map(({ name }) => name))].sort()
  return names
    .map(name => {
      const same = codes.filter(code => code.name === name)
      const module = Math.min(...same.map(code => code.module))
      return `${plural(same.length, 'code', 'codes')} ${name} (modules de ${french(module)} mm au moins)`
    })
    .join(' ; ')
}
