import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { count, fault } from '../../../src/problems/finding.ts'
import { sha256 } from '../../disk/files.ts'
import type { PreflightReport } from '../../pdf/check/preflight/index.ts'
import type { GateCheck, Subject } from '../check.ts'

/** Judges the printer's PDF by the report that was measured on its bytes when it was made. */
export const prepress = {
  id: 'prepresse',
  title: 'Le PDF pour l’imprimeur passe le contrôle de prépresse',
  phase: 'editions',
  async *run({ dir, manifest }: Pick<Subject, 'dir' | 'manifest'>) {
    const data = (await manifest()).artefacts.filter(({ role }) => role === 'donnees-prepresse')
    const reports = await Promise.all(
      data.map(async ({ path }) => JSON.parse(await readFile(join(dir, path), 'utf8')) as PreflightReport),
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
        const value = verdict === 'non-verifie' ? `${valeur} (non mesuré)` : valeur
        const place = others.length > 0 ? `${titre}, ${fichier}` : titre
        yield { severity, place, message: [value, ...details.slice(0, 5)].join(' ; ') } as const
      }
    return `${count(report.controles.length, 'contrôle')} sur ${count(report.pages, 'page')}, condition d’impression ${report.condition}. L’imprimeur fait encore son propre contrôle`
  },
} satisfies GateCheck
