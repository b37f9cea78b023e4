import { texte } from './formes.ts'
import type { FromSchema, Schema } from './schema.ts'

export const questionsSchema = {
  $id: 'questions.yaml',
  title: 'questions.yaml',
  description: 'Ce que les lecteurs demandent : adresse de la page qui répond → une question par ligne.',
  type: 'object',
  propertyNames: {
    title: 'adresse',
    type: 'string',
    pattern: '^[a-z0-9-]+(/[a-z0-9-]+)?(#\\S+)?$',
    forme: 'l’adresse d’une page du site, par exemple fiches/commande-publique',
  },
  additionalProperties: { ...texte, description: 'Une question par ligne, comme on la tape.' },
} as const satisfies Schema

export type QuestionsYaml = FromSchema<typeof questionsSchema>
