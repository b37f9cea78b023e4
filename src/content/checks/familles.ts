import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { enumerate } from '../../diagnostics/enumerate.ts'
import { type Draft, declared, isRecord } from '../draft.ts'

/** A family is declared once, and a fiche belongs to one that is declared. */
export function checkFamilles({ kit, fiches }: Draft): Diagnostic[] {
  if (kit === null) return []
  const list = declared(kit, 'familles')
  const ids: string[] = []
  const diagnostics: Diagnostic[] = []
  for (const [index, famille] of (Array.isArray(list) ? list : []).entries()) {
    const id = isRecord(famille) ? famille['id'] : null
    if (typeof id !== 'string') continue
    if (ids.includes(id))
      diagnostics.push(
        diagnose('famille-double', kit.yaml.placeOf(['familles', index, 'id']), { valeur: id }),
      )
    else ids.push(id)
  }
  if (ids.length === 0) return diagnostics
  for (const fiche of fiches) {
    const valeur = declared(fiche, 'famille')
    if (typeof valeur !== 'string' || valeur.trim() === '' || ids.includes(valeur)) continue
    diagnostics.push(
      diagnose('famille-inconnue', fiche.yaml.placeOf(['famille']), { valeur, attendu: enumerate(ids) }),
    )
  }
  return diagnostics
}
