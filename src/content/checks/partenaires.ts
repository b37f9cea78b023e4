import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { enumerate } from '../../diagnostics/enumerate.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import { type Draft, declared, names, texts } from '../draft.ts'

/** A sponsor of a fiche is one of `partenaires.yaml`. */
export function checkPartenaires({ fiches, partenaires }: Draft): Diagnostic[] {
  const listed = partenaires === null ? [] : names(partenaires.yaml.value)
  return fiches.flatMap(fiche =>
    texts(declared(fiche, 'soutien'))
      .filter(({ text }) => !listed.includes(text))
      .map(({ text: valeur, index }) => {
        const remede =
          listed.length === 0
            ? 'Retirer cet identifiant, ou ajouter ce partenaire à partenaires.yaml'
            : `Écrire : ${nearest(valeur, listed) ?? enumerate(listed)}`
        return diagnose('partenaire-inconnu', fiche.yaml.placeOf(['soutien', index]), { valeur, remede })
      }),
  )
}
