import type { Kit } from '../../../../src/kit/index.ts'
import { type Verdict, verdictOf, worstOf } from '../../../../src/problems/index.ts'
import { sha256 } from '../../../ground/index.ts'
import { readProfile } from '../../colour/profile.ts'
import { formatOf, type PreflightSubject, type PressCheck, pagesOf, type SheetKind } from './check.ts'
import { colourChecks } from './checks/colour.ts'
import { pageChecks } from './checks/pages.ts'
import { fabricationOf } from './fabrication.ts'
import { readFile } from './read/read-file.ts'
import type { PreflightControl, PreflightReport } from './report.ts'

export const checks: readonly PressCheck[] = [...pageChecks, ...colourChecks]

type PreflightInput = {
  bytes: Uint8Array
  kit: Kit
  fileName: string
  /** Kind of the file, and pages of the book: by default all of them, one by one. */
  kind?: SheetKind | undefined
  body?: number | undefined
}

/** Measures the printer's PDF on its own bytes, control by control. */
export async function preflight(input: PreflightInput): Promise<PreflightReport> {
  const { bytes, kit, fileName, kind = 'pages' } = input
  const profile = await readProfile(kit)
  const file = readFile(bytes)
  const body = input.body ?? file.pages.length
  const format = formatOf(kind, kit, body)
  const subject: PreflightSubject = { file, kit, profile, format }
  const controles = await Promise.all(checks.map(check => controlOf(check, subject)))
  const of = (...verdicts: Verdict[]) => controles.filter(({ verdict }) => verdicts.includes(verdict)).length
  return {
    fichier: fileName,
    sha256: sha256(bytes),
    octets: bytes.length,
    pages: file.pages.length,
    condition: profile.description,
    fabrication: fabricationOf(kind, kit, body),
    verdict: worstOf(controles.map(({ verdict }) => verdict)),
    erreurs: of('erreur'),
    avertissements: of('remarque', 'non-verifie'),
    controles,
  }
}

async function controlOf(
  { id, title, why, limit, run }: PressCheck,
  subject: PreflightSubject,
): Promise<PreflightControl> {
  const outcome = await run(subject)
  const { findings = [] } = outcome
  return {
    code: id,
    titre: title,
    pourquoi: why,
    limite: limit(subject),
    verdict: verdictOf(outcome),
    valeur: outcome.state === 'verifie' ? outcome.evidence : outcome.reason,
    pages: pagesOf(findings),
    details: findings.map(({ place, message }) => (place === null ? message : `${place} : ${message}`)),
  }
}
