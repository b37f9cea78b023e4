import type { Item, Kit } from '../../src/kit/index.ts'
import type { Chapter } from './chapters.ts'

/** A chapter, as the table of contents reads it. */
export type TocChapter = Pick<Chapter, 'href' | 'title' | 'sections'> & { item: Pick<Item, 'kind' | 'id'> }

type TocFamily = {
  name: string
  /** Their ids. */
  fiches: readonly string[]
}

/** An entry of the table of contents; without `href` it only gathers its children. */
export type TocEntry = { title: string; href: string | null; children: TocEntry[] }

/** The families of a kit, in its order. */
export const tocFamiliesOf = ({ familles, fiches }: Kit): TocFamily[] =>
  familles.map(({ id, pluriel }) => ({
    name: pluriel,
    fiches: fiches.filter(({ famille }) => famille === id).map(({ slug }) => slug),
  }))

/** The table of contents: families → fiches → sections → levers; the other chapters stand at the first level with their sections.
 *  It follows the reading order, as EPUB 3.3 §7.4.2 asks: families whose fiches take turns in the book share one entry. */
export function tocOf(chapters: readonly TocChapter[], families: readonly TocFamily[]): TocEntry[] {
  const entries: TocEntry[] = []
  let group: { families: TocFamily[]; entry: TocEntry; last: number } | null = null
  for (const [index, chapter] of chapters.entries()) {
    const family = familyOf(chapter, families)
    if (!family) {
      group = null
      entries.push(entryOf(chapter))
      continue
    }
    if (!group || index > group.last) {
      group = { ...groupFrom(index, chapters, families), entry: { title: '', href: null, children: [] } }
      group.entry.title = group.families.map(({ name }) => name).join(', ')
      entries.push(group.entry)
    }
    group.entry.children.push(entryOf(chapter))
  }
  return entries
}

/** The shortest run of fiches from `index` on that no family leaves, and its families in their order. */
function groupFrom(
  index: number,
  chapters: readonly TocChapter[],
  families: readonly TocFamily[],
): { families: TocFamily[]; last: number } {
  const all = chapters.map(chapter => familyOf(chapter, families))
  const inside = new Set<TocFamily>()
  let last = index
  for (let at = index; at <= last; at++) {
    const family = all[at]
    if (family === undefined) break
    inside.add(family)
    last = Math.max(last, all.lastIndexOf(family))
  }
  return { families: families.filter(family => inside.has(family)), last }
}

const familyOf = ({ item }: TocChapter, families: readonly TocFamily[]): TocFamily | undefined =>
  item.kind === 'fiche' ? families.find(({ fiches }) => fiches.includes(item.id)) : undefined

const entryOf = ({ title, href, sections, item }: TocChapter): TocEntry => ({
  title,
  href,
  // The sommaire's headings are the families, which this table lists itself.
  children: item.kind === 'fiche' || item.kind === 'page' ? sections : [],
})
