import type { FicheListee } from '../kit.ts'

/** What the Word file of a fiche is called: `08-commande-publique.docx`. */
export const wordName = ({ numero, slug }: Pick<FicheListee, 'numero' | 'slug'>): string =>
  `${String(numero).padStart(2, '0')}-${slug}.docx`
