import type { Entry } from '../diagnostic.ts'

/** Problems of files, front matter and references between files. */
export const files = {
  'famille-inconnue': {
    severity: 'erreur',
    message: 'famille : « {valeur} » n’existe pas.',
    hint: 'Écrire : {attendu}.',
  },
} as const satisfies Record<string, Entry>
