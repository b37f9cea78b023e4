import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { type Draft, declared } from '../draft.ts'

/** Running heads and tabs hold sixty characters: a longer title needs a short one beside it. */
export function checkTitres({ fiches, pages }: Draft): Diagnostic[] {
  return [...fiches, ...pages].flatMap(sheet => {
    const titre = declared(sheet, 'titre')
    const hasPage = declared(sheet, 'statut') !== 'a-paraitre'
    if (!hasPage || typeof titre !== 'string' || declared(sheet, 'titre_court') !== undefined) return []
    const longueur = [...titre].length
    if (longueur <= 60) return []
    return [diagnose('titre-court-manquant', sheet.yaml.placeOf(['titre'], 'cle'), { longueur })]
  })
}
