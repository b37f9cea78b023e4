import type { Entry } from '../diagnostic.ts'

/** Problems of a fiche's Markdown: blocks, links, typography. */
export const body = {
  'bloc-inconnu': {
    severity: 'erreur',
    message: 'Le bloc « {bloc} » n’existe pas.',
    hint: 'Écrire : {attendu}.',
  },
} as const satisfies Record<string, Entry>
