import { type Kit, listingOf, publishedFiches } from '../../src/kit/index.ts'
import { attributeOf, changed, elementsOf, hasClass, type MarkupElement } from '../../src/problems/index.ts'
import { embedPage, embedPath, oEmbed } from '../pages/index.ts'

/** Parts of a fiche's page that mean nothing outside the site. */
const ofTheSite = ['fil', 'retour', 'fiche-outils']

/** Each fiche as other sites may show it, and what their programs read of it. @param pageOf the finished page of a fiche.
 *  @returns path in the site → content */
export function embeddedFiches(kit: Kit, pageOf: (slug: string) => string): Record<string, string> {
  const { url } = kit.site
  if (!url) return {}
  const listing = listingOf(kit)
  const files = publishedFiches(kit).flatMap(fiche => {
    const folder = embedPath(fiche.slug).slice(1)
    const page = embedPage(listing, fiche, { ...partsOf(pageOf(fiche.slug)), url })
    return [
      [`${folder}index.html`, page] as const,
      [`${folder}oembed.json`, oEmbed(listing, fiche, url)] as const,
    ]
  })
  return Object.fromEntries(files)
}

/** The article of a page without the tools around it, and the addresses of its style sheets. */
function partsOf(page: string): { article: string; sheets: string[] } {
  const elements = elementsOf(page)
  const article = elements.find(({ name }) => name === 'article')
  if (!article) throw new Error('the page of a fiche has no article')
  const cut = elements
    .filter(element => ofTheSite.some(name => hasClass(element, name)))
    .map(({ start, end }) => ({ start, end, text: '' }))
  const isSheet = (element: MarkupElement) =>
    attributeOf(element, 'rel') === 'stylesheet' && attributeOf(element, 'media') === undefined
  const rest = [
    { start: 0, end: article.start, text: '' },
    ...cut,
    { start: article.end, end: page.length, text: '' },
  ]
  return {
    article: changed(page, rest),
    sheets: elements.filter(isSheet).flatMap(element => attributeOf(element, 'href') ?? []),
  }
}
