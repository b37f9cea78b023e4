import type { FichePubliee, Kit } from '../../../src/kit.ts'

/** `08-commande-publique.pdf`: numbers as wide as the kit's widest, so that a folder lists them in order. */
export function fichePdfName(kit: Kit, { numero, slug }: Pick<FichePubliee, 'numero' | 'slug'>): string {
  const width = Math.max(2, ...kit.fiches.map(fiche => String(fiche.numero).length))
  return `${String(numero).padStart(width, '0')}-${slug}.pdf`
}
