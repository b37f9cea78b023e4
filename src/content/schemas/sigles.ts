import { texte } from './formes.ts'
import type { FromSchema, Schema } from './schema.ts'

export const siglesSchema = {
  $id: 'sigles.yaml',
  title: 'sigles.yaml',
  description: 'Les sigles : sigle → développement.',
  type: 'object',
  propertyNames: {
    title: 'sigle',
    type: 'string',
    pattern: "^[\\p{L}\\p{N}][\\p{L}\\p{N}&.’'-]*$",
    forme: "un sigle de lettres et de chiffres, sans espace ni autre signe que & . ' et -, par exemple SCIC",
  },
  additionalProperties: { ...texte, maxLength: 600, description: 'Ce que le sigle veut dire.' },
} as const satisfies Schema

export type SiglesYaml = FromSchema<typeof siglesSchema>
