import { EAN13 } from 'jsbarcode/bin/barcodes/EAN_UPC/index.js'
import { encode } from 'uqr'
import { escapeXml } from '../../problems/index.ts'
import { type Mm, mm } from '../../text/index.ts'

/** Width of the thinnest bar at 100 %. All lengths: ISO/IEC 15420 (EAN-13). */
const MODULE = 0.33
/** White modules left and right. */
const QUIET = { left: 11, right: 7 }
/** Guard bars stand out below the others, between the digits. */
const HEIGHT = { bars: 22.85, guards: 24.5, whole: 25.93 }
/** Of the digits, in mm. */
const SIZE = 3.2

/** The finished drawing at 100 %, quiet zones included. */
const barCodeSize: { width: Mm; height: Mm } = {
  width: mm((QUIET.left + 95 + QUIET.right) * MODULE),
  height: mm(HEIGHT.whole),
}

/** An ISBN as the bar code of a bookshop, EAN-13, with its digits; in mm, at 100 %.
 *  @param isbn thirteen digits, in groups or not
 *  @throws Error when its last digit is wrong: `kit check` reports it before */
export function drawBarCode(isbn: string): string {
  const digits = isbn.replaceAll('-', '')
  const bars = barsOf(digits)
    .map(({ x, width, guard }) => {
      const height = guard ? HEIGHT.guards : HEIGHT.bars
      return `M${at(x)} 0h${round(width * MODULE)}v${height}h-${round(width * MODULE)}z`
    })
    .join('')
  const { width, height } = barCodeSize
  const groups = [
    written(digits.slice(0, 1), 2, 0),
    written(digits.slice(1, 7), QUIET.left + 4, 41),
    written(digits.slice(7), QUIET.left + 50, 41),
  ]
  return `<svg class="code-barres" viewBox="0 0 ${round(width)} ${height}" role="img" aria-label="Code-barres de l’ISBN ${escapeXml(isbn)}"><path class="encre" d="${bars}"/>${groups.join('')}</svg>`
}

type Bar = { x: number; width: number; guard: boolean }

function barsOf(digits: string): Bar[] {
  const code = new EAN13(digits, { flat: true })
  if (!code.valid()) throw new Error(`${digits} is no EAN-13`)
  const modules = code.encode().data
  return [...modules.matchAll(/1+/g)].map(({ index, 0: { length } }) => ({
    x: index,
    width: length,
    guard: index < 3 || (index >= 45 && index < 50) || index >= 92,
  }))
}

/** Digits from one module on, spread over as many as given. */
function written(digits: string, from: number, over: number): string {
  const spread = over > 0 ? ` textLength="${round(over * MODULE)}"` : ''
  return `<text class="encre" x="${round(from * MODULE)}" y="${HEIGHT.whole - 0.2}" font-size="${SIZE}"${spread}>${digits}</text>`
}

const at = (module: number) => round((QUIET.left + module) * MODULE)
const round = (length: number) => Math.round(length * 1000) / 1000

/** Error correction: level M, 15 % may be damaged. */
export const LEVEL = 'M'
/** White modules on each side. @see ISO/IEC 18004 §5.3.8 */
const QUIET_ZONE = 4

/** By row, from the top: whether each module is dark; the quiet zone is not among them. */
export const qrModules = (text: string): boolean[][] =>
  encode(text, { ecc: LEVEL, boostEcc: false, border: 0 }).data

/** The code as a drawing, black on white, with its quiet zone; its size is left to the style sheet.
 *  @param label what is said in its place */
export function drawQrCode(text: string, label: string): string {
  const modules = qrModules(text)
  const side = modules.length + 2 * QUIET_ZONE
  // One path: dark modules that touch have no seam between them.
  const dark = modules.flatMap((row, y) => runsOf(row).map(([x, length]) => bar(x, y, length))).join('')
  return `<svg class="code-qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${escapeXml(label)}"><path class="papier" d="M0 0h${side}v${side}H0z"/><path class="encre" d="${dark}"/></svg>`
}

const bar = (x: number, y: number, length: number) =>
  `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`

/** Dark modules side by side: the first, and how many. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1)
    if (dark && last && last[0] + last[1] === x) last[1]++
    else if (dark) runs.push([x, 1])
  }
  return runs
}
