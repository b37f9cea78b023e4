// What typography never touches. Each repetition is bounded: a long run of letters costs no more than its length.
const zones: readonly { si: RegExp; zone: RegExp }[] = [
  { si: /:\/\/|www\./i, zone: /(?:https?:\/\/|www\.)[^\s<>«»"\u00a0\u202f]+/gi },
  { si: /@/, zone: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu },
  // ISBN-13, ISBN-10 after its name, ISSN.
  { si: /97[89]/, zone: /(?<!\d)97[89](?:[ -]?\d){10}(?!\d)/g },
  { si: /ISBN/, zone: /(?<=ISBN[\s\u00a0:]{1,4})\d(?:[ -]?\d){8}[ -]?[\dX](?!\d)/g },
  { si: /ISSN/, zone: /(?<=ISSN[\s\u00a0:]{1,4})\d{4}-\d{3}[\dX]/g },
  // Telephone numbers, French in pairs of digits, or international.
  { si: /0[1-9]/, zone: /(?<!\d)0[1-9](?:[ .-]?\d{2}){4}(?!\d)/g },
  { si: /\+\d/, zone: /\+\d{1,3}[ .]?(?:\(0\)[ .]?)?\d(?:[ .-]?\d){6,11}(?!\d)/g },
]

/** Of these words every zone has one: most texts have none. */
const words = /:\/\/|www\.|@|97[89]|ISBN|ISSN|0[1-9]|\+\d/i

/** Whether a text may have a protected zone at all. */
export const mayProtect = (text: string): boolean => words.test(text)

/** The stretches of a text that are addresses, ISBN or telephone numbers, as [start, end[. */
export function protectedZones(text: string): [start: number, end: number][] {
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
