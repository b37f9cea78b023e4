/** What an edition said in one text, small enough to keep. */
export type TextRecord = {
  slug: string
  anciens_slugs: string[]
  numero: number | null
  titre: string
  /** Singular name of the family; null: a page. */
  famille: string | null
  statut: 'publiee' | 'relecture' | 'a-paraitre'
  /** `titre` null: what stands before the first section. */
  sections: { titre: string | null; empreinte: string }[]
}
