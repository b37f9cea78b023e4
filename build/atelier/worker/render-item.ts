import { Environment, PrecompiledLoader } from 'nunjucks-runtime'
import { layouts, sitePages } from 'press-layouts'
import {
  authoredOf,
  createRenderer,
  type Item,
  type Kit,
  parseBody,
  publishedFiches,
  tokensOf,
} from '../../../src/kit/index.ts'
import type { Medium } from '../../../src/text/index.ts'
import { layoutFilters, templatesOf } from '../../pages/browser.ts'

/** A document of the kit as one medium shows it. `file`: the Markdown that it is made of, if any. */
type ShownItem = { file: string; item: Item; html: string }

/** Renders documents as Eleventy does, to the byte. `matches`: by path and item; `head`: tags of style sheets in place of the sources'.
 *  @throws when a body has mistakes, which its check has reported */
export function renderItems(
  kit: Kit,
  medium: Medium,
  matches: (path: string, item: Item) => boolean,
  head?: string,
): ShownItem[] {
  const { common, list } = templatesOf({
    kit,
    medium,
    edition: null,
    sitePages,
    head: head === undefined ? undefined : { tags: head, sheets: {} },
  })
  // A page that is shown beside its text says where each element stands in it.
  const renderer = createRenderer(common.kit, medium, medium !== 'web' || head !== undefined)
  const environment = new Environment(new PrecompiledLoader(layouts))
  for (const [name, filter] of Object.entries(layoutFilters(common.kit, medium, renderer)))
    environment.addFilter(name, filter)
  return list.flatMap(({ path, item, data, overview }) => {
    if (item === null || !matches(path, item)) return []
    const html = environment.render(String(data['layout']), {
      ...common,
      ...data,
      ...overview,
      content: bodyOf(item),
      page: { url: String(data['permalink']).replace(/index\.html$/, '') },
    })
    return [{ file: path, item, html }]
  })

  function bodyOf(item: Item): string {
    if (item.kind === 'fiche') return renderer.fiche(item.fiche).html
    return item.kind === 'page' ? renderer.page(item.page).html : ''
  }
}

/** Number of an element of the text (`data-b`) → the line of the file where it begins, in their order. */
export type TextLines = [number: number, line: number][]

export function linesOf(item: Item): TextLines {
  const corps = authoredOf(item)?.corps
  if (!corps) return []
  return tokensOf(corps).flatMap(
    ({ meta, map }): TextLines =>
      typeof meta?.['b'] === 'number' && map ? [[meta['b'], corps.line + map[0]]] : [],
  )
}

/** A block as the site shows it, or what is wrong with it. */
export type DrawnBlock = { html: string } | { messages: string[] }

/** Shows a block in the colours of the fiche or page of a file, before it is written there. */
export function drawBlock(kit: Kit, file: string, block: string): DrawnBlock {
  const { corps, problems } = parseBody(`${block}\n`, { file, firstLine: 1 })
  const errors = problems.filter(({ severity }) => severity === 'erreur')
  if (errors.length > 0) return { messages: errors.map(({ message, hint }) => `${message} ${hint}`) }
  const renderer = createRenderer(kit, 'web')
  // One whose front matter is being written borrows the colours of another.
  const fiches = publishedFiches(kit)
  const page = kit.pages.find(page => page.file === file)
  const fiche = fiches.find(fiche => fiche.file === file) ?? (page ? undefined : fiches[0])
  if (fiche) return renderer.fiche({ ...fiche, corps })
  return page ? renderer.page({ ...page, corps }) : { messages: [] }
}
