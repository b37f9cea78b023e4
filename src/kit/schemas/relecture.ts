import { jour, objet, texte } from './formes.ts'
import type { Filled, FromSchema, Schema } from './schema.ts'

export const etats = ['ouverte', 'acceptee', 'refusee', 'close'] as const

const signature = {
  auteur: { ...texte, description: 'Qui l’a écrit.' },
  date: { ...jour, description: 'Le jour où c’est écrit.' },
} as const

export const relecturesSchema = {
  $id: 'relectures.yaml',
  title: 'relectures/',
  description: 'Les remarques et les propositions d’une fiche, dans le fichier qui porte son slug.',
  type: 'array',
  items: {
    ...objet,
    required: ['auteur', 'date', 'etat'],
    properties: {
      ...signature,
      etat: {
        type: 'string',
        enum: etats,
        description: 'Ouverte ; acceptée ou refusée, d’une proposition ; close, d’une remarque.',
      },
      citation: {
        ...objet,
        type: ['object', 'null'],
        description:
          'Les mots de la fiche dont il s’agit, avec un peu de ce qui est autour. Sans elle, c’est la fiche entière.',
        required: ['exact'],
        properties: {
          exact: { ...texte, description: 'Ces mots.' },
          avant: { type: 'string', default: '', description: 'Ce qui les précède.' },
          apres: { type: 'string', default: '', description: 'Ce qui les suit.' },
        },
      },
      texte: { type: 'string', default: '', description: 'La remarque.' },
      remplace_par: {
        type: ['string', 'null'],
        description: 'D’une proposition : ce qui serait écrit à la place de ces mots.',
      },
      reponses: {
        type: 'array',
        description: 'Les réponses, dans l’ordre.',
        items: {
          ...objet,
          required: ['auteur', 'date', 'texte'],
          properties: { ...signature, texte: { ...texte, description: 'La réponse.' } },
        },
      },
    },
  },
} as const satisfies Schema

export type RelecturesYaml = FromSchema<typeof relecturesSchema>

/** A remark of a reviewer, or, with `remplace_par`, a proposal. @see https://www.w3.org/TR/annotation-model/#text-quote-selector for `citation` */
export type Relecture = Filled<typeof relecturesSchema>[number]

export type Citation = NonNullable<Relecture['citation']>

/** A thread that proposes other words for those that it quotes. */
export type Proposition = Relecture & { citation: Citation; remplace_par: string }

export const isProposition = (thread: Relecture): thread is Proposition =>
  thread.citation !== null && thread.remplace_par !== null
