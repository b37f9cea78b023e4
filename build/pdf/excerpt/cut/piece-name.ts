/** What the pieces of an excerpt are called: ids of their sheets, and the named destinations of the file that holds them. */
export const pieceName = {
  cover: 'extrait--couverture',
  /** The line that says how many fiches were chosen. */
  count: (fiches: number) => `extrait--compte-${fiches}`,
  contents: 'extrait--sommaire',
  family: (id: string) => `extrait--famille-${id}`,
  entry: (slug: string) => `extrait--fiche-${slug}`,
  /** A page of the sommaire or of the acronyms after their first: its foot alone. */
  rest: 'extrait--suite',
  acronyms: 'extrait--sigles',
  /** By rank in the kit's list, from 1. */
  acronym: (rank: number) => `extrait--sigle-${rank}`,
} as const
