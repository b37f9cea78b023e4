/** What an edition said in one text, small enough to keep. */
export type TextRecord = {
  slug: string
  anciens_slugs: string[]
  numero: number | null
  titre: string
  resume: string | null
  /** Singular name of the family; null: a page. */
  famille: string | null
  statut: 'publiee' | 'relecture' | 'a-paraitre'
  /** In the order of the text. */
  passages: Passage[]
}

/** What a reader may name in a text. `ancre` null: it has none of its own. `dans`: the section or the lever that it stands in. */
export type Passage = {
  genre: 'section' | 'levier' | 'partie' | 'exemple' | 'chiffre' | 'ressource'
  ancre: string | null
  /** Title, caption of a figure, words of a resource; of a section without a title, nothing. */
  nom: string
  /** Place of an example, value of a figure, address of a resource. */
  valeur: string | null
  dans: string | null
  /** Digests of its paragraphs, in order: of a section, those that are in no other passage. */
  textes: string[]
  /** Digests of what its lists of figures and resources say beside their items: titles and paragraphs. Former presses recorded none. */
  blocs?: string[]
}

/** Two editions as they are compared: what blocks say beside their items is text like another, where both editions recorded it. */
export function comparable(
  former: readonly TextRecord[],
  current: readonly TextRecord[],
): [former: TextRecord[], current: TextRecord[]] {
  const isRecorded = former.some(({ passages }) => passages.some(({ blocs }) => blocs !== undefined))
  const unfold = ({ blocs = [], ...passage }: Passage): Passage => ({
    ...passage,
    textes: isRecorded ? [...passage.textes, ...blocs] : passage.textes,
  })
  const unfoldAll = (texts: readonly TextRecord[]) =>
    texts.map(text => ({ ...text, passages: text.passages.map(unfold) }))
  return [unfoldAll(former), unfoldAll(current)]
}
