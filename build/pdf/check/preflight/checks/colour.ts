import { sha256 } from '../../../../disk/files.ts'
import { onPage } from '../../../../judge/check.ts'
import { findFaults, measured, type PressCheck } from '../check.ts'
import { isScreenSpace } from '../read/colours.ts'
import type { IntentFacts } from '../read/read-file.ts'

const PDF_X = 'GTS_PDFX'
const allowed = new Set(['DeviceCMYK', 'DeviceGray', 'Separation All', 'Pattern'])

export const colourChecks: PressCheck[] = [
  {
    id: 'rvb',
    title: 'Couleurs d’écran (RVB)',
    why: 'Une couleur d’écran serait convertie par l’imprimeur, sans que personne n’ait choisi ses encres.',
    limit: () => 'aucune',
    run: ({ file }) =>
      measured(
        findFaults(file.pages, ({ spaces }) => [...spaces].filter(isScreenSpace).sort()),
        'aucune',
      ),
  },
  {
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
  },
  {
    id: 'intention',
    title: 'Condition d’impression',
    why: 'Elle dit à l’imprimeur pour quel papier et quelles encres les couleurs ont été calculées.',
    limit: ({ profile }) => `une seule, avec son profil incorporé : ${profile.description}`,
    run({ file, profile }) {
      const intents = file.intents.filter(({ subtype }) => subtype === PDF_X)
      const [intent] = intents
      const faults =
        intents.length !== 1 || !intent
          ? [`${intents.length} conditions d’impression ${PDF_X}`]
          : faultsOf(intent, profile.bytes)
      return measured(
        Array.from(faults, fault => onPage(null, fault)),
        `${intent?.condition}, profil incorporé`,
        'condition d’impression absente ou fausse',
      )
    },
  },
]

function* faultsOf({ condition, profile }: IntentFacts, expected: Uint8Array): Generator<string> {
  if (condition === '') yield 'condition sans nom'
  if (!profile) yield 'profil non incorporé'
  else if (sha256(profile) !== sha256(expected)) yield 'le profil n’est pas celui que demande le kit'
}
