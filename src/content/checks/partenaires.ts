import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { enumerate } from '../../diagnostics/enumerate.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import { type Draft, declared, names, texts } from '../draft.ts'

/** A sponsor of a fiche is one of `partenaires.yaml`. */
export function* checkPartenaires({ fiches, partenaires }: Draft): Generator<Diagnostic> {
  const listed = partenaires === null ? [] : names(partenaires.yaml.value)
  for (const fiche of fiches)
    for (const { text: valeur, index } of texts(declared(fiche, 'soutien'))) {
      if (listed.includes(valeur)) continue
      const remede =
        listed.length === 0
          ? 'Retirer cet identifiant, ou ajouter ce partenaire à partenaires.yaml'
          : `Écrire : ${nearest(valeur, listed) ?? enumerate(listed)}`
      yield diagnose('partenaire-inconnu', fiche.yaml.placeOf(['soutien', index]), { valeur, remede })
    }
}
