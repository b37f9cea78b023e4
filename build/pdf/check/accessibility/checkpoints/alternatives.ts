import { onPage } from '../../../../judge/check.ts'
import { type Checkpoint, checkpoint, ofTag } from '../checkpoint.ts'

export const alternatives: Checkpoint[] = [
  ofTag('13-004', 'Toute figure a un texte de remplacement', ({ role, tag }) =>
    role === 'Figure' && !tag.alt?.trim() && !tag.actual?.trim()
      ? 'Une figure n’a pas de texte de remplacement.'
      : null,
  ),
  ofTag('15-003', 'Toute cellule d’en-tête dit ce qu’elle titre : sa ligne ou sa colonne', ({ role, tag }) =>
    role === 'TH' && !tag.attributes?.some(list => 'Scope' in list)
      ? 'Une cellule d’en-tête ne dit pas ce qu’elle titre (Scope).'
      : null,
  ),
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
