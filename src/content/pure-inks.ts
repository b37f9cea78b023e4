import type { Couleur } from '../kit.ts'

/** Colours that print sets of its own, beside those of the charter: a token of the same colour has the same inks. */
export const pureInks: readonly (Couleur & { nom: string })[] = [
  { nom: 'noir', hex: '#000000', cmyk: [0, 0, 0, 100] },
  { nom: 'blanc', hex: '#ffffff', cmyk: [0, 0, 0, 0] },
]
