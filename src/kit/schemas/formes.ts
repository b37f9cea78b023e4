import type { Schema } from './schema.ts'

/** Forms that several files share. Written once, so that a month is a month everywhere. */

/** It has no key but those that are named. */
export const objet = { type: 'object', additionalProperties: false } as const

/** Builds a key with keys inside. @param required the inner keys that must be there */
export const groupe = <const R extends readonly string[], const P extends Schema['properties']>(
  description: string,
  required: R,
  properties: P,
) => ({ description, ...objet, required, properties })

/** A key that is true or false. @param absent what it is when it is left out */
export const ouiNon = (absent: boolean, description: string) =>
  ({ default: absent, type: 'boolean', description }) as const

/** A file of the edition is named by it, and by a few words more: no disk takes 255 letters. */
export const slug = {
  type: 'string',
  maxLength: 80,
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  forme: "des minuscules sans accent, des chiffres et des traits d'union, par exemple commande-publique",
  propose: 'slug',
} as const

export const mois = {
  type: 'string',
  pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$',
  forme: 'une année et un mois, par exemple 2025-11',
} as const

const bissextile = '([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)'

/** A day that the calendar has: JavaScript makes 3 March of 31 February. */
export const jour = {
  type: 'string',
  pattern: `^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|${bissextile}-02-29)$`,
  forme: 'une date du calendrier, par exemple 2025-11-18',
} as const

/** A letter in the name of a site: not a sign that divides an address, nor one that browsers refuse. */
const lettre = '[^\\s\\p{Cc}/?#:@<>^|%\\[\\]\\\\]'
/** From 0 to 65535, or nothing after its colon. */
const port = '(:0*([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])?)?'

/** One that a browser can read, without a name and a password: they would be published. @see https://url.spec.whatwg.org/#forbidden-domain-code-point */
export const adresse = {
  pattern: `^https?://(${lettre}+\\.${lettre}+|localhost)${port}([/?#]\\S*)?$`,
  forme: 'une adresse complète, par exemple https://www.rtes.fr',
} as const

/** Something in it can be seen: spaces of all kinds and signs without width are none. */
export const texte = { type: 'string', pattern: '[^\\s\\p{Cf}]', forme: 'du texte' } as const

export const texteOuNull = { ...texte, type: ['string', 'null'] } as const

export const adresseOuNull = { ...adresse, type: ['string', 'null'] } as const

/** @see https://www.editeur.org/151/Thema/ */
export const codeThema = {
  type: 'string',
  pattern: '^([A-Z][A-Z0-9]*|[1-6][A-Z0-9]+(-[A-Z0-9]+)*)$',
  forme: 'un code Thema en capitales',
} as const

/** @see RFC 5646 §2.1, in its usual forms */
export const langue = {
  type: 'string',
  pattern: '^[a-z]{2,3}(-[A-Z]{2})?$',
  forme: 'un code de langue, par exemple en ou de-CH',
} as const

/** Thirteen digits in five groups; the last one is checked apart. */
export const isbn = {
  type: ['string', 'null'],
  pattern: '^97[89](-[0-9]+){3}-[0-9]$|^97[89][0-9]{10}$',
  forme: 'un ISBN de treize chiffres, par exemple 978-2-487241-05-3',
} as const
