/** A picture of a page of an edition. */
export type Shot = {
  /** Path of its baseline below the folder of baselines, without `.png`: `pdf/commande-publique-03`. Made of what the page is,
   *  not of where it stands: it stays when pages before it come and go. */
  id: string
  edition: 'pdf' | 'site' | 'epub'
  /** The document, as its reader calls it. */
  titre: string
  /** Variant, page of the document: `page 3`, `1280 px, de nuit`. */
  vue: string
  /** Folio on which the picture stands; null: an edition without pages. */
  page: number | null
  /** Fingerprint of its text and of where the text stands, the edition's own page numbers apart; null: not known. */
  texte: string | null
  /** What its words are, where they stand. */
  lignes: readonly Ligne[]
  /** Pixels of the picture for one of the page (1/96 inch). */
  scale: number
  png: Uint8Array
}

/** A line of a page, or the piece of it that begins an element, in pixels of the page (1/96 inch) from its upper left corner. */
export type Ligne = {
  /** Its first words. */
  mots: string
  sorte: 'titre' | 'texte'
  x: number
  y: number
  largeur: number
  hauteur: number
}
