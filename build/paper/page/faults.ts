import { type Item, titleOf } from '../../../src/kit/index.ts'
import { plural } from '../../../src/problems/index.ts'
import type { Folio } from '../../../src/text/index.ts'

/** Faults between a document and its pages. Pages count from 1 inside the document. */
export type Fault =
  | { kind: 'avis'; text: string }
  | { kind: 'texte'; after: string; expected: number; actual: number }
  | { kind: 'fin' }
  | { kind: 'coupe'; page: number; text: string }
  | { kind: 'superpose'; page: number; texts: [string, string] }
  | { kind: 'police'; face: string; status: string }
  | { kind: 'refus'; url: string }
  | { kind: 'image'; path: string; why: string }
  | { kind: 'delai'; seconds: number }
  | { kind: 'deplace'; page: number; actual: number; expected: number }
  | { kind: 'renvoi'; target: string }
  | { kind: 'ancre'; anchor: string }
  | { kind: 'racine'; actual: string }

export type PageWarning = { document: string; name: string; page: Folio } & (
  | { kind: 'titre-en-bas'; text: string }
  /** Paged in a simpler form, as the usual one would have lost words. */
  | { kind: 'forme-simple'; why: string }
)

/** A document that cannot be printed whole and true. The message names each fault in French, for whoever runs the build. */
export class PaginationError extends Error {
  override readonly name = 'PaginationError'
  readonly document: string
  readonly faults: readonly Fault[]
  constructor(item: Item, faults: readonly Fault[], options?: ErrorOptions) {
    // One cause often gives a fault for each page or each font.
    const messages = [...new Set(faults.map(describe))]
    const lines = messages.slice(0, SHOWN)
    const rest = messages.length - lines.length
    if (rest > 0) lines.push(`et ${plural(rest, 'autre défaut', 'autres défauts')}`)
    super(`${nameOf(item)} : ${lines.join(' ; ')}`, options)
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

export function describe(fault: Fault): string {
  switch (fault.kind) {
    case 'avis':
      return `la mise en pages s’est plainte (« ${fault.text} »)`
    case 'texte': {
      const [change, count] =
        fault.actual < fault.expected
          ? ['perdu', fault.expected - fault.actual]
          : ['répété', fault.actual - fault.expected]
      return count === 0
        ? `texte changé après « ${fault.after} »`
        : `texte ${change} après « ${fault.after} » (${plural(count, 'signe')})`
    }
    case 'fin':
      return 'la fin du texte manque'
    case 'coupe':
      return `texte coupé page ${fault.page}, « ${fault.text} »`
    case 'superpose':
      return `un texte sur un autre page ${fault.page}, « ${fault.texts[0]} » et « ${fault.texts[1]} »`
    case 'police':
      return `police ${fault.face} non chargée (${fault.status})`
    case 'refus':
      return `adresse refusée : ${fault.url} ne fait pas partie de l’édition`
    case 'image':
      return `l’image ${fault.path} est abîmée ou trop grande (${fault.why}) : l’enregistrer de nouveau, en moins de 100 millions de pixels`
    case 'delai':
      return `pas de réponse après ${fault.seconds} s`
    case 'deplace':
      return `la page ${fault.page} finit à ${fault.actual} px au lieu de ${fault.expected} px une fois assemblée`
    case 'renvoi':
      return `renvoi vers « ${fault.target} », qui n’a pas de page`
    case 'ancre':
      return `l’ancre « ${fault.anchor} » existe deux fois`
    case 'racine':
      return `le document doit tenir dans un seul élément portant son identifiant (trouvé : ${fault.actual})`
    default:
      return fault satisfies never
  }
}
