import { escapeXml } from '../../src/edit-html.ts'
import type { Item } from '../../src/indexes/listing.ts'
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
