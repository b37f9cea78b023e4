import { objet, slug, texte } from './formes.ts'
import type { FromSchema, Schema } from './schema.ts'

export const pageSchema = {
  $id: 'page',
  title: "En-tête d'une page",
  description: 'Une page des liminaires ou des annexes.',
  ...objet,
  required: ['slug', 'titre', 'gabarit'],
  properties: {
    slug: { ...slug, description: 'Nom de la page dans les adresses et les renvois, unique dans le kit.' },
    titre: { ...texte, maxLength: 300, description: 'Titre de la page.' },
    titre_court: {
      ...texte,
      maxLength: 60,
      description: 'Titre abrégé de 60 caractères au plus. Par défaut, le titre.',
    },
    gabarit: {
      type: 'string',
      enum: ['texte', 'colophon', 'quatrieme'],
      description:
        "texte ; colophon (achevé d'imprimer, équipe, licence) ; quatrieme (quatrième de couverture).",
    },
  },
} as const satisfies Schema

export type PageYaml = FromSchema<typeof pageSchema>
