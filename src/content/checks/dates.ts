import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { type Draft, declared } from '../draft.ts'

/** No fiche was brought up to date after the year that its edition is of. */
export function checkDates({ fiches, kit }: Draft): Diagnostic[] {
  const annee = kit?.value?.edition.annee
  if (annee === undefined) return []
  return fiches.flatMap(fiche => {
    const valeur = declared(fiche, 'maj')
    return typeof valeur === 'string' && Number.parseInt(valeur, 10) > annee
      ? [diagnose('maj-posterieure', fiche.yaml.placeOf(['maj']), { valeur, annee })]
      : []
  })
}
