import { findFaults, french, measured, type PressCheck } from '../check.ts'
import type { LineFacts } from '../read/facts.ts'

/** In points: thinner lines break up on the plate; pale ones, which a screen of dots draws, sooner. */
const [LIMIT, PALE] = [0.25, 0.75]
const SLACK = 0.005

export const hairlines: PressCheck = {
  id: 'filets',
  title: 'Filets',
  why: 'Un filet trop maigre disparaît par endroits à l’impression.',
  limit: () => `${french(LIMIT)} pt au moins, ${french(PALE)} pt en demi-teinte`,
  run({ file }) {
    const widths = file.pages.flatMap(({ lines }) => lines.map(({ width }) => width))
    const named = (lines: readonly LineFacts[]) => [
      ...new Set(lines.map(({ kind, width }) => `${kind} de ${french(width, 3)} pt`)),
    ]
    const isThin = ({ width }: LineFacts) => width < LIMIT - SLACK
    const faults = [
      ...findFaults(file.pages, ({ lines }) => named(lines.filter(isThin))),
      ...findFaults(
        file.pages,
        ({ lines }) =>
          named(lines.filter(line => line.pale && line.width < PALE - SLACK && !isThin(line))).map(
            name => `${name} en demi-teinte`,
          ),
        'remarque',
      ),
    ]
    const thinnest = widths.length > 0 ? `le plus fin fait ${french(Math.min(...widths))} pt` : 'aucun filet'
    return measured(faults, thinnest, thinnest)
  },
}
