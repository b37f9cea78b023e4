import type { Famille, Forme, Kit } from '../../src/kit.ts'
import type { Chapter } from './chapters.ts'

/** An entry of the table of contents; without `href` it only gathers its children. */
export type TocEntry = { title: string; href: string | null; children: TocEntry[] }

/** The mark of a family, as text: colours and drawings do not reach a reader's menu. */
const marks: Record<Forme, string> = { carre: '■', triangle: '▲', disque: '●' }

/** The table of contents: families → fiches → sections; the other chapters stand at the first level with their sections.
 *  It follows the reading order, as EPUB 3.3 §7.4.2 asks: families whose fiches take turns in the book share one entry. */
export function tocOf(chapters: readonly Chapter[], kit: Kit): TocEntry[] {
  const entries: TocEntry[] = []
  let group: { familles: Famille[]; entry: TocEntry; last: number } | null = null
  for (const [index, chapter] of chapters.entries()) {
    const famille = familleOf(chapter, kit)
    if (!famille) {
      group = null
      entries.push(entryOf(chapter))
      continue
    }
    if (!group || index > group.last) {
      group = { ...groupFrom(index, chapters, kit), entry: { title: '', href: null, children: [] } }
      group.entry.title = group.familles.map(({ forme, pluriel }) => `${marks[forme]} ${pluriel}`).join(', ')
      entries.push(group.entry)
    }
    const entry = entryOf(chapter)
    group.entry.children.push({ ...entry, title: `${marks[famille.forme]} ${entry.title}` })
  }
  return entries
}

/** The shortest run of fiches from `index` on that no family leaves, and its families in the order of the kit. */
function groupFrom(
  index: number,
  chapters: readonly Chapter[],
  kit: Kit,
): { familles: Famille[]; last: number } {
  const ids = chapters.map(chapter => familleOf(chapter, kit)?.id)
  const inside = new Set<string>()
  let last = index
  for (let at = index; at <= last; at++) {
    const id = ids[at]
    if (id === undefined) break
    inside.add(id)
    last = Math.max(last, ids.lastIndexOf(id))
  }
  return { familles: kit.familles.filter(({ id }) => inside.has(id)), last }
}

function familleOf({ item }: Chapter, kit: Kit): Famille | undefined {
  return item.kind === 'fiche' ? kit.familles.find(({ id }) => id === item.fiche.famille) : undefined
}

const entryOf = ({ title, href, sections, item }: Chapter): TocEntry => ({
  title,
  href,
  // The sommaire's headings are the families, which this table lists itself.
  children:
    item.kind === 'fiche' || item.kind === 'page'
      ? sections.map(section => ({ ...section, children: [] }))
      : [],
})
