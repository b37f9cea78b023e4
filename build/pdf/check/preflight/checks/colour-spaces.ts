import { findFaults, measured, type PressCheck } from '../check.ts'
import { isScreenSpace } from '../read/colours.ts'

const allowed = new Set(['DeviceCMYK', 'DeviceGray', 'Separation All', 'Pattern'])

export const colourSpaces: PressCheck = {
  id: 'espaces',
  title: 'Espaces de couleur',
  why: 'Le kit s’imprime en quatre encres : un ton direct ou un autre espace demanderait une plaque de plus.',
  limit: () => 'DeviceCMYK et DeviceGray ; Separation All pour les repères',
  run({ file }) {
    const used = new Set(file.pages.flatMap(({ spaces }) => [...spaces]))
    const faults = findFaults(file.pages, ({ spaces }) =>
      [...spaces].filter(space => !allowed.has(space) && !isScreenSpace(space)).sort(),
    )
    return measured(faults, [...used].sort().join(', ') || 'aucun')
  },
}
