import { findAll, hasClass, numberedItems, type Parent, textOf } from '../read/html.ts'
import type { StructureNode } from '../read/pdf.ts'
import { headingsOf, nodesIn } from '../read/structure-nodes.ts'
import type { SourceOutline } from '../source/outline.ts'

/** What an edition may leave untold: the lists and the passages of the PDF are held against those of the site. */
type Detail = 'numbered' | 'right' | 'stressed'

/** What an edition makes of a document, for who does not see it. */
export type Structure = Omit<SourceOutline, 'quoted' | Detail> & Partial<Pick<SourceOutline, Detail>>

export function ofHtml(root: Parent): Structure {
  return {
    headings: findAll(root, ({ name }) => /^h[1-6]$/.test(name)).map(element => ({
      level: Number(element.name[1]),
      text: textOf(element),
    })),
    alternatives: [
      ...findAll(root, 'img').map(({ attribs }) => attribs['alt'] ?? ''),
      ...findAll(root, ({ attribs }) => attribs['role'] === 'img').map(
        ({ attribs }) => attribs['aria-label'] ?? '',
      ),
    ],
    items: findAll(root, 'li').length,
    numbered: numberedItems(root).length,
    right: findAll(root, 'th').filter(
      cell => hasClass(cell, 'a-droite') || /text-align:\s*right/.test(cell.attribs['style'] ?? ''),
    ).length,
    stressed: {
      strong: findAll(root, 'strong').map(element => textOf(element)),
      em: findAll(root, 'em').map(element => textOf(element)),
    },
  }
}

export function ofPdf(trees: readonly StructureNode[]): Structure {
  const nodes = trees.flatMap(nodesIn)
  return {
    headings: headingsOf(nodes),
    alternatives: nodes.flatMap(({ alt }) => alt ?? []),
    items: nodes.filter(({ role }) => role === 'LI').length,
  }
}
