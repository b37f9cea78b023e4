import { onPage } from '../../../../../src/problems/finding.ts'
import { type Checkpoint, checkpoint, ofTag } from '../checkpoint.ts'

export const alternatives: Checkpoint[] = [
  ofTag('13-004', 'Toute figure a un texte de remplacement', ({ role, tag }) =>
    role === 'Figure' && !tag.alt?.trim() && !tag.actual?.trim()
      ? 'Une figure n’a pas de texte de remplacement.'
      : null,
  ),
  ofTag('15-003', 'Toute cellule d’en-tête dit ce qu’elle titre : sa ligne ou sa colonne', placed => {
    const scope = placed.tag.attributes?.flatMap(list => ('Scope' in list ? list.Scope : []))[0]
    if (placed.role !== 'TH') return null
    if (scope === undefined) return 'Une cellule d’en-tête ne dit pas ce qu’elle titre (Scope).'
    const isColumn = placed.parent?.parent?.role === 'THead'
    return scope === (isColumn ? 'Column' : 'Row')
      ? null
      : `L’en-tête d’une ${isColumn ? 'colonne' : 'ligne'} dit qu’il titre l’autre (Scope « ${scope} »).`
  }),
  ofTag('17-002', 'Toute formule a un texte de remplacement', ({ role, tag }) =>
    role === 'Formula' && !tag.alt?.trim() ? 'Une formule n’a pas de texte de remplacement.' : null,
  ),
  ofTag('19-003', 'Toute note a un identifiant', ({ role, tag }) =>
    role === 'Note' && !tag.id ? 'Une note n’a pas d’identifiant.' : null,
  ),
  checkpoint('19-004', 'Aucun identifiant de note ne sert deux fois', ({ tags }) => {
    const notes = tags.filter(({ role, tag }) => role === 'Note' && tag.id)
    const ids = notes.map(({ tag }) => tag.id)
    return notes
      .filter(({ tag }, index) => ids.indexOf(tag.id) !== index)
      .map(({ tag, page }) => onPage(page, `L’identifiant « ${tag.id} » sert à deux notes.`))
  }),
]
