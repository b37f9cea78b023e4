import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { enumerate } from '../../diagnostics/enumerate.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import { type Draft, declared, isRecord, names } from '../draft.ts'
import { mergeTokens } from '../merge-tokens.ts'

/** A family's colour is one of the press or one that the kit brings whole. */
export function* checkCouleurs({ kit, tokens, shippedTokens }: Draft): Generator<Diagnostic> {
  const ofKit = tokens === null ? [] : names(declared(tokens, 'familles'))
  const colours = [...new Set([...Object.keys(shippedTokens.familles), ...ofKit])]
  const list = kit === null ? null : declared(kit, 'familles')
  for (const [index, famille] of (Array.isArray(list) ? list : []).entries()) {
    const valeur = isRecord(famille) ? famille['couleur'] : null
    if (kit === null || typeof valeur !== 'string' || valeur.trim() === '' || colours.includes(valeur))
      continue
    const attendu = nearest(valeur, colours) ?? enumerate(colours)
    yield diagnose('couleur-inconnue', kit.yaml.placeOf(['familles', index, 'couleur']), { valeur, attendu })
  }
  if (tokens?.value == null) return
  for (const { couleur, manque } of mergeTokens(shippedTokens, tokens.value).incomplete)
    yield diagnose('couleur-incomplete', tokens.yaml.placeOf(['familles', couleur], 'cle'), {
      couleur,
      manque: enumerate(manque, 'et'),
    })
}
