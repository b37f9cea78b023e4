import { mois, objet, slug, texte } from './formes.ts'
import type { FromSchema, Schema } from './schema.ts'

/** Every statut that a fiche may have; each variant below takes some of them. */
export const statuts = ['publiee', 'relecture', 'a-paraitre'] as const

const commune = {
  numero: {
    type: 'integer',
    minimum: 1,
    maximum: 999,
    description: 'Numéro de la fiche, unique dans le kit ; le nom du fichier commence par lui.',
  },
  slug: { ...slug, description: 'Nom de la fiche dans les adresses et les renvois, unique dans le kit.' },
  titre: { ...texte, maxLength: 300, description: 'Titre de la fiche.' },
  famille: { ...texte, description: 'Famille de la fiche : un « id » de kit.yaml.' },
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
      maxLength: 60,
      description:
        "Titre abrégé de 60 caractères au plus, pour l'onglet, le menu et l'en-tête courant. Par défaut, le titre s'il tient.",
    },
    statut: {
      type: 'string',
      enum: ['publiee', 'relecture'],
      description:
        'publiee, ou relecture (lisible, pas encore validée) ; a-paraitre pour une fiche annoncée.',
    },
    resume: {
      ...texte,
      maxLength: 160,
      description: 'Une phrase de 160 caractères au plus, pour les cartes et les moteurs de recherche.',
    },
    soutien: {
      type: 'array',
      uniqueItems: true,
      items: slug,
      description: 'Partenaires qui soutiennent la fiche : identifiants de partenaires.yaml.',
    },
    mots_cles: { type: 'array', uniqueItems: true, items: texte, description: 'Mots-clés.' },
    maj: { ...mois, description: 'Mois de la dernière mise à jour.' },
    anciens_slugs: {
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
    statut: { type: 'string', const: 'a-paraitre', description: 'Annoncée au sommaire, sans page.' },
  },
} as const satisfies Schema

export type FichePublieeYaml = FromSchema<typeof fichePublieeSchema>
export type FicheAnnonceeYaml = FromSchema<typeof ficheAnnonceeSchema>
