import { objet, texte, texteOuNull } from './formes.ts'
import type { FromSchema, Schema } from './schema.ts'

export const creditsSchema = {
  $id: 'images/credits.yaml',
  title: 'images/credits.yaml',
  description: 'Le crédit de chaque image : nom du fichier dans images/ → crédit.',
  type: 'object',
  propertyNames: { ...texte, title: 'nom du fichier' },
  additionalProperties: {
    ...objet,
    required: ['credit', 'licence'],
    properties: {
      credit: { ...texte, description: "Qui a fait l'image." },
      licence: { ...texte, description: 'À quelles conditions elle est publiée.' },
      alt: { ...texteOuNull, description: "Ce que l'image montre, en mots, quand la fiche ne le dit pas." },
    },
  },
} as const satisfies Schema

export type CreditsYaml = FromSchema<typeof creditsSchema>
