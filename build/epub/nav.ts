import type { Item } from '../../src/kit/index.ts'
import { escapeXml } from '../../src/problems/index.ts'
import type { Chapter } from './chapters.ts'
import { NAV } from './files.ts'
import type { PageTarget } from './pages.ts'
import type { TocChapter, TocEntry } from './toc.ts'

type Landmark = { type: string; title: string; href: string }

/** The navigation document: table of contents, printed pages and landmarks. @see https://www.w3.org/TR/epub-33/#sec-nav */
export function navOf(
  toc: readonly TocEntry[],
  targets: readonly PageTarget[],
  chapters: readonly Pick<TocChapter, 'item' | 'href'>[],
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="fr-FR" xml:lang="fr-FR">
<head>
<meta charset="utf-8"/>
<title>Table des matières</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body class="navigation">
<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-titre">
<h1 id="toc-titre">Table des matières</h1>
${listOf(toc)}
</nav>
<nav epub:type="page-list" role="doc-pagelist" id="page-list" aria-labelledby="pages-titre">
<h2 id="pages-titre">Pages de l’édition imprimée</h2>
<ol class="pages">
${targets.map(({ page, href }) => `<li><a href="${href}">${page}</a></li>`).join('\n')}
</ol>
</nav>
<nav epub:type="landmarks" id="reperes" aria-labelledby="reperes-titre">
<h2 id="reperes-titre">Repères</h2>
<ol>
${landmarksOf(chapters)
  .map(({ type, title, href }) => `<li><a epub:type="${type}" href="${href}">${title}</a></li>`)
  .join('\n')}
</ol>
</nav>
</body>
</html>
`
}

function listOf(entries: readonly TocEntry[]): string {
  const items = entries.map(({ title, href, children }) => {
    const label =
      href === null ? `<span>${escapeXml(title)}</span>` : `<a href="${href}">${escapeXml(title)}</a>`
    return `<li>${label}${children.length > 0 ? `\n${listOf(children)}\n` : ''}</li>`
  })
  return `<ol>\n${items.join('\n')}\n</ol>`
}

function landmarksOf(chapters: readonly Pick<TocChapter, 'item' | 'href'>[]): Landmark[] {
  const find = (kind: Item['kind']) => chapters.find(({ item }) => item.kind === kind)?.href
  const candidates: [type: string, title: string, href: string | undefined][] = [
    ['cover', 'Couverture', find('couverture')],
    ['toc', 'Sommaire', find('sommaire')],
    ['bodymatter', 'Les fiches', find('fiche')],
    ['page-list', 'Pages de l’édition imprimée', `${NAV}#page-list`],
  ]
  return candidates.flatMap(([type, title, href]) => (href ? [{ type, title, href }] : []))
}

type NavPoint = { title: string; href: string; children: NavPoint[] }

/** Names repeated in the package. */
type BookName = { identifier: string; title: string }

/** The table of contents and the page list once more, for readers of EPUB 2. @see https://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4.1 */
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

/** Maps each id of a chapter to its offset. */
const idsOf = (xhtml: string) =>
  new Map([...xhtml.matchAll(/ id="([^"]*)"/g)].map(({ 1: id = '', index }) => [id, index]))
