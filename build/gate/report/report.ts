import type { Kit } from '../../../src/kit.ts'
import type { News } from '../../../src/news.ts'
import { type Verdict, verdictOf, worstOf } from '../../../src/problems/finding.ts'
import type { Manifest, Role } from '../../disk/manifest.ts'
import type { Control } from '../check.ts'

/** `rapport.json`: what a release is, and how it was judged. */
export type Report = {
  kit: {
    titre: string
    slug: string
    annee: number
    mois: string
    numero: number | null
    statut: string | null
  }
  /** ISO 8601 */
  date: string
  brouillon: boolean
  verdict: 'conforme' | 'remarque' | 'erreur'
  controles: {
    id: string
    titre: string
    verdict: Verdict
    /** Evidence, or the reason why there is none. */
    preuve: string
    constats: { gravite: 'erreur' | 'remarque'; ou: string | null; constat: string }[]
    secondes: number
  }[]
  /** Steps of the making, some of them side by side. */
  etapes: { titre: string; secondes: number }[]
  fichiers: { chemin: string; role: Role; octets: number; pages: number | null; sha256: string }[]
  nouveautes: News[number] | null
  /** Programs that made the release. */
  outils: Record<string, string>
  secondes: number
}

export type ReportInput = {
  kit: Kit
  date: Date
  draft: boolean
  controls: readonly Control[]
  /** Steps of the making that ended, with their time in ms. */
  steps: readonly { title: string; ms: number }[]
  manifest: Manifest | null
  news: News | null
  tools: Record<string, string>
  ms: number
}

export function reportOf({
  kit,
  date,
  draft,
  controls,
  steps,
  manifest,
  news,
  tools,
  ms,
}: ReportInput): Report {
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
      preuve: outcome.state === 'verifie' ? outcome.evidence : outcome.reason,
      constats: (outcome.findings ?? []).map(({ severity, place, message }) => ({
        gravite: severity,
        ou: place,
        constat: message,
      })),
      secondes: seconds(ms),
    })),
    etapes: steps.map(({ title, ms }) => ({ titre: title, secondes: seconds(ms) })),
    fichiers: (manifest?.artefacts ?? []).map(({ path, role, bytes, pages, sha256 }) => ({
      chemin: path,
      role,
      octets: bytes,
      pages: pages ?? null,
      sha256,
    })),
    nouveautes: news?.[0] ?? null,
    outils: tools,
    secondes: seconds(ms),
  }
}

const seconds = (ms: number) => Math.round(ms / 100) / 10
