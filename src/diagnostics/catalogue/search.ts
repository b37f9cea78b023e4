import { avertissement, type Entry } from './entry.ts'

/** Problems of what the search of the site learns of a kit. */
export const search = {
  'synonyme-double': avertissement(
    '« {valeur} » est pour la recherche le même mot que « {autre} », dans le même groupe.',
    'En retirer un : accents, pluriels et majuscules ne comptent pas.',
  ),
  'synonyme-seul': avertissement(
    '« {valeur} » est seul dans son groupe, et ne mène donc à aucun autre mot.',
    'Y ajouter le mot que les fiches emploient, ou retirer le groupe.',
  ),
  'synonyme-sans-sens': avertissement(
    '« {valeur} » n’a que des mots de grammaire, que la recherche ne lit pas.',
    'Le retirer, ou ajouter le mot qui dit de quoi il s’agit.',
  ),
  'synonymes-muets': avertissement(
    'Le kit ne dit aucun des mots de ce groupe, qui ne mène donc à rien.',
    'Y ajouter le mot que les fiches emploient, ou retirer le groupe.',
  ),
} as const satisfies Record<string, Entry>
