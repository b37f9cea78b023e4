import { onlineAddress, siteFile, withBase } from '../../../../src/addresses.ts'
import { sequence } from '../../../../src/indexes/sequence.ts'
import type { FichePubliee, Kit } from '../../../../src/kit.ts'
import { typographText } from '../../../../src/markdown/typography/index.ts'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { picturePath } from '../../../../src/web/picture-path.ts'
import { findAll, ownText } from '../read/html.ts'
import type { SiteText } from '../read/site.ts'
import { readJson } from '../read/unreadable.ts'

type Said = Readonly<Record<string, unknown>>

/** What each page tells search engines in JSON-LD, against the kit; a site without an address tells nothing. */
export function* inLinkedData(kit: Kit, { pages }: SiteText): Generator<Finding> {
  const { url } = kit.site
  const items = new Map(sequence(kit).map(item => [siteFile(item), item]))
  for (const { path, root } of pages.values()) {
    const place = `Site, ${path}`
    const graphs = findAll(root, 'script')
      .filter(({ attribs }) => attribs['type'] === 'application/ld+json')
      .filter(({ children }) => children.length > 0)
      .map(one => readJson<{ '@graph': Said[] }>(place, ownText(one), { '@graph': [{}] }))
    const stated = new Map(graphs.flatMap(graph => pathsIn(graph)))
    const item = items.get(path)
    const wanted =
      url === null || (item?.kind !== 'fiche' && graphs.length === 0)
        ? []
        : pathsIn({
            '@graph': item?.kind === 'fiche' ? ofFiche(kit, item.fiche, url) : [ofKit(kit, url)],
          })
    const numbers = [...stated].filter(([key]) => /(?:^|\.)isbn(?:\.|$)/.test(key)).map(([, isbn]) => isbn)
    for (const [key, right] of wanted)
      if (same(stated.get(key)) !== same(right))
        yield fault(
          place,
          `Les données JSON-LD (${key}) disent « ${stated.get(key) ?? 'rien'} » au lieu de « ${right} ».`,
        )
    for (const isbn of numbers)
      if (!Object.values(kit.isbn).some(one => one !== null && digits(one) === digits(isbn)))
        yield fault(place, `L’ISBN ${isbn} n’est celui d’aucune édition du kit.`)
  }
}

const same = (text: string | undefined) => text && typographText(text)
/** An ISBN without its strokes, nor the `urn:isbn:` that may stand before it. */
export const digits = (isbn: string) => isbn.replace(/[^\dXx]/g, '')

/** Every value with its path, without the name of the graph: `0.publisher.name`. */
function pathsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [[path.replace('@graph.', ''), String(value)]]
  return Object.entries(value).flatMap(([key, below]) => pathsIn(below, path === '' ? key : `${path}.${key}`))
}

const publisherOf = ({ editeur }: Kit) => ({
  '@type': 'Organization',
  name: editeur.nom,
  ...(editeur.sigle && { alternateName: editeur.sigle }),
  ...(editeur.site && { url: editeur.site }),
})

const siteOf = (kit: Kit, url: string) => ({
  '@type': 'WebSite',
  name: kit.titre,
  url: new URL(withBase('/', kit), url).href,
  inLanguage: 'fr',
})

const ofKit = (kit: Kit, url: string): Said => ({
  ...siteOf(kit, url),
  ...(kit.sous_titre && { description: kit.sous_titre }),
  publisher: publisherOf(kit),
})

/** A fiche as an article, and the way to it. */
function ofFiche(kit: Kit, fiche: FichePubliee, url: string): Said[] {
  const online = (path: string) => new URL(withBase(path, kit), url).href
  const item = { kind: 'fiche', id: fiche.slug, fiche } as const
  const address = onlineAddress(item, kit)
  const families = kit.familles.filter(({ id }) => id === fiche.famille)
  const way: [name: string, address: unknown][] = [
    ['Les fiches', online('/')],
    ...families.map(({ id, pluriel }): [string, string] => [pluriel, online(`/familles/${id}/`)]),
    [fiche.titre, address],
  ]
  return [
    {
      '@type': 'Article',
      headline: fiche.titre,
      description: fiche.resume,
      url: address,
      image: online(picturePath(item.id)),
      inLanguage: 'fr',
      dateModified: fiche.maj,
      keywords: fiche.mots_cles.join(', '),
      wordCount: fiche.corps.mots,
      isPartOf: siteOf(kit, url),
      publisher: publisherOf(kit),
      ...(kit.licence.url && { license: kit.licence.url }),
    },
    {
      '@type': 'BreadcrumbList',
      itemListElement: way.map(([name, item], at) => ({ '@type': 'ListItem', position: at + 1, name, item })),
    },
  ]
}
