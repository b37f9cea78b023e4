import { onPage, verified } from '../../../../../src/problems/index.ts'
import { sha256 } from '../../../../ground/index.ts'
import type { Stream } from '../../../../pdf/index.ts'
import { findFaults, french, outcomeOf, type PressCheck } from '../check.ts'
import { darkestInk, isScreenSpace } from '../read/colours.ts'
import type { IntentFacts, PageFacts } from '../read/read-file.ts'

const PDF_X = 'GTS_PDFX'
const allowed = new Set(['DeviceCMYK', 'DeviceGray', 'Separation All', 'Pattern'])

export const colourChecks: PressCheck[] = [
  {
    id: 'rvb',
    title: 'Couleurs d’écran (RVB)',
    why: 'Une couleur d’écran serait convertie par l’imprimeur, sans que personne n’ait choisi ses encres.',
    limit: () => 'aucune',
    run: ({ file }) =>
      outcomeOf(
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
      const names = new Set(file.pages.flatMap(({ spaces }) => [...spaces]))
      const faults = findFaults(file.pages, ({ spaces }) =>
        [...spaces].filter(space => !allowed.has(space) && !isScreenSpace(space)).sort(),
      )
      return outcomeOf(faults, [...names].sort().join(', ') || 'aucun')
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
      return outcomeOf(
        Array.from(faults, fault => onPage(null, fault)),
        `${intent?.condition}, profil incorporé`,
        'condition d’impression absente ou fausse',
      )
    },
  },
  {
    id: 'encrage',
    title: 'Encrage total',
    why: 'Trop d’encre au même endroit ne sèche pas et macule la feuille suivante.',
    limit: ({ kit }) => `${french(kit.impression.encrage_max)} % dans le fond perdu`,
    async run({ file, kit }) {
      const darkest = new Map<Stream, number | null>()
      const streams = file.pages.flatMap(({ pictures }) => pictures.map(({ stream }) => stream))
      // One after the other: a picture of a whole page takes a hundred megabytes.
      for (const stream of new Set(streams)) darkest.set(stream, await darkestInk(stream))
      const inks = file.pages.map(page => inkOf(page, darkest))
      const findings = inks
        .filter(({ coverage }) => coverage > kit.impression.encrage_max + ROUNDING)
        .map(({ page, coverage }) => onPage(page, `${french(coverage, 0)} %`))
      const highest = inks.reduce((best, ink) => (ink.coverage > best.coverage ? ink : best), NO_INK)
      const where = highest.page > 0 ? ` (page ${highest.page})` : ''
      const evidence = `${french(highest.coverage, 0)} % au plus${where}, d’après les encres de chaque objet`
      const unsure = inks.flatMap(({ page, doubt }) =>
        doubt ? onPage(page, `non mesurable (${doubt})`, 'remarque') : [],
      )
      return findings.length > 0 || unsure.length === 0
        ? verified(evidence, findings)
        : { state: 'non-verifie', reason: evidence, findings: unsure }
    },
  },
]

/** Pictures count in steps of 255, each of the four inks rounded. */
const ROUNDING = 1
const NO_INK = { page: 0, coverage: 0 }

/** Computes the ink at the darkest point of a page, in %. Without overprint and transparency every point shows the one object
 *  that was painted last: the darkest gives the bound. With them, or in an unknown space, there is a doubt. */
function inkOf({ page, coverages, pictures, mixes }: PageFacts, darkest: ReadonlyMap<Stream, number | null>) {
  const all = [...coverages, ...pictures.map(({ stream }) => darkest.get(stream) ?? null)]
  const [mix] = mixes
  const doubt = mix ?? (all.includes(null) ? 'couleur inconnue' : undefined)
  return { page, coverage: Math.max(0, ...all.map(coverage => coverage ?? 0)), doubt }
}

function* faultsOf({ condition, profile }: IntentFacts, expected: Uint8Array): Generator<string> {
  if (condition === '') yield 'condition sans nom'
  if (!profile) yield 'profil non incorporé'
  else if (sha256(profile) !== sha256(expected)) yield 'le profil n’est pas celui que demande le kit'
}
