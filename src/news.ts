/** What readers are told of the editions of a kit, the latest first: plain text, one list for the site and for a release. */
export type News = {
  edition: string
  groups: {
    title: string
    /** `slug` null: the text is no more. */
    texts: { name: string; slug: string | null; details: string[] }[]
  }[]
  /** One sentence in the place of the groups. */
  note: string | null
}[]
