import { writeFile } from 'node:fs/promises'
import { count, type Finding, fault, remark } from '../../../src/problems/index.ts'
import type { GateCheck, Subject } from '../check.ts'
import { ALLOWED_PIXELS, THRESHOLD } from '../pictures/compare.ts'
import type { Difference } from '../pictures/judge.ts'
import { nameOf, summarize, visualReport } from '../pictures/report.ts'

/** Compares the editions with the pictures that a person accepted. What changed without a word stops a release: it is wanted and
 *  accepted, or it is mended. What somebody wrote is told. */
export const visual = {
  id: 'visuel',
  title: 'Les pages sont celles qu’une personne a regardées et acceptées',
  phase: 'editions',
  async *run(subject: Subject) {
    if (!subject.hasShippedBrowser)
      return {
        reason:
          'Les images acceptées sont celles du navigateur de la presse (Linux sur x64, sans PUPPETEER_EXECUTABLE_PATH) : un autre dessine les mêmes pages à quelques pixels près.',
      }
    const { first, shots, differences } = await subject.pictures()
    if (first)
      return {
        reason:
          'Ce kit n’a pas encore d’images de référence : l’atelier, ou kit visual --accepter, les garde une fois qu’on les a regardées.',
      }
    if (differences.length > 0)
      await writeFile(subject.visualReport, visualReport(subject.kit.titre, differences, shots.length))
    for (const difference of differences) yield findingOf(difference)
    const threshold = new Intl.NumberFormat('fr-FR').format(THRESHOLD)
    return `${count(shots.length, 'vue')} comparées aux images de référence (tolérance : ${ALLOWED_PIXELS} pixels, écart de couleur ${threshold}) : ${summarize(differences)}`
  },
} satisfies GateCheck

const findingOf = (difference: Difference): Finding => {
  const words: Record<Difference['kind'], string> = {
    changee: 'La vue a changé, et personne n’y a rien écrit.',
    reecrite: 'La vue a changé avec ses mots.',
    ajoutee: 'La vue est nouvelle.',
    disparue: 'La vue a disparu.',
    renumerotee: 'Seuls des numéros de page ont changé.',
    deplacee: 'La page s’est seulement déplacée.',
  }
  const change = difference.constat === '' ? '' : ` ${difference.constat}`
  const tell = difference.kind === 'changee' ? fault : remark
  return tell(nameOf(difference), `${words[difference.kind]}${change} Regarder rapport-visuel.html.`)
}
