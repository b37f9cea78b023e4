import { formatDate } from '../../problems/index.ts'

/** Everything that an excerpt needs besides the whole PDF and the pieces. */
export type ExcerptList = {
  /** Metadata of the whole; its date in ISO 8601. */
  metadata: {
    title: string
    author: string
    subject: string | null
    /** Who publishes the kit, when, under which licence; the address of that licence. */
    rights: string
    licence: string | null
    creator: string
    language: string
    date: string
  }
  /** SHA-256 of the whole PDF and of the pieces, in hexadecimal. */
  digests: { whole: string; template: string }
  /** Stem of file names. */
  slug: string
  /** Of the text area of a page, in mm. */
  textHeight: number
  /** Of the pieces of the first and last pages, by their names, in pt. */
  heights: Record<string, number>
  /** ids of the families, in the order of the sommaire. */
  families: string[]
  /** The printed fiches, in the order of the kit. */
  fiches: ExcerptedFiche[]
  /** id of a document → its address on the site; empty where the kit has no site. */
  addresses: Record<string, string>
}

export type ExcerptedFiche = {
  /** Slug: the name of its destination. */
  id: string
  number: number
  /** id of its family. */
  family: string
  keywords: string[]
  /** Folios of its first and last page. */
  first: number
  last: number
  /** Ranks, from 1, in the kit's list of acronyms, of those that it uses. */
  acronyms: number[]
}

export type Choice = {
  /** Numbers of fiches, in any order. */
  numbers: readonly number[]
  /** Tells of blank pages that bring every odd folio to the front of a leaf. */
  duplex: boolean
  /** Tells of the fiches alone: no cover, no sommaire, no acronyms. */
  bare?: boolean
}

/** The fiches of a choice, each once, in the order of the kit.
 *  @throws RangeError when nothing is chosen, or a number that no printed fiche has */
export function chosenOf(
  { fiches }: Pick<ExcerptList, 'fiches'>,
  { numbers }: Pick<Choice, 'numbers'>,
): ExcerptedFiche[] {
  const unknown = numbers.find(chosen => !fiches.some(({ number }) => number === chosen))
  if (unknown !== undefined) throw new RangeError(`no printed fiche has the number ${unknown}`)
  if (numbers.length === 0) throw new RangeError('nothing is chosen')
  return fiches.filter(({ number }) => numbers.includes(number))
}

/** Names an excerpt. */
export const choiceTitle = ({ metadata, fiches }: ExcerptList, chosen: readonly ExcerptedFiche[]): string =>
  `${metadata.title} : ${chosen.length === 1 && fiches.length > 1 ? `fiche ${chosen[0]?.number}` : countOf(chosen.length, fiches.length)}`

/** Writes the number of chosen fiches: `3 fiches`, `les 16 fiches`. */
export const countOf = (chosen: number, all: number): string =>
  chosen === 1 ? '1 fiche' : `${chosen === all ? `les ${all}` : chosen} fiches`

/** Writes the source of an excerpt, for its readers.
 *  @param month of the edition: `2025-11` */
export const noteOf = (title: string, month: string): string =>
  `Fiches choisies dans « ${title} », ${formatDate(month).replace(' ', '\u00a0')}. Les numéros de page sont ceux du kit entier.`

/** The name of its file, without ending: `kit-municipaless-2026-fiches-5-8-12`; many numbers are only counted. */
export function stemOf({ slug }: ExcerptList, chosen: readonly ExcerptedFiche[]): string {
  const numbers = chosen.map(({ number }) => number).join('-')
  return `${slug}-${chosen.length === 1 ? 'fiche' : 'fiches'}-${numbers.length > MOST_LETTERS ? `${chosen.length}-choisies` : numbers}`
}

const MOST_LETTERS = 60
