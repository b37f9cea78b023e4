import { posix } from 'node:path'
import { isBackCover } from '../../../src/kit/index.ts'
import { count, fault } from '../../../src/problems/index.ts'
import type { GateCheck, Subject } from '../check.ts'
import type { EpubText } from '../read/epub.ts'
import { elementsOf, type HtmlNode, parseXml, textOf } from '../read/html.ts'
import { placesIn } from '../read/pdf-documents.ts'
import type { SiteText } from '../read/site.ts'
import { decodePart, isOutside, lostLinks } from './addresses.ts'

/** Each link, picture, style sheet and script of the site leads somewhere. */
export const linksSite = {
  id: 'liens-site',
  title: 'Les liens et les ancres du site mènent où ils disent',
  phase: 'editions',
  async *run({ kit, site, pdf }: Pick<Subject, 'kit' | 'site' | 'pdf'>) {
    const pages = await site()
    const sheets = (await pdf()).pages.length
    const elements = [...pages.pages.values()].map(
      ({ path, root }): ElementsOfFile => [path, [...elementsOf(root)]],
    )
    const idsOf = idsByFile(elements)
    const { inside, outside } = referencesIn(elements, addressesOnSite)
    const broken = inside.filter(reference => !leads(reference, pages, idsOf, sheets))
    for (const { address, path } of broken)
      yield fault(`Site, ${path}`, `Le lien ${address} ne mène nulle part.`)
    yield* lostLinks(kit, 'Site', outside, item => !isBackCover(item))
    return `${count(inside.length, 'lien interne', 'liens internes')} sur ${count(pages.pages.size, 'page')}, ${count(outside.length, 'lien externe', 'liens externes')}`
  },
} satisfies GateCheck

export const linksEpub = {
  id: 'liens-epub',
  title: 'Les liens et les images du livre numérique mènent où ils disent',
  phase: 'editions',
  async *run({ kit, epub }: Pick<Subject, 'kit' | 'epub'>) {
    const book = await epub()
    const elements = elementsOfBook(book)
    const idsOf = idsByFile(elements)
    const { inside, outside } = referencesIn(elements, ({ attribs }) =>
      ['href', 'src', 'xlink:href'].flatMap(key => attribs[key] ?? []),
    )
    const broken = inside.filter(({ address, path }) => {
      const [way = '', anchor] = address.split('#')
      const target = way === '' ? path : posix.join(posix.dirname(path), decodePart(way))
      return !book.files.has(target) || (anchor !== undefined && !idsOf.get(target)?.has(decodePart(anchor)))
    })
    for (const { address, path } of broken)
      yield fault(`Livre numérique, ${path}`, `Le lien ${address} ne mène nulle part.`)
    yield* lostLinks(kit, 'Livre numérique', outside)
    return `${count(inside.length, 'lien interne', 'liens internes')}, ${count(outside.length, 'lien externe', 'liens externes')}`
  },
} satisfies GateCheck

export const linksPdf = {
  id: 'liens-pdf',
  title: 'Les liens et les signets du PDF mènent où ils disent',
  phase: 'editions',
  async *run({ kit, pdf }: Pick<Subject, 'kit' | 'pdf'>) {
    const file = await pdf()
    const { pages, outline } = file
    const placeOf = placesIn(file, kit)
    const links = pages.flatMap(({ number, links }) =>
      links.map(link => ({ ...link, place: placeOf(number, link.text) })),
    )
    // The description of a link has all of its words; a page may cut those on the page.
    const outside = links.flatMap(({ to, text, contents }) =>
      to && 'url' in to ? [{ address: to.url, text: contents || text }] : [],
    )
    for (const { to, text, place } of links)
      if (to === null) yield fault(place, `Le lien « ${text.replace(/\s+/g, ' ')} » ne mène nulle part.`)
    for (const { title, page } of outline)
      if (page === null) yield fault('PDF, signets', `« ${title} » ne mène nulle part.`)
    yield* lostLinks(kit, 'PDF', outside)
    return `${count(links.length - outside.length, 'lien interne', 'liens internes')}, ${count(outside.length, 'lien externe', 'liens externes')}`
  },
} satisfies GateCheck

/** A link, picture, style sheet or script of the file `path`. */
type Reference = { address: string; path: string; isLink: boolean; text: string }

type ElementsOfFile = readonly [path: string, elements: readonly HtmlNode[]]

const idsByFile = (files: readonly ElementsOfFile[]): ReadonlyMap<string, ReadonlySet<string | undefined>> =>
  new Map(files.map(([path, elements]) => [path, new Set(elements.map(({ attribs }) => attribs['id']))]))

/** References to files of the edition, and links to elsewhere. */
function referencesIn(
  files: readonly ElementsOfFile[],
  addressesOf: (element: HtmlNode) => readonly string[],
) {
  const references = files.flatMap(([path, elements]) =>
    elements.flatMap(element =>
      addressesOf(element).map(
        (address): Reference => ({ address, path, isLink: element.name === 'a', text: textOf(element) }),
      ),
    ),
  )
  return {
    inside: references.filter(({ address }) => !isOutside(address)),
    outside: references.filter(({ address, isLink }) => isLink && isOutside(address)),
  }
}

function addressesOnSite({ name, attribs }: HtmlNode): string[] {
  if (name === 'meta' || name === 'base') return []
  const pictures = (attribs['srcset'] ?? '').split(',').map(candidate => candidate.trim().split(/\s+/)[0])
  return [attribs['href'], attribs['src'], attribs['poster'], ...pictures].flatMap(address =>
    address && !address.startsWith('data:') ? address : [],
  )
}

const elementsOfBook = ({ files }: EpubText): ElementsOfFile[] =>
  [...files]
    .filter(([path]) => /\.(x?html|ncx|opf)$/.test(path))
    .map(([path, bytes]) => [path, [...elementsOf(parseXml(new TextDecoder().decode(bytes)))]])

function leads(
  { address, path: from }: Reference,
  { files, base }: SiteText,
  idsOf: ReturnType<typeof idsByFile>,
  sheets: number,
): boolean {
  const [way = '', anchor] = address.split('#')
  const [path = ''] = way.split('?')
  let target = from
  if (path !== '') {
    const whole = posix.join(path.startsWith('/') ? '/' : `${base}${posix.dirname(from)}`, decodePart(path))
    if (!whole.startsWith(base)) return false
    const inside = whole.slice(base.length)
    target = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside
  }
  if (!files.has(target)) return false
  // `kit.pdf#page=12` opens a PDF at its twelfth page (RFC 8118 §3).
  const page = /^page=(\d+)$/.exec(target.endsWith('.pdf') ? (anchor ?? '') : '')?.[1]
  if (page !== undefined) return Number(page) >= 1 && Number(page) <= sheets
  return anchor === undefined || anchor === '' || idsOf.get(target)?.has(decodePart(anchor)) === true
}
