import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { enumerate } from '../../diagnostics/enumerate.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import { slugify } from '../../slugify.ts'
import { type Draft, declared, isRecord, names, textAt, texts } from '../draft.ts'
import { mergeTokens } from '../tokens.ts'

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
