/** Ends of domains: any before a slash, and those that no inclusive form ends like (`citoyen.ne`, `élu.es`) alone. */
const SLASHED = String.raw`[a-z]{2,24}(?::\d{1,5})?/`
const ALONE = String.raw`(?:bzh|ch|com|coop|corsica|eu|fr|info|io|net|org|paris|tv)(?![\p{L}\p{N}_-])`

/** `si`: a text of which it is not true has no such zone. */
type Zone = { si: { test(text: string): boolean }; zone: RegExp }

// Each repetition is bounded: a long run of letters costs no more than its length.
const adresses: readonly Zone[] = [
  { si: /:\/\/|www\./i, zone: /(?:https?:\/\/|www\.)[^\s<>«»"\u00a0\u202f]+/gi },
  { si: /@/, zone: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu },
  // Without https://. No apostrophe: what looks like an address may still be `citoyen.ne/l'élu`.
  {
    si: { test: hasDomain },
    zone: new RegExp(
      String.raw`(?<![\p{L}\p{N}._-])(?:[A-Za-z\d][A-Za-z\d-]{0,62}\.){1,5}(?:${SLASHED}[^\s<>«»"'’\u00a0\u202f]*|${ALONE})`,
      'gu',
    ),
  },
]

const numeros: readonly Zone[] = [
  // ISBN-13, ISBN-10 after its name, ISSN.
  { si: /97[89]/, zone: /(?<!\d)97[89](?:[ -]?\d){10}(?!\d)/g },
  { si: /ISBN/, zone: /(?<=ISBN[\s\u00a0:]{1,4})\d(?:[ -]?\d){8}[ -]?[\dX](?!\d)/g },
  { si: /ISSN/, zone: /(?<=ISSN[\s\u00a0:]{1,4})\d{4}-\d{3}[\dX]/g },
  // Telephone numbers, French in pairs of digits, or international.
  { si: /0[1-9]/, zone: /(?<!\d)0[1-9](?:[ .-]?\d{2}){4}(?!\d)/g },
  // Numbers of services, free or not, which are grouped otherwise: 0 800 123 456.
  {
    si: /0[ .-]?8\d\d/,
    zone: /(?<!\d)0[ .-]?8\d{2}(?:(?:[ .-]?\d{3}){2}|(?:[ .-]?\d{2}){3})(?!\d)/g,
  },
  { si: /\+\d/, zone: /\+\d{1,3}[ .]?(?:\(0\)[ .]?)?\d(?:[ .-]?\d){6,11}(?!\d)/g },
]

/** The end of a domain, behind its full stop. */
const end = new RegExp(`^(?:${SLASHED}|${ALONE})`, 'u')

/** Does a domain end somewhere? From one full stop to the next: most end a sentence or an inclusive form. */
function hasDomain(text: string): boolean {
  for (let at = text.indexOf('.'); at !== -1; at = text.indexOf('.', at + 1))
    if (end.test(text.slice(at + 1, at + 32))) return true
  return false
}

/** Of these signs every address has one, but for those that a full stop tells. */
const ofAddresses = /:\/\/|www\.|@/i
const ofNumbers = /97[89]|IS[BS]N|0[ .-]?[1-9]|\+\d/

/** Whether a text may have an address at all: most have none. */
export const mayHaveAddress = (text: string): boolean => ofAddresses.test(text) || hasDomain(text)

/** Whether a text may have a protected zone at all. */
export const mayProtect = (text: string): boolean => ofNumbers.test(text) || mayHaveAddress(text)

/** The stretches of a text that typography never touches, as [start, end[: addresses, ISBN, telephone numbers. */
export const protectedZones = (text: string): [start: number, end: number][] =>
  zonesOf(text, [...adresses, ...numeros])

/** Those that are addresses: of pages, of sites, of mail boxes. */
export const addressZones = (text: string): [start: number, end: number][] => zonesOf(text, adresses)

function zonesOf(text: string, zones: readonly Zone[]): [start: number, end: number][] {
  return zones.flatMap(({ si, zone }) =>
    (si.test(text) ? [...text.matchAll(zone)] : []).map(({ 0: found, index }): [number, number] => {
      // The full stop that ends a sentence is not in the address, nor is the colon or the closing bracket.
      const tail = /[.,;:!?)\]…’']+$/.exec(found)?.[0].length ?? 0
      return [index, index + found.length - tail]
    }),
  )
}

/** Whether a change at [start, end[ falls within a zone; at its edge it does not. */
export function isProtected(zones: readonly [number, number][], start: number, end: number): boolean {
  return zones.some(([from, to]) => (start === end ? start > from && start < to : start < to && end > from))
}
