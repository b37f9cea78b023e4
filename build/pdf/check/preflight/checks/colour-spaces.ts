import { type Check, findFaults, judge } from '../check.ts'
import { isScreenSpace } from '../read/colours.ts'

const allowed = new Set(['DeviceCMYK', 'DeviceGray', 'Separation All', 'Pattern'])

export const espaces: Check = {
  code: 'espaces',
  titre: 'Espaces de couleur',
  pourquoi:
    'Le kit s’imprime en quatre encres : un ton direct ou un autre espace demanderait une plaque de plus.',
  limite: () => 'DeviceCMYK et DeviceGray ; Separation All pour les repères',
  mesure({ file }) {
    const used = new Set(file.pages.flatMap(({ spaces }) => [...spaces]))
    const faults = findFaults(file.pages, ({ spaces }) =>
      [...spaces].filter(space => !allowed.has(space) && !isScreenSpace(space)).sort(),
    )
    return judge(faults, 'erreur', { sain: [...used].sort().join(', ') || 'aucun' })
  },
}
