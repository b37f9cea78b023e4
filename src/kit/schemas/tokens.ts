import { groupe, objet } from './formes.ts'
import type { FromSchema, Schema } from './schema.ts'

const hex = {
  type: 'string',
  pattern: '^#[0-9a-fA-F]{6}$',
  forme: 'un dièse et six chiffres hexadécimaux, par exemple #b53310',
} as const

const encre = { type: 'number', minimum: 0, maximum: 100 } as const

/** Screen and ink are replaced together: one alone would no longer be the colour of the other. */
const couleur = {
  ...objet,
  required: ['hex', 'cmyk'],
  properties: {
    hex: { ...hex, description: "Valeur à l'écran." },
    cmyk: {
      type: 'array',
      prefixItems: [encre, encre, encre, encre],
      items: false,
      minItems: 4,
      description: 'Encres cyan, magenta, jaune et noire, en %.',
    },
  },
} as const

const nuances = {
  solid: { ...couleur, description: 'Aplats, titres, marques.' },
  deep: { ...couleur, description: "Forme géante de l'en-tête." },
  mid: { ...couleur, description: 'Deuxième série des graphiques.' },
  light: { ...couleur, description: 'Troisième série des graphiques.' },
  tint: { ...couleur, description: 'Fonds des encadrés.' },
  epub: { ...hex, description: 'Accent du livre numérique, lisible sur blanc et sur noir.' },
} as const

const neutres = {
  texte: { ...couleur, description: 'Texte.' },
  gris: { ...couleur, description: 'Texte secondaire.' },
  filet: { ...couleur, description: 'Filets.' },
  papier: { ...couleur, description: 'Papier.' },
} as const

const noms = {
  type: 'string',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  forme: 'des minuscules sans accent',
} as const

const web = { fond: { ...hex, description: 'Fond des pages du site.' } } as const

/** The whole of the colours: what `styles/tokens.json` must be, and a kit's values laid over it. */
export const tokensSchema = {
  $id: 'styles/tokens.json',
  title: 'tokens.json',
  description: "Les couleurs : valeur à l'écran et encres.",
  ...objet,
  required: ['familles', 'neutre', 'web'],
  properties: {
    familles: {
      description: "Familles de couleurs : nom → cinq nuances et l'accent du livre numérique.",
      type: 'object',
      propertyNames: noms,
      additionalProperties: {
        ...objet,
        required: ['solid', 'deep', 'mid', 'light', 'tint', 'epub'],
        properties: nuances,
      },
    },
    neutre: groupe('Couleurs communes à toutes les familles.', ['texte', 'gris', 'filet', 'papier'], neutres),
    web: groupe('Site seul.', ['fond'], web),
  },
} as const satisfies Schema

/** A kit's own `tokens.json`: any part of the whole. */
export const tokensDuKitSchema = {
  $id: 'tokens.json',
  title: 'tokens.json',
  description: 'Couleurs propres au kit : elles remplacent, nom par nom, celles de la presse.',
  ...objet,
  properties: {
    familles: {
      description: 'Familles de couleurs : nom → nuances remplacées ou ajoutées.',
      type: 'object',
      propertyNames: noms,
      additionalProperties: { type: 'object', additionalProperties: false, properties: nuances },
    },
    neutre: groupe('Couleurs communes à toutes les familles.', [], neutres),
    web: { description: 'Site seul.', type: 'object', additionalProperties: false, properties: web },
  },
} as const satisfies Schema

export type TokensJson = FromSchema<typeof tokensSchema>
export type TokensDuKitJson = FromSchema<typeof tokensDuKitSchema>
