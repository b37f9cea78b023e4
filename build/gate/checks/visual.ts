import { writeFile } from 'node:fs/promises'
import { count, type Finding, fault, type Look } from '../../../src/problems/finding.ts'
import {
  ALLOWED_PIXELS,
  type Difference,
  judge,
  nameOf,
  readBaselines,
  summarize,
  THRESHOLD,
  visualReport,
} from '../pictures/index.ts'
import { readArtefact } from '../../disk/manifest.ts'
import type { Edition } from '../../release/gate/edition.ts'
import { shootEditions } from '../pictures/shoot-editions.ts'

/** Compares the editions with the pictures that a person accepted. Any difference stops a release: it is wanted and
 *  accepted, or it is mended. */
export async function* judgeVisual({
  material,
  dir,
  manifest,
  baselines,
  visualReport: reportPath,
}: Edition): Look {
  const accepted = await readBaselines(baselines)
  if (!accepted)
    return {
      reason: 'Ce kit n’a pas encore d’images de référence (npm run visual:accept les enregistre).',
    }
  const shots = await shootEditions(material, await readArtefact(dir, manifest, 'pdf-ecran'))
  const differences = await judge(shots, accepted)
  if (differences.length > 0)
    await writeFile(reportPath, visualReport(material.kit.titre, differences, shots.length))
  const threshold = new Intl.NumberFormat('fr-FR').format(THRESHOLD)
  for (const difference of differences) yield findingOf(difference)
  return `${count(shots.length, 'vue')} comparées aux images de référence (tolérance : ${ALLOWED_PIXELS} pixels, écart de couleur ${threshold}) : ${summarize(differences)}`
}

const findingOf = (difference: Difference): Finding => {
  const words: Record<Difference['kind'], string> = {
    changee: 'La vue a changé.',
    ajoutee: 'La vue est nouvelle.',
    disparue: 'La vue a disparu.',
    renumerotee: 'Seuls des numéros de page ont changé.',
    deplacee: 'La page s’est seulement déplacée.',
  }
  const change = difference.constat === '' ? '' : ` ${difference.constat}`
  return fault(nameOf(difference), `${words[difference.kind]}${change} Regarder rapport-visuel.html.`)
}
