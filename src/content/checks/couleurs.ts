import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { enumerate } from '../../diagnostics/enumerate.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import { type Draft, declared, isRecord, names } from '../draft.ts'
import { mergeTokens } from '../merge-tokens.ts'

/** A family's colour is one of the press or one that the kit brings whole. */
export function checkCouleurs({ kit, tokens, shippedTokens }: Draft): Diagnostic[] {
  const ofKit = tokens === null ? [] : names(declared(tokens, 'familles'))
  const colours = [...new Set([...Object.keys(shippedTokens.familles), ...ofKit])]
  const list = kit === null ? null : declared(kit, 'familles')
  const unknown = (Array.isArray(list) ? list : []).flatMap((famille, index) => {
    const valeur = isRecord(famille) ? famille['couleur'] : null
    if (kit === null || typeof valeur !== 'string' || valeur.trim() === '' || colours.includes(valeur))
      return []
    const attendu = nearest(valeur, colours) ?? enumerate(colours)
    return [
      diagnose('couleur-inconnue', kit.yaml.placeOf(['familles', index, 'couleur']), { valeur, attendu }),
    ]
  })
  if (tokens?.value == null) return unknown
  const incomplete = mergeTokens(shippedTokens, tokens.value).incomplete.map(({ couleur, manque }) =>
    diagnose('couleur-incomplete', tokens.yaml.placeOf(['familles', couleur], 'cle'), {
      couleur,
      manque: enumerate(manque, 'et'),
    }),
  )
  return [...unknown, ...incomplete]
}
