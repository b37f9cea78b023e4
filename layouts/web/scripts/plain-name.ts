/** A name, or what is typed for it, as they are compared: without accents, ligatures, case and signs, one space between words.
 *  Keyboards have no « ’ », and few readers type the dashes of « Ille-et-Vilaine ». */
export const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
