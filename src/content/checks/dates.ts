import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { type Draft, declared } from '../draft.ts'

/** No fiche was brought up to date after the year that its edition is of. */
export function* checkDates({ fiches, kit }: Draft): Generator<Diagnostic> {
  const annee = kit?.value?.edition.annee
  for (const fiche of fiches) {
    const valeur = declared(fiche, 'maj')
    if (annee !== undefined && typeof valeur === 'string' && Number.parseInt(valeur, 10) > annee)
      yield diagnose('maj-posterieure', fiche.yaml.placeOf(['maj']), { valeur, annee })
  }
}
