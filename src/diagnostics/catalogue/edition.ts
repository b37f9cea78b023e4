import type { Entry } from './entry.ts'

/** Problems that only the finished pages show. */
export const edition = {
  'fiche-longue': {
    severity: 'avertissement',
    message: 'La fiche fait {pages} pages imprimées, {maximum} au plus sont souhaitables.',
    hint: 'Resserrer le texte, ou partager la fiche en deux.',
  },
} as const satisfies Record<string, Entry>
