import { plural } from '../../src/french.ts'
import { type Item, titleOf } from '../../src/indexes/listing.ts'
import type { Folio } from '../../src/page-plan.ts'

/** What can go wrong between a document and its pages. Pages count from 1 inside the document. */
export type Fault =
  | { kind: 'avis'; text: string }
  | { kind: 'texte'; after: string; expected: number; found: number }
  | { kind: 'fin' }
  | { kind: 'coupe'; page: number; text: string }
  | { kind: 'police'; face: string; status: string }
  | { kind: 'refus'; url: string }
  | { kind: 'image'; path: string; why: string }
  | { kind: 'delai'; seconds: number }
  | { kind: 'deplace'; page: number; found: number; expected: number }
  | { kind: 'renvoi'; target: string }
  | { kind: 'ancre'; anchor: string }
  | { kind: 'racine'; found: string }

/** What deserves a look, and ends nothing. */
export type PageWarning = { document: string; name: string; page: Folio } & (
  | { kind: 'titre-en-bas'; text: string }
  /** Paged in a simpler form, as the usual one would have lost words. */
  | { kind: 'forme-simple' }
)

/** A document that cannot be printed whole and true. The message names each fault in French, for whoever runs the build. */
export class PaginationError extends Error {
  override readonly name = 'PaginationError'
  /** id of the document. */
  readonly document: string
  readonly faults: readonly Fault[]
  constructor(item: Item, faults: readonly Fault[], options?: ErrorOptions) {
    // One cause often gives a fault for each page or each font.
    const messages = [...new Set(faults.map(describe))]
    const shown = messages.slice(0, SHOWN)
    const rest = messages.length - shown.length
    if (rest > 0) shown.push(`et ${plural(rest, 'autre défaut', 'autres défauts')}`)
    super(`${nameOf(item)} : ${shown.join(' ; ')}`, options)
    this.document = item.id
    this.faults = faults
  }
}

/** The whole edition cannot be printed, whatever the document. */
export class PrintError extends Error {
  override readonly name = 'PrintError'
}

const SHOWN = 5

/** A document as its operator knows it: « Fiche 8 (commande-publique) ». */
export function nameOf(item: Item): string {
  switch (item.kind) {
    case 'fiche':
      return `Fiche ${item.fiche.numero} (${item.fiche.slug})`
    case 'page':
      return `Page « ${item.page.titre} » (${item.page.slug})`
    default:
      return titleOf(item)
  }
}

/** A fault in French, without the document's name. */
export function describe(fault: Fault): string {
  switch (fault.kind) {
    case 'avis':
      return `la mise en pages s’est plainte (« ${fault.text} »)`
    case 'texte': {
      const [what, count] =
        fault.found < fault.expected
          ? ['perdu', fault.expected - fault.found]
          : ['répété', fault.found - fault.expected]
      return count === 0
        ? `texte changé après « ${fault.after} »`
        : `texte ${what} après « ${fault.after} » (${plural(count, 'signe')})`
    }
    case 'fin':
      return 'la fin du texte manque'
    case 'coupe':
      return `texte coupé page ${fault.page}, « ${fault.text} »`
    case 'police':
      return `police ${fault.face} non chargée (${fault.status})`
    case 'refus':
      return `adresse refusée : ${fault.url} ne fait pas partie de l’édition`
    case 'image':
      return `l’image ${fault.path} est abîmée ou trop grande (${fault.why}) : l’enregistrer de nouveau, en moins de 100 millions de pixels`
    case 'delai':
      return `pas de réponse après ${fault.seconds} s`
    case 'deplace':
      return `la page ${fault.page} finit à ${fault.found} px au lieu de ${fault.expected} px une fois assemblée`
    case 'renvoi':
      return `renvoi vers « ${fault.target} », qui n’a pas de page`
    case 'ancre':
      return `l’ancre « ${fault.anchor} » existe deux fois`
    case 'racine':
      return `le document doit tenir dans un seul élément portant son identifiant (trouvé : ${fault.found})`
    default:
      return fault satisfies never
  }
}
