import { sha256 } from '../../../../disk/sha256.ts'
import { onPage } from '../../../../judge/check.ts'
import { measured, type PressCheck } from '../check.ts'
import type { IntentFacts } from '../read/facts.ts'

const PDF_X = 'GTS_PDFX'

export const outputIntent: PressCheck = {
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
      faults.map(fault => onPage(null, fault)),
      `${intent?.condition}, profil incorporé`,
      'condition d’impression absente ou fausse',
    )
  },
}

function faultsOf({ condition, profile }: IntentFacts, expected: Uint8Array): string[] {
  const faults: string[] = []
  if (condition === '') faults.push('condition sans nom')
  if (!profile) return [...faults, 'profil non incorporé']
  const signature = Buffer.from(profile.subarray(12, 20)).toString('latin1')
  if (signature !== 'prtrCMYK') faults.push('le profil n’est pas celui d’une imprimante en quadrichromie')
  else if (sha256(profile) !== sha256(expected)) faults.push('le profil n’est pas celui que demande le kit')
  return faults
}
