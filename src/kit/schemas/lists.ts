import { adresseOuNull, objet, slug, texte, texteOuNull } from './formes.ts'
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
