/** Medium of a page. It changes the HTML of a block, never its meaning. */
export type Medium = 'web' | 'print' | 'epub'

/** A page of the editions. */
type Addressed = {
  kind: 'couverture' | 'fiche' | 'page' | 'sommaire' | 'territoires' | 'sigles' | 'nouveautes'
  id: string
}

/** Place of the site: the whole address of its host, and its path there. */
export type Hosted = { site: { url: string | null; base: string } }

/** Path of an item inside the site, without base; the cover's place is the home page. */
export function sitePath(item: Addressed): string {
  switch (item.kind) {
    case 'couverture':
      return '/'
    case 'fiche':
      return `/fiches/${item.id}/`
    case 'page':
      return `/pages/${item.id}/`
    case 'sommaire':
    case 'territoires':
    case 'sigles':
    case 'nouveautes':
      return `/${item.id}/`
    default:
      return item.kind satisfies never
  }
}

/** File of an item's page in the folder of the site. */
export const siteFile = (item: Addressed): string => `${sitePath(item).slice(1)}index.html`

/** Gives the path of a file below the base of the site: `fiches/index.html` → `fiches/`. */
export const servedAt = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1')

/** Address of an item as a link of its medium writes it. */
export function addressOf(item: Addressed, medium: Medium, kit: Hosted): string {
  switch (medium) {
    case 'web':
      return withBase(sitePath(item), kit)
    case 'print':
      return `#${item.id}`
    case 'epub':
      return epubPath(item)
    default:
      return medium satisfies never
  }
}

/** The whole address of an item on the public site; null when the site has none. */
export function onlineAddress(item: Addressed, kit: Hosted): string | null {
  const { url } = kit.site
  return url === null ? null : new URL(withBase(sitePath(item), kit), url).href
}

/** An address as people read it aloud: `kit.exemple.fr`. */
export const shortAddress = (address: string): string =>
  address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')

/** File of an item in the e-book. */
export const epubPath = ({ kind, id }: Addressed): string =>
  kind === 'fiche' || kind === 'page' ? `${kind}-${id}.xhtml` : `${id}.xhtml`

/** The id of an item by its file in the e-book; undefined: it is none of an item. */
export const idOfEpubPath = (path: string): string | undefined =>
  /^(?:fiche-|page-)?(.+)\.xhtml$/.exec(path)?.[1]

/** `/x/` under the site's base path: `/kit/x/`. */
export function withBase(path: string, kit: Hosted): string {
  return kit.site.base.replace(/\/$/, '') + path
}

/** The whole address of a path of the site. @param url of the host, with or without the base path at its end */
export function absolute(url: string, path: string, kit: Hosted): string {
  return new URL(withBase(path, kit), url).href
}
