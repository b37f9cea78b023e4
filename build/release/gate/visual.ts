import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Material } from '../../judge/audit/material.ts'
import { count, type Finding, fault, type Outcome } from '../../judge/check.ts'
import {
  ALLOWED_PIXELS,
  type Difference,
  judge,
  nameOf,
  readBaselines,
  summarize,
  THRESHOLD,
  visualReport,
} from '../../judge/visual/index.ts'
import type { Manifest } from '../manifest.ts'
import { shootEditions } from './shoot-editions.ts'

export type VisualInput = {
  material: Material
  /** Folder of the editions. */
  dir: string
  manifest: Manifest
  /** Folder of the accepted pictures of this kit. */
  baselines: string
  /** Where the report of the differences goes. */
  reportPath: string
}

/** Compares the editions with the pictures that a person accepted. Any difference stops a release: it is wanted and
 *  accepted, or it is mended. */
export async function judgeVisual({
  material,
  dir,
  manifest,
  baselines,
  reportPath,
}: VisualInput): Promise<Outcome> {
  const accepted = await readBaselines(baselines)
  if (!accepted)
    return {
      state: 'non-verifie',
      reason: 'Ce kit n’a pas encore d’images de référence (npm run visual:accept les enregistre).',
    }
  const shots = await shootEditions(material, await readScreenPdf(dir, manifest))
  const differences = await judge(shots, accepted)
  if (differences.length > 0)
    await writeFile(reportPath, visualReport(material.kit.titre, differences, shots.length))
  const threshold = new Intl.NumberFormat('fr-FR').format(THRESHOLD)
  return {
    state: 'verifie',
    evidence: `${count(shots.length, 'vue')} comparées aux images de référence (tolérance : ${ALLOWED_PIXELS} pixels, écart de couleur ${threshold}) : ${summarize(differences)}`,
    findings: differences.map(told),
  }
}

const told = (difference: Difference): Finding => {
  const words: Record<Difference['kind'], string> = {
    changee: 'La vue a changé.',
    ajoutee: 'La vue est nouvelle.',
    disparue: 'La vue a disparu.',
    renumerotee: 'Seuls des numéros de page ont changé.',
    deplacee: 'La page s’est seulement déplacée.',
  }
  return fault(nameOf(difference), `${words[difference.kind]} Regarder rapport-visuel.html.`)
}

export async function readScreenPdf(dir: string, { artefacts }: Manifest): Promise<Uint8Array> {
  const artefact = artefacts.find(({ role }) => role === 'pdf-ecran')
  if (!artefact) throw new Error('the editions have no screen PDF')
  return readFile(join(dir, artefact.path))
}
