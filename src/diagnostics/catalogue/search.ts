import type { Entry } from './entry.ts'

/** Problems of what the search of the site learns of a kit. */
export const search = {
  'synonyme-double': {
    severity: 'avertissement',
    message: '« {valeur} » est pour la recherche le même mot que « {autre} », dans le même groupe.',
    hint: 'En retirer un : accents, pluriels et majuscules ne comptent pas.',
  },
  'synonyme-seul': {
    severity: 'avertissement',
    message: '« {valeur} » est seul dans son groupe, et ne mène donc à aucun autre mot.',
    hint: 'Y ajouter le mot que les fiches emploient, ou retirer le groupe.',
  },
  'synonyme-sans-sens': {
    severity: 'avertissement',
    message: '« {valeur} » n’a que des mots de grammaire, que la recherche ne lit pas.',
    hint: 'Le retirer, ou ajouter le mot qui dit de quoi il s’agit.',
  },
  'synonymes-muets': {
    severity: 'avertissement',
    message: 'Le kit ne dit aucun des mots de ce groupe, qui ne mène donc à rien.',
    hint: 'Y ajouter le mot que les fiches emploient, ou retirer le groupe.',
  },
  'question-sans-page': {
    severity: 'avertissement',
    message: '« {valeur} » n’est pas l’adresse d’une page du site : ces questions ne mènent à rien.',
    hint: '{remede}.',
  },
} as const satisfies Record<string, Entry>
