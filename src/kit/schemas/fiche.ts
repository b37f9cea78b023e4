import { mois, objet, slug, texte } from './formes.ts'
import type { FromSchema, Schema, ShownEdition } from './schema.ts'

/** Every statut that a fiche may have; each variant below takes some of them. */
export const statuts = ['publiee', 'relecture', 'a-paraitre'] as const

const commune = {
  numero: {
    label: 'Numéro',
    technical: true,
    type: 'integer',
    minimum: 1,
    maximum: 999,
    description: 'Numéro de la fiche, unique dans le kit ; le nom du fichier commence par lui.',
  },
  slug: {
    ...slug,
    label: 'Nom dans les adresses',
    technical: true,
    description: 'Nom de la fiche dans les adresses et les renvois, unique dans le kit.',
  },
  titre: { ...texte, label: 'Titre', maxLength: 300, description: 'Titre de la fiche.' },
} as const

const statut = {
  label: 'Statut',
  type: 'string',
  enum: ['publiee', 'relecture'],
} as const

const famille = {
  ...texte,
  label: 'Famille',
  description: 'Famille de la fiche : un « id » de kit.yaml.',
} as const

export const fichePublieeSchema = {
  $id: 'fiche',
  title: "En-tête d'une fiche",
  description: 'Une fiche publiée ou en relecture.',
  ...objet,
  required: ['numero', 'slug', 'titre', 'famille', 'statut', 'resume', 'maj'],
  properties: {
    ...commune,
    titre_court: {
      ...texte,
      label: 'Titre court',
      maxLength: 60,
      description:
        "Titre abrégé de 60 caractères au plus, pour l'onglet, le menu et l'en-tête courant. Par défaut, le titre s'il tient.",
    },
    famille,
    statut: {
      ...statut,
      description:
        'publiee, ou relecture (lisible, pas encore validée) ; a-paraitre pour une fiche annoncée.',
    },
    resume: {
      ...texte,
      label: 'Résumé',
      shown: ['word'],
      maxLength: 160,
      description: 'Une phrase de 160 caractères au plus, pour les cartes et les moteurs de recherche.',
    },
    retenir: {
      label: "Ce qu'il faut retenir",
      shown: ['word'],
      type: 'array',
      items: {
        type: 'string',
        maxLength: 200,
        pattern: '^[^;]*[^;\\s][^;]*$',
        forme: 'une phrase, sans point-virgule',
      },
      description: "Trois phrases, sans point-virgule : ce que lit qui n'a que dix minutes.",
    },
    soutien: {
      label: 'Soutien',
      type: 'array',
      uniqueItems: true,
      items: slug,
      description: 'Partenaires qui soutiennent la fiche : identifiants de partenaires.yaml.',
    },
    mots_cles: {
      label: 'Mots-clés',
      shown: ['web', 'print', 'epub', 'word'],
      type: 'array',
      uniqueItems: true,
      items: texte,
      description: 'Mots-clés.',
    },
    maj: {
      ...mois,
      label: 'Mise à jour',
      shown: ['word'],
      description: 'Mois de la dernière mise à jour.',
    },
    verifie: {
      ...mois,
      label: 'Droit vérifié en',
      shown: ['web', 'print', 'epub', 'word'],
      description: 'Mois où le droit que dit la fiche a été vérifié.',
    },
    anciens_slugs: {
      label: 'Anciens noms',
      technical: true,
      type: 'array',
      uniqueItems: true,
      items: slug,
      description: "Slugs d'éditions passées : le site redirige depuis ces adresses.",
    },
  },
} as const satisfies Schema

export const ficheAnnonceeSchema = {
  $id: 'fiche-annoncee',
  title: "En-tête d'une fiche à paraître",
  description: 'Une fiche annoncée au sommaire, sans page.',
  ...objet,
  required: ['numero', 'slug', 'titre', 'famille', 'statut'],
  properties: {
    ...commune,
    famille,
    statut: {
      label: 'Statut',
      type: 'string',
      const: 'a-paraitre',
      description: 'Annoncée au sommaire, sans page.',
    },
  },
} as const satisfies Schema

/** The keys of a fiche's front matter, in the one order in which they are written. */
export const ficheFields: readonly {
  key: string
  label: string
  isMonth: boolean
  shown: readonly ShownEdition[]
}[] = Object.entries(fichePublieeSchema.properties).map(
  ([key, { label, pattern, shown = [] }]: [string, Schema]) => ({
    key,
    label: label ?? key,
    isMonth: pattern === mois.pattern,
    shown,
  }),
)

export type FichePublieeYaml = FromSchema<typeof fichePublieeSchema>
export type FicheAnnonceeYaml = FromSchema<typeof ficheAnnonceeSchema>

export const pageSchema = {
  $id: 'page',
  title: "En-tête d'une page",
  description: 'Une page des liminaires ou des annexes.',
  ...objet,
  required: ['slug', 'titre', 'gabarit'],
  properties: {
    slug: {
      ...slug,
      label: 'Nom dans les adresses',
      technical: true,
      description: 'Nom de la page dans les adresses et les renvois, unique dans le kit.',
    },
    titre: { ...texte, label: 'Titre', maxLength: 300, description: 'Titre de la page.' },
    titre_court: {
      ...texte,
      label: 'Titre court',
      maxLength: 60,
      description: 'Titre abrégé de 60 caractères au plus. Par défaut, le titre.',
    },
    gabarit: {
      label: 'Gabarit',
      technical: true,
      type: 'string',
      enum: ['texte', 'colophon', 'quatrieme'],
      description:
        "texte ; colophon (achevé d'imprimer, équipe, licence) ; quatrieme (quatrième de couverture).",
    },
    statut: {
      ...statut,
      default: 'publiee',
      description: 'relecture pour un texte lisible, pas encore validé. Par défaut, publiee.',
    },
  },
} as const satisfies Schema

export type PageYaml = FromSchema<typeof pageSchema>
