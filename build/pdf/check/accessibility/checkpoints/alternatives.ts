import { onPage } from '../../../../judge/check.ts'
import type { Checkpoint } from '../checkpoint.ts'

export const alternatives: Checkpoint[] = [
  {
    id: '13-004',
    title: 'Toute figure a un texte de remplacement',
    run: ({ tags }) =>
      tags
        .filter(({ role, tag }) => role === 'Figure' && !tag.alt?.trim() && !tag.actual?.trim())
        .map(({ page }) => onPage(page, 'Une figure n’a pas de texte de remplacement.')),
  },
  {
    id: '15-003',
    title: 'Toute cellule d’en-tête dit ce qu’elle titre : sa ligne ou sa colonne',
    run: ({ tags }) =>
      tags
        .filter(({ role, tag }) => role === 'TH' && !tag.attributes?.some(list => 'Scope' in list))
        .map(({ page }) => onPage(page, 'Une cellule d’en-tête ne dit pas ce qu’elle titre (Scope).')),
  },
  {
    id: '17-002',
    title: 'Toute formule a un texte de remplacement',
    run: ({ tags }) =>
      tags
        .filter(({ role, tag }) => role === 'Formula' && !tag.alt?.trim())
        .map(({ page }) => onPage(page, 'Une formule n’a pas de texte de remplacement.')),
  },
  {
    id: '19-003',
    title: 'Toute note a un identifiant',
    run: ({ tags }) =>
      tags
        .filter(({ role, tag }) => role === 'Note' && !tag.id)
        .map(({ page }) => onPage(page, 'Une note n’a pas d’identifiant.')),
  },
  {
    id: '19-004',
    title: 'Aucun identifiant de note ne sert deux fois',
    run: ({ tags }) => {
      const notes = tags.filter(({ role, tag }) => role === 'Note' && tag.id)
      const ids = notes.map(({ tag }) => tag.id)
      return notes
        .filter(({ tag }, index) => ids.indexOf(tag.id) !== index)
        .map(({ tag, page }) => onPage(page, `L’identifiant « ${tag.id} » sert à deux notes.`))
    },
  },
]
