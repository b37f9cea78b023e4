import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { type Draft, textAt } from '../draft.ts'

/** No fiche was brought up to date after the year that its edition is of, and an edition comes out about then. */
export function* checkDates({ fiches, kit }: Draft): Generator<Diagnostic> {
  const { annee, mois = '' } = kit?.value?.edition ?? {}
  // A kit for the coming year comes out before it.
  if (kit && annee !== undefined && Math.abs(annee - Number.parseInt(mois, 10)) > 1)
    yield diagnose('mois-eloigne', kit.yaml.placeOf(['edition', 'mois']), { valeur: mois, annee })
  for (const fiche of fiches) {
    const valeur = textAt(fiche, 'maj')
    if (annee !== undefined && valeur !== null && Number.parseInt(valeur, 10) > annee)
      yield diagnose('maj-posterieure', fiche.yaml.placeOf(['maj']), { valeur, annee })
  }
}
