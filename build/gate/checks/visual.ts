import { writeFile } from 'node:fs/promises'
import { count, type Finding, fault } from '../../../src/problems/index.ts'
import { readArtefact } from '../../ground/index.ts'
import type { GateCheck, Subject } from '../check.ts'
import { readBaselines } from '../pictures/baselines.ts'
import { ALLOWED_PIXELS, THRESHOLD } from '../pictures/compare.ts'
import { type Difference, judge } from '../pictures/judge.ts'
import { nameOf, summarize, visualReport } from '../pictures/report.ts'
import { shootEditions } from '../pictures/shoot-editions.ts'

/** Compares the editions with the pictures that a person accepted. Any difference stops a release: it is wanted and accepted, or it is mended. */
export const visual = {
  id: 'visuel',
  title: 'Les pages sont celles qu’une personne a regardées et acceptées',
  phase: 'editions',
  async *run(subject: Subject) {
    const accepted = await readBaselines(subject.baselines)
    if (!accepted)
      return { reason: 'Ce kit n’a pas encore d’images de référence (npm run visual:accept les enregistre).' }
    const screen = await readArtefact(subject.dir, await subject.manifest(), 'pdf-ecran')
    const shots = await shootEditions(subject, screen)
    const differences = await judge(shots, accepted)
    if (differences.length > 0)
      await writeFile(subject.visualReport, visualReport(subject.kit.titre, differences, shots.length))
    for (const difference of differences) yield findingOf(difference)
    const threshold = new Intl.NumberFormat('fr-FR').format(THRESHOLD)
    return `${count(shots.length, 'vue')} comparées aux images de référence (tolérance : ${ALLOWED_PIXELS} pixels, écart de couleur ${threshold}) : ${summarize(differences)}`
  },
} satisfies GateCheck

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
