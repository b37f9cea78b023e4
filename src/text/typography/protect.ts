import { matchesOf } from '../lint/punctuation.ts'

/** Ends of domains: any before a slash, and those that no inclusive form ends like (`citoyen.ne`, `élu.es`) alone. */
const SLASHED = String.raw`[a-z]{2,24}(?::\d{1,5})?/`
const ALONE = String.raw`(?:bzh|ch|com|coop|corsica|eu|fr|info|io|net|org|paris|tv)(?![\p{L}\p{N}_-])`

// Each repetition is bounded: a long run of letters costs no more than its length.
const adresses: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)[^\s<>«»"\u00a0\u202f]+/gi,
  // Without https://. No apostrophe: what looks like an address may still be `citoyen.ne/l'élu`.
  new RegExp(
    String.raw`(?<![\p{L}\p{N}._-])(?:[A-Za-z\d][A-Za-z\d-]{0,62}\.){1,5}(?:${SLASHED}[^\s<>«»"'’\u00a0\u202f]*|${ALONE})`,
    'gu',
  ),
]

const boites =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu

const numeros: readonly RegExp[] = [
  // ISBN-13, ISBN-10 after its name, ISSN.
  /(?<!\d)97[89](?:[ -]?\d){10}(?!\d)/g,
  /(?<=ISBN[\s\u00a0:]{1,4})\d(?:[ -]?\d){8}[ -]?[\dX](?!\d)/g,
  /(?<=ISSN[\s\u00a0:]{1,4})\d{4}-\d{3}[\dX]/g,
  // Telephone numbers, French in pairs of digits, or international.
  /(?<!\d)0[1-9](?:[ .-]?\d{2}){4}(?!\d)/g,
  // Numbers of services, free or not, which are grouped otherwise: 0 800 123 456.
  /(?<!\d)0[ .-]?8\d{2}(?:(?:[ .-]?\d{3}){2}|(?:[ .-]?\d{2}){3})(?!\d)/g,
  /\+\d{1,3}[ .]?(?:\(0\)[ .]?)?\d(?:[ .-]?\d){6,11}(?!\d)/g,
]

/** The stretches of a text that typography never touches, as [start, end[: addresses, ISBN, telephone numbers. */
export const protectedZones = (text: string): [start: number, end: number][] =>
  zonesOf(text, /\d/.test(text) ? numeros : []).concat(addressZones(text))

/** Finds the addresses: of pages, of sites, of mail boxes. */
const addressZones = (text: string): [start: number, end: number][] =>
  zonesOf(text, text.includes('@') ? [...adresses, boites] : adresses)

function zonesOf(text: string, zones: readonly RegExp[]): [start: number, end: number][] {
  return zones.flatMap(zone =>
    matchesOf(zone, text).map(({ 0: zoned, index }): [number, number] => {
      // The full stop that ends a sentence is not in the address, nor is the colon or the closing bracket.
      const tail = /[.,;:!?)\]…’']+$/.exec(zoned)?.[0].length ?? 0
      return [index, index + zoned.length - tail]
    }),
  )
}

/** Tells of a change at [start, end[ inside a zone; its edges are outside. */
export function isProtected(zones: readonly [number, number][], start: number, end: number): boolean {
  return zones.some(([from, to]) => (start === end ? start > from && start < to : start < to && end > from))
}

// Bounded, so that a long line is linear.
const markup =
  /`[^`\n]{1,200}`|\]\((?:[^()\n]|\([^()\n]{0,100}\)){0,500}\)|<(?:https?:|mailto:)[^<>\s]{1,500}>|https?:\/\/(?:[^\s()<>"]|\([^\s()<>"]{0,100}\)){1,500}|\[\[[^[\]\n]{1,120}\]\]|\{[.#\w][^{}\n]{0,80}\}/g

/** The text with U+FFFC in place of each character that is not its author's prose: code, addresses, cross-references,
 *  attributes. */
export function maskMarkup(text: string): string {
  return maskAddresses(text.replace(markup, blank))
}

/** The same of addresses alone, in a text that knows no markup. */
export function maskAddresses(text: string): string {
  let masked = ''
  // Two of them may overlap: `https://exemple.fr/` is found by its beginning and by its end.
  for (const [start, end] of addressZones(text).sort(([a], [b]) => a - b)) {
    if (end <= masked.length) continue
    masked += text.slice(masked.length, start)
    masked += blank(text.slice(masked.length, end))
  }
  return masked + text.slice(masked.length)
}

const blank = (written: string) => '\ufffc'.repeat(written.length)
