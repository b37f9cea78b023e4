import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../disk/files.ts'
import { readJson } from '../../judge/audit/read/unreadable.ts'
import { count, fault, type Look } from '../../judge/check.ts'
import type { PreflightReport } from '../../pdf/check/preflight/index.ts'
import type { Edition } from './edition.ts'

type Measured = Pick<PreflightReport, 'fichier' | 'sha256' | 'pages' | 'condition'> & {
  controles: Pick<PreflightReport['controles'][number], 'titre' | 'verdict' | 'valeur' | 'details'>[]
}

const REPORT: Measured = {
  fichier: '',
  sha256: '',
  pages: 0,
  condition: '',
  controles: [{ titre: '', verdict: 'conforme', valeur: '', details: [''] }],
}

/** Judges the printer's PDF by the report that was measured on its bytes when it was made. */
export async function* judgePrepress({ dir, manifest }: Edition): Look {
  const data = manifest.artefacts.filter(({ role }) => role === 'donnees-prepresse')
  const reports = await Promise.all(
    data.map(async ({ path }) => readJson<Measured>(path, await readFile(join(dir, path), 'utf8'), REPORT)),
  )
  const [report, ...others] = reports
  if (!report) return { reason: 'Cette livraison ne contient pas de PDF pour l’imprimeur.' }
  for (const { fichier, sha256: measured } of reports)
    if (measured !== sha256(await readFile(join(dir, 'pdf', fichier))))
      yield fault(fichier, 'Le rapport de prépresse a été mesuré sur un autre fichier.')
  for (const { controles, fichier } of reports)
    for (const { titre, verdict, valeur, details } of controles) {
      if (verdict === 'conforme') continue
      const severity = verdict === 'erreur' ? 'erreur' : 'remarque'
      const measured = verdict === 'non-verifie' ? `${valeur} (non mesuré)` : valeur
      const place = others.length > 0 ? `${titre}, ${fichier}` : titre
      yield { severity, place, message: [measured, ...details.slice(0, 5)].join(' ; ') }
    }
  return `${count(report.controles.length, 'contrôle')} sur ${count(report.pages, 'page')}, condition d’impression ${report.condition}. L’imprimeur fait encore son propre contrôle`
}
