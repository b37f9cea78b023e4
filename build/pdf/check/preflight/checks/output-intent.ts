import { createHash } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import type { IntentFacts } from '../read/facts.ts'

const PDF_X = 'GTS_PDFX'

export const intention: Check = {
  code: 'intention',
  titre: 'Condition d’impression',
  pourquoi: 'Elle dit à l’imprimeur pour quel papier et quelles encres les couleurs ont été calculées.',
  limite: ({ profile }) => `une seule, avec son profil incorporé : ${profile.description}`,
  mesure({ file, profile }) {
    const intents = file.intents.filter(({ subtype }) => subtype === PDF_X)
    const [intent] = intents
    const details =
      intents.length !== 1 || !intent
        ? [`${intents.length} conditions d’impression ${PDF_X}`]
        : faultsOf(intent, profile.bytes)
    return judge({ pages: [], details }, 'erreur', {
      sain: `${intent?.condition}, profil incorporé`,
      fautif: 'condition d’impression absente ou fausse',
    })
  },
}

function faultsOf({ condition, profile }: IntentFacts, expected: Uint8Array): string[] {
  const faults: string[] = []
  if (condition === '') faults.push('condition sans nom')
  if (!profile) return [...faults, 'profil non incorporé']
  const signature = Buffer.from(profile.subarray(12, 20)).toString('latin1')
  if (signature !== 'prtrCMYK') faults.push('le profil n’est pas celui d’une imprimante en quadrichromie')
  else if (digest(profile) !== digest(expected)) faults.push('le profil n’est pas celui que demande le kit')
  return faults
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
