import { findFaults, french, measured, type PressCheck } from '../check.ts'

/** In points: thinner lines break up on the plate. */
const LIMIT = 0.25
const SLACK = 0.005

export const hairlines: PressCheck = {
  id: 'filets',
  title: 'Filets',
  why: 'Un filet trop maigre disparaît par endroits à l’impression.',
  limit: () => `${french(LIMIT)} pt au moins`,
  run({ file }) {
    const widths = file.pages.flatMap(({ lines }) => lines.map(({ width }) => width))
    const faults = findFaults(file.pages, ({ lines }) => {
      const thin = lines.filter(({ width }) => width < LIMIT - SLACK)
      return [...new Set(thin.map(({ kind, width }) => `${kind} de ${french(width, 3)} pt`))]
    })
    const thinnest = widths.length > 0 ? `le plus fin fait ${french(Math.min(...widths))} pt` : 'aucun filet'
    return measured(faults, thinnest, thinnest)
  },
}
