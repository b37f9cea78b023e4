import { onPage, verified } from '../../../../../src/problems/finding.ts'
import { sha256 } from '../../../../disk/files.ts'
import { findFaults, french, type InkMeasure, outcomeOf, type PressCheck } from '../check.ts'
import { darkestPixel, isScreenSpace } from '../read/colours.ts'
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
]

function* faultsOf({ condition, profile }: IntentFacts, expected: Uint8Array): Generator<string> {
  if (condition === '') yield 'condition sans nom'
  if (!profile) yield 'profil non incorporé'
  else if (sha256(profile) !== sha256(expected)) yield 'le profil n’est pas celui que demande le kit'
}

/** The darkest point of each page, from what it is painted with. Without overprint and without transparency every point shows the
 *  one object that was painted last: the darkest gives the bound. */
export function estimateInk(pages: readonly PageFacts[]): Extract<InkMeasure, { method: 'estimation' }> {
  const unsure: { page: number; why: string }[] = []
  const estimated = pages.map(({ page, coverages, pictures, mixes }) => {
    const all = [...coverages, ...pictures.map(({ stream }) => darkestPixel(stream))]
    const [mix] = mixes
    if (mix) unsure.push({ page, why: mix })
    else if (all.includes(null)) unsure.push({ page, why: 'couleur inconnue' })
    return { page, coverage: Math.max(0, ...all.map(coverage => coverage ?? 0)) }
  })
  return { method: 'estimation', pages: estimated, unsure }
}

/** A raster counts in steps of 255, each of the four inks rounded. */
const RASTER_STEP = 1

export const inkCoverage: PressCheck = {
  id: 'encrage',
  title: 'Encrage total',
  why: 'Trop d’encre au même endroit ne sèche pas et macule la feuille suivante.',
  limit: ({ kit }) => `${french(kit.impression.encrage_max)} % dans le fond perdu`,
  run({ ink, kit }) {
    const limit = kit.impression.encrage_max
    const findings = ink.pages
      .filter(({ coverage }) => coverage > limit + RASTER_STEP)
      .map(({ page, coverage }) => onPage(page, `${french(coverage, 0)} %`))
    const highest = ink.pages.reduce((best, page) => (page.coverage > best.coverage ? page : best), {
      page: 0,
      coverage: 0,
    })
    const how =
      ink.method === 'ghostscript'
        ? `mesuré par Ghostscript ${ink.version}`
        : 'estimé sans Ghostscript, d’après les encres de chaque objet'
    const evidence = `${french(highest.coverage, 0)} % au plus${highest.page > 0 ? ` (page ${highest.page})` : ''}, ${how}`
    if (ink.method === 'ghostscript' || findings.length > 0 || ink.unsure.length === 0)
      return verified(evidence, findings)
    const unsure = ink.unsure.map(({ page, why }) =>
      onPage(page, `non mesurable sans Ghostscript (${why})`, 'remarque'),
    )
    return { state: 'non-verifie', reason: evidence, findings: unsure }
  },
}
