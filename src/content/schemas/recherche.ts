import { texte } from './formes.ts'
import type { FromSchema, Schema } from './schema.ts'

export const rechercheSchema = {
  $id: 'recherche.yaml',
  title: 'recherche.yaml',
  description: 'Les mots que la recherche du site tient pour équivalents, groupe par groupe.',
  type: 'array',
  items: {
    type: 'array',
    minItems: 1,
    items: texte,
    description: 'Un groupe de mots ou d’expressions : chacun trouve les autres.',
  },
} as const satisfies Schema

export type RechercheYaml = FromSchema<typeof rechercheSchema>
