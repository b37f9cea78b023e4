import { plural } from '../../../../../src/french.ts'
import { onPage } from '../../../../judge/check.ts'
import { findFaults, measured, type PressCheck } from '../check.ts'

export const annotations: PressCheck = {
  id: 'annotations',
  title: 'Liens, notes et formulaires',
  why: 'Ils sont faits pour l’écran ; PDF/X les interdit dans la page.',
  limit: () => 'aucun',
  run({ file }) {
    const findings = [
      ...file.interactive.map(what => onPage(null, `dans le fichier : ${what}`)),
      ...findFaults(file.pages, page => [...new Set(page.annotations)]),
    ]
    return measured(findings, 'aucun', plural(findings.length, 'objet'))
  },
}
