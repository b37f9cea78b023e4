import { pageFormats } from '../../text/index.ts'
import { accessibiliteSchema } from './accessibilite.ts'
import {
  adresseOuNull,
  codeThema,
  groupe,
  isbn,
  langue,
  mois,
  objet,
  ouiNon,
  slug,
  texte,
  texteOuNull,
} from './formes.ts'
import type { FromSchema, Schema } from './schema.ts'

const papier = {
  ...objet,
  required: ['grammage', 'main'],
  properties: {
    grammage: {
      type: 'number',
      minimum: 40,
      maximum: 400,
      description: 'Grammes par mètre carré.',
    },
    main: {
      type: 'number',
      minimum: 0.5,
      maximum: 3,
      description: 'Main : cm³ par gramme. Un papier de 100 g et de main 1 a 0,1 mm.',
    },
  },
} as const

export const kitSchema = {
  $id: 'kit.yaml',
  title: 'kit.yaml',
  description: "L'édition : titre, date, éditeur, licence, familles, impression, mentions.",
  ...objet,
  required: ['titre', 'edition', 'editeur', 'licence', 'familles'],
  properties: {
    titre: { ...texte, maxLength: 120, description: "Titre du kit, tel qu'il paraît sur la couverture." },
    sous_titre: { ...texteOuNull, maxLength: 200, description: 'Sous-titre de la couverture.' },
    slug: {
      ...slug,
      label: 'Nom des fichiers',
      description: 'Nom des fichiers produits (PDF, EPUB). Par défaut, tiré du titre.',
    },
    edition: groupe("L'édition que voici.", ['annee', 'mois'], {
      annee: { type: 'integer', minimum: 1900, maximum: 2999, description: "Année de l'édition." },
      mois: { ...mois, description: "Mois de l'édition." },
      statut: {
        ...texteOuNull,
        maxLength: 60,
        description: "Mention d'état, par exemple « version de travail ».",
      },
      numero: { type: ['integer', 'null'], minimum: 1, description: "Numéro de l'édition, à partir de 1." },
    }),
    editeur: groupe('Qui publie le kit.', ['nom'], {
      nom: { ...texte, maxLength: 120, description: 'Nom complet.' },
      sigle: {
        ...texteOuNull,
        maxLength: 24,
        description: "Sigle, s'il y en a un ; le nom complet en est le développement.",
      },
      article: {
        enum: ['aucun', 'le', 'la', 'les', "l'"],
        default: 'aucun',
        description: 'Article du sigle ou du nom, pour « Une publication du RTES ».',
      },
      site: { ...adresseOuNull, description: "Adresse du site de l'éditeur." },
      adresse: { ...texteOuNull, description: 'Adresse postale de son siège.' },
      telephone: { ...texteOuNull, description: 'Son numéro de téléphone.' },
    }),
    isbn: groupe("Un ISBN par format ; celui de l'imprimé ne sert jamais deux fois.", [], {
      imprime: { ...isbn, description: 'ISBN du livre imprimé.' },
      pdf: { ...isbn, description: 'ISBN du PDF.' },
      epub: { ...isbn, description: "ISBN de l'EPUB." },
    }),
    licence: groupe('Licence des textes.', ['nom'], {
      nom: { ...texte, description: 'Nom de la licence, par exemple CC BY-NC-SA.' },
      version: { ...texteOuNull, description: 'Version de la licence.' },
      url: { ...adresseOuNull, description: 'Adresse du texte de la licence.' },
    }),
    imprimeur: {
      description: 'Qui imprime le kit.',
      type: ['object', 'null'],
      additionalProperties: false,
      required: ['nom'],
      properties: {
        nom: { ...texte, description: "Nom de l'imprimeur." },
        ville: { ...texteOuNull, description: 'Sa ville.' },
        contact: { ...texteOuNull, description: 'Qui y suit la fabrication, et comment lui écrire.' },
      },
    },
    credits: {
      description: 'Les personnes : rôle → liste de noms.',
      type: 'object',
      propertyNames: { ...texte, title: 'rôle' },
      additionalProperties: {
        type: 'array',
        minItems: 1,
        items: texte,
        description: 'Celles et ceux qui ont tenu ce rôle.',
      },
    },
    notice: groupe('Ce que lisent bibliothèques et librairies, en plus du titre et des crédits.', [], {
      resume: { ...texteOuNull, description: 'Résumé de quelques lignes. Par défaut, le sous-titre.' },
      public: { ...texteOuNull, description: 'À qui le kit s’adresse.' },
      thema: {
        description: 'Sujets : code Thema → son libellé français.',
        type: 'object',
        propertyNames: { ...codeThema, title: 'code Thema' },
        additionalProperties: { ...texte, description: 'Son libellé français.' },
      },
    }),
    mots_etrangers: {
      description:
        'Mots d’autres langues que le français : code de langue → liste. Une voix de synthèse les dit dans leur langue.',
      type: 'object',
      propertyNames: { ...langue, title: 'code de langue' },
      additionalProperties: {
        type: 'array',
        minItems: 1,
        items: texte,
        description: 'Mots de cette langue, tels qu’ils paraissent au milieu d’une phrase.',
      },
    },
    familles: {
      description: "Les familles de fiches, dans l'ordre du sommaire.",
      type: 'array',
      minItems: 1,
      items: {
        ...objet,
        required: ['id', 'singulier', 'pluriel', 'forme', 'couleur'],
        properties: {
          id: { ...slug, label: 'Identifiant', description: 'Mot que les fiches écrivent dans « famille ».' },
          singulier: {
            ...texte,
            maxLength: 40,
            description: 'Nom au singulier, par exemple « Fiche levier ».',
          },
          pluriel: { ...texte, maxLength: 28, description: 'Nom au pluriel, par exemple « Leviers ».' },
          forme: {
            type: 'string',
            enum: ['carre', 'triangle', 'disque'],
            description: 'Forme de la marque : ■, ▲ ou ●.',
          },
          couleur: {
            ...texte,
            label: 'Couleur',
            description: "Nom d'une famille de couleurs de tokens.json.",
          },
        },
      },
    },
    site: groupe('Le site du kit.', [], {
      accroche: {
        ...texteOuNull,
        maxLength: 160,
        description: "À qui le kit s'adresse, et pour quoi : une phrase en tête de l'accueil.",
      },
      url: { ...adresseOuNull, description: 'Adresse publique ; sans elle, ni QR code ni plan du site.' },
      base: {
        default: '/',
        type: 'string',
        pattern: '^/((?!\\.{1,2}/)[A-Za-z0-9._~-]+/)*$',
        forme: 'un chemin qui commence et finit par /, par exemple / ou /kit/',
        description: 'Chemin du site sur son serveur. Par défaut : /.',
      },
      atelier: ouiNon(
        false,
        "Mettre l'atelier sur le site, à l'adresse atelier/ : écrire un kit dans le navigateur. Par défaut : false.",
      ),
    }),
    reutilisation: groupe('Ce que le site donne à réutiliser.', [], {
      word: ouiNon(false, 'Proposer chaque fiche en Word, à côté de son PDF. Par défaut : false.'),
      kit: ouiNon(
        false,
        "Proposer le kit tel qu'il s'écrit : l'atelier du site l'ouvre d'un clic. Par défaut : false.",
      ),
    }),
    impression: groupe("Réglages de l'imprimeur.", [], {
      format: {
        default: 'A4',
        type: 'string',
        enum: pageFormats,
        description: 'Format de la page finie. Par défaut : A4.',
      },
      gros_caracteres: ouiNon(
        false,
        'Faire aussi un PDF en gros caractères, que le site propose. Par défaut : false.',
      ),
      profil: {
        ...texteOuNull,
        description: 'Profil ICC, chemin dans le dossier du kit. Par défaut : FOGRA39.',
      },
      fond_perdu: {
        default: 3,
        type: 'number',
        minimum: 0,
        maximum: 5,
        description: 'Fond perdu en millimètres. Par défaut : 3.',
      },
      encrage_max: {
        default: 300,
        type: 'number',
        minimum: 200,
        maximum: 400,
        description: 'Encrage total en %. Par défaut : 300.',
      },
      reperes: ouiNon(true, 'Traits de coupe et de repérage. Par défaut : true.'),
      couverture: ouiNon(true, 'Couverture dans le même PDF. Par défaut : true.'),
      reliure: {
        default: 'agrafe',
        type: 'string',
        enum: ['agrafe', 'dos-carre'],
        label: 'Reliure',
        description:
          'agrafe : piqué au pli, par quatre pages. dos-carre : corps sans couverture, et la couverture à plat avec son dos. Par défaut : agrafe.',
      },
      papier: {
        default: { grammage: 100, main: 1 },
        description:
          'Papier du corps : il décide de la largeur du dos, et de la chasse d’un cahier. Par défaut : 100 g, main 1.',
        ...papier,
      },
      papier_couverture: {
        description:
          'Papier de la couverture : un dos carré en compte l’épaisseur. Par défaut : null, à compléter.',
        ...papier,
        type: ['object', 'null'],
      },
      tirage: { type: ['integer', 'null'], minimum: 1, description: 'Nombre d’exemplaires.' },
      pelliculage: {
        ...texteOuNull,
        description: 'Pelliculage de la couverture, par exemple mat, au recto.',
      },
    }),
    mentions: groupe('Mentions légales. null : « à compléter ».', [], {
      directeur_publication: {
        ...texteOuNull,
        description: 'Nom de la directrice ou du directeur de la publication.',
      },
      hebergeur: { ...texteOuNull, description: "Nom et adresse de l'hébergeur du site." },
      hebergeur_telephone: { ...texteOuNull, description: 'Son numéro de téléphone.' },
      contact: { ...texteOuNull, description: 'Adresse électronique ou postale où écrire.' },
      depot_legal: { ...texteOuNull, description: 'Mois et année du dépôt légal.' },
    }),
    accessibilite: accessibiliteSchema,
  },
} as const satisfies Schema

export type KitYaml = FromSchema<typeof kitSchema>
