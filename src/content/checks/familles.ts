import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { enumerate } from '../../diagnostics/enumerate.ts'
import { slugify } from '../../slugify.ts'
import { type Draft, declared, isRecord, textAt } from '../draft.ts'

/** A family is declared once, has names of its own, and a fiche belongs to one that is declared. */
export function* checkFamilles({ kit, fiches }: Draft): Generator<Diagnostic> {
  if (kit === null) return
  const list = declared(kit, 'familles')
  const ids: string[] = []
  const names = { singulier: new Set<string>(), pluriel: new Set<string>() }
  for (const [index, famille] of (Array.isArray(list) ? list : []).entries()) {
    if (!isRecord(famille)) continue
    const { id } = famille
    if (typeof id === 'string' && ids.includes(id)) {
      const place = kit.yaml.placeOf(['familles', index, 'id'])
      yield diagnose('famille-double', place, { valeur: id })
      continue
    }
    if (typeof id === 'string') ids.push(id)
    for (const key of ['singulier', 'pluriel'] as const) {
      const valeur = famille[key]
      if (typeof valeur !== 'string' || valeur.trim() === '') continue
      const normalised = valeur.trim().toLowerCase()
      if (names[key].has(normalised))
        yield diagnose('famille-homonyme', kit.yaml.placeOf(['familles', index, key]), { valeur })
      names[key].add(normalised)
    }
  }
  for (const fiche of ids.length > 0 ? fiches : []) {
    const valeur = textAt(fiche, 'famille') ?? ''
    if (valeur.trim() === '' || ids.includes(valeur)) continue
    // An id of another form is to be mended, and the fiches may have it right already.
    const meant = ids.map(id => slugify(id) || id)
    if (meant.includes(valeur)) continue
    yield diagnose('famille-inconnue', fiche.yaml.placeOf(['famille']), { valeur, attendu: enumerate(meant) })
  }
}
