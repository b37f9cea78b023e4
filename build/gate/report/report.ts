import type { Kit } from '../../../src/kit/index.ts'
import { verdictOf, worstOf } from '../../../src/problems/index.ts'
import type { Manifest } from '../../ground/index.ts'
import type { Control } from '../check.ts'

type ReportInput = {
  kit: Kit
  date: Date
  draft: boolean
  controls: readonly Control[]
  manifest: Manifest | null
  tools: Record<string, string>
  ms: number
}

/** `rapport.json`: what a release is, and how it was judged. */
export type ReleaseReport = ReturnType<typeof reportOf>

export function reportOf({ kit, date, draft, controls, manifest, tools, ms }: ReportInput) {
  const { titre, slug } = kit
  const { annee, mois, numero, statut } = kit.edition
  return {
    kit: { titre, slug, annee, mois, numero, statut },
    date: date.toISOString(),
    brouillon: draft,
    verdict: worstOf(controls.map(({ outcome }) => verdictOf(outcome))),
    controles: controls.map(({ id, title, outcome, ms }) => ({
      id,
      titre: title,
      verdict: verdictOf(outcome),
      // Evidence, or the reason why there is none.
      preuve: outcome.state === 'verifie' ? outcome.evidence : outcome.reason,
      constats: (outcome.findings ?? []).map(({ severity, place, message, source = null }) => ({
        gravite: severity,
        ou: place,
        constat: message,
        source,
      })),
      secondes: seconds(ms),
    })),
    fichiers: (manifest?.artefacts ?? []).map(({ path, role, bytes, pages, sha256 }) => ({
      chemin: path,
      role,
      octets: bytes,
      pages: pages ?? null,
      sha256,
    })),
    outils: tools,
    secondes: seconds(ms),
  }
}

const seconds = (ms: number) => Math.round(ms / 100) / 10
