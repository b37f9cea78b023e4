import { escapeXml } from '../../src/edit-html.ts'
import type { Chapter } from './chapters.ts'
import type { PageTarget } from './pages.ts'
import type { TocEntry } from './toc.ts'

type NavPoint = { title: string; href: string; children: NavPoint[] }

/** What the package says too. */
export type BookName = { identifier: string; title: string }

/** The table of contents and the page list once more, for readers of EPUB 2.
 *  @see https://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4.1 */
export function ncxOf(
  { identifier, title }: BookName,
  toc: readonly TocEntry[],
  targets: readonly PageTarget[],
  chapters: readonly Pick<Chapter, 'href' | 'xhtml'>[],
): string {
  const points = toc.map(toNavPoint)
  const orders = playOrders([...hrefsOf(points), ...targets.map(({ href }) => href)], chapters)
  const orderOf = (href: string) => `playOrder="${orders.get(href)}"`
  let count = 0
  const navPoint = ({ title, href, children }: NavPoint): string =>
    `<navPoint id="np-${++count}" ${orderOf(href)}><navLabel><text>${escapeXml(title)}</text></navLabel><content src="${href}"/>${children.map(navPoint).join('')}</navPoint>`
  const pageTarget = ({ page, href }: PageTarget) =>
    `<pageTarget id="pt-${page}" type="normal" value="${page}" ${orderOf(href)}><navLabel><text>${page}</text></navLabel><content src="${href}"/></pageTarget>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="fr-FR">
<head>
<meta name="dtb:uid" content="${escapeXml(identifier)}"/>
<meta name="dtb:depth" content="${depthOf(points)}"/>
<meta name="dtb:totalPageCount" content="${targets.length}"/>
<meta name="dtb:maxPageNumber" content="${Math.max(0, ...targets.map(({ page }) => page))}"/>
</head>
<docTitle><text>${escapeXml(title)}</text></docTitle>
<navMap>
${points.map(navPoint).join('\n')}
</navMap>
<pageList><navLabel><text>Pages de l’édition imprimée</text></navLabel>
${targets.map(pageTarget).join('\n')}
</pageList>
</ncx>
`
}

/** A navPoint must lead somewhere: a group leads to its first child. */
function toNavPoint({ title, href, children }: TocEntry): NavPoint {
  const target = href ?? children[0]?.href
  if (!target) throw new Error(`the entry « ${title} » of the table of contents leads nowhere`)
  return { title, href: target, children: children.map(toNavPoint) }
}

const hrefsOf = (points: readonly NavPoint[]): string[] =>
  points.flatMap(({ href, children }) => [href, ...hrefsOf(children)])

const depthOf = (points: readonly NavPoint[]): number =>
  1 + Math.max(0, ...points.map(({ children }) => (children.length > 0 ? depthOf(children) : 0)))

/** Rank of each target in the reading order; one target, one rank. */
function playOrders(
  hrefs: readonly string[],
  chapters: readonly Pick<Chapter, 'href' | 'xhtml'>[],
): Map<string, number> {
  const places = new Map(chapters.map(({ href, xhtml }, index) => [href, { index, offsets: idsOf(xhtml) }]))
  const place = (href: string): [number, number] => {
    const [file = '', id] = href.split('#')
    const chapter = places.get(file)
    const offset = id === undefined ? -1 : chapter?.offsets.get(id)
    if (!chapter || offset === undefined)
      throw new Error(`the table of contents leads to ${href}, which is not there`)
    return [chapter.index, offset]
  }
  const sorted = [...new Set(hrefs)]
    .map(href => ({ href, place: place(href) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
  return new Map(sorted.map(({ href }, index) => [href, index + 1]))
}

/** Where each id of a chapter stands. */
const idsOf = (xhtml: string) =>
  new Map([...xhtml.matchAll(/ id="([^"]*)"/g)].map(({ 1: id = '', index }) => [id, index]))
