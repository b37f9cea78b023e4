import { encode } from 'uqr'
import { escapeXml } from '../escape-xml.ts'

/** How much may be damaged: M, 15 %. */
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
