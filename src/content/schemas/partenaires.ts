import { adresseOuNull, objet, slug, texte, texteOuNull } from './formes.ts'
import type { FromSchema, Schema } from './schema.ts'

export const partenairesSchema = {
  $id: 'partenaires.yaml',
  title: 'partenaires.yaml',
  description: 'Les partenaires qui soutiennent des fiches : identifiant → fiche du partenaire.',
  type: 'object',
  propertyNames: { ...slug, title: 'identifiant' },
  additionalProperties: {
    ...objet,
    required: ['nom'],
    properties: {
      nom: { ...texte, description: 'Nom du partenaire.' },
      url: { ...adresseOuNull, description: 'Adresse de son site.' },
      logo: { ...texteOuNull, description: 'Image du logo, par exemple images/ess-france.svg.' },
      alt: { ...texteOuNull, description: 'Ce que le logo montre, en mots.' },
    },
  },
} as const satisfies Schema

export type PartenairesYaml = FromSchema<typeof partenairesSchema>
