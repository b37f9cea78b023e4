/** Without accents, ligatures and case. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')

/** A name, or what is typed for it, as names are compared: folded, with one space for all signs between words (« Saint-Étienne » →
 *  `saint etienne`). Keyboards have no « ’ », and few readers type the dashes of « Ille-et-Vilaine ». */
export const plainName = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
