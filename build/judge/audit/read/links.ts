import { posix } from 'node:path'
import { addressOf, siteFile } from '../../../../src/addresses.ts'
import { sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import type { EpubText } from './epub.ts'
import { find, findAll, type Parent, textOf } from './html.ts'
import type { PdfText } from './pdf.ts'
import { pdfDocuments } from './pdf-documents.ts'
import type { SiteText } from './site.ts'

/** A link inside an edition: where it stands, what it says, and which document it leads to. */
export type NamedLink = {
  /** The page, chapter or sheet; of a document of the kit, its id. */
  on: string
  text: string
  /** What it is called for reading machines, where that is written apart. */
  label: string
  rel: string
  /** Id of the document, and the place in it. */
  to: string
  anchor: string
}

/** The site's links to its documents, those in `main`: menus and feet stand on every page. */
export function siteLinks(kit: Kit, { base, pages }: SiteText): NamedLink[] {
  const paths = new Map(sequence(kit).map(item => [siteFile(item), item.id]))
  return [...pages.values()].flatMap(({ path, root }) => {
    const main = find(root, 'main') ?? root
    return linksOf(main).flatMap(link => {
      const [way = '', anchor = ''] = link.href.split('#')
      const whole = way.startsWith('/') ? way : posix.join(base, posix.dirname(path), way)
      const file = way === '' ? path : `${whole.slice(base.length)}${/\/$/.test(whole) ? 'index.html' : ''}`
      const to = paths.get(file)
      return to === undefined ? [] : [{ ...link, on: paths.get(path) ?? path, to, anchor }]
    })
  })
}

/** The links of the e-book's chapters and of its table. */
export function bookLinks(kit: Kit, { spine, nav }: EpubText): NamedLink[] {
  const names = new Map(sequence(kit).map(item => [addressOf(item, 'epub', kit), item.id]))
  return [...new Set([...spine, nav])].flatMap(({ href, root }) =>
    linksOf(root).flatMap(link => {
      const [way = '', anchor = ''] = link.href.split('#')
      const to = names.get(way === '' ? href : way)
      return to === undefined ? [] : [{ ...link, on: names.get(href) ?? href, to, anchor }]
    }),
  )
}

/** The PDF's links, by the name or the page that they lead to. */
export function pdfLinks(kit: Kit, pdf: PdfText): NamedLink[] {
  const documents = pdfDocuments(pdf, kit)
  return documents.flatMap(({ item: { id: on }, pages }) =>
    pages.flatMap(({ links }) =>
      links.flatMap(({ to, text, contents }): NamedLink[] => {
        if (!to || 'url' in to) return []
        const [named = '', anchor = ''] = to.name?.split('--') ?? []
        const target = documents.find(({ item, pages }) =>
          to.name === null ? pages[0]?.number === to.page : item.id === named,
        )
        return target ? [{ on, text, label: contents, rel: '', to: target.item.id, anchor }] : []
      }),
    ),
  )
}

const linksOf = (parent: Parent) =>
  findAll(parent, ({ name, attribs }) => name === 'a' && attribs['href'] !== undefined).map(element => ({
    href: element.attribs['href'] ?? '',
    text: textOf(element),
    label: element.attribs['aria-label'] ?? '',
    rel: element.attribs['rel'] ?? '',
  }))
