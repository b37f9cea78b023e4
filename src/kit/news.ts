/** The news of the editions of a kit, the latest first: plain text, one list for the site and for a release. */
export type News = {
  edition: string
  /** There is none before it to compare with. */
  premiere: boolean
  groups: {
    title: string
    /** `slug` as it is today; null: the text is no more, or has no page. */
    texts: { name: string; kind: 'fiche' | 'page'; slug: string | null; details: string[] }[]
  }[]
  /** One sentence in the place of the groups. */
  note: string | null
}[]

/** The news of one text, edition by edition, the latest first. */
type TextNews = { edition: string; details: string[] }[]

/** Tells of changes to show: a first edition has none. */
export const tellsChanges = (news: News): boolean => news.some(({ premiere }) => !premiere)

/** The news for readers who have a page of each of these texts alone: of another it gives no slug. */
export const newsOnPages = (news: News, slugs: ReadonlySet<string>): News =>
  news.map(edition => ({
    ...edition,
    groups: edition.groups.map(group => ({
      ...group,
      texts: group.texts.map(text => ({
        ...text,
        slug: text.slug !== null && slugs.has(text.slug) ? text.slug : null,
      })),
    })),
  }))

/** Gives the changes of one text, by its slug; an edition that brought the whole text says so in one sentence. */
export const newsOfText = (news: News, slug: string): TextNews =>
  news
    .filter(({ premiere }) => !premiere)
    .flatMap(({ edition, groups }) => {
      const text = groups.flatMap(({ texts }) => texts).find(record => record.slug === slug)
      if (!text) return []
      return [{ edition, details: text.details.length > 0 ? text.details : ['Nouvelle fiche.'] }]
    })
