import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Kit } from '../../../src/kit.ts'
import { count, type Finding, type Outcome } from '../../audit/check.ts'
import { preflight, reportHtml } from '../../pdf/preflight/index.ts'
import type { Manifest } from '../manifest.ts'

/** Measures the printer's PDF, and lays its report beside it. */
export async function judgePrepress(
  kit: Kit,
  dir: string,
  manifest: Manifest,
  signal: AbortSignal,
): Promise<Outcome> {
  const artefact = manifest.artefacts.find(({ role }) => role === 'pdf-impression')
  if (!artefact)
    return { state: 'non-verifie', reason: 'Cette livraison ne contient pas de PDF pour l’imprimeur.' }
  const report = await preflight({
    bytes: await readFile(join(dir, artefact.path)),
    kit,
    fileName: basename(artefact.path),
    signal,
  })
  await writeFile(join(dir, 'pdf/rapport-prepresse.json'), `${JSON.stringify(report, null, 2)}\n`)
  await writeFile(join(dir, 'pdf/rapport-prepresse.html'), reportHtml(report))
  const findings = report.controles.flatMap(({ titre, verdict, valeur, details }): Finding[] => {
    if (verdict === 'conforme') return []
    const severity = verdict === 'erreur' ? 'erreur' : 'remarque'
    const measured = verdict === 'non-mesure' ? `${valeur} (non mesuré)` : valeur
    return [{ severity, place: titre, message: [measured, ...details.slice(0, 5)].join(' ; ') }]
  })
  return {
    state: 'verifie',
    evidence: `${count(report.controles.length, 'contrôle')} sur ${count(report.pages, 'page')}, condition d’impression ${report.condition}. L’imprimeur fait encore son propre contrôle`,
    findings,
  }
}
