import { posix } from 'node:path'
import { isBackCover } from '../../../src/indexes/sequence.ts'
import { count, fault } from '../../../src/problems/finding.ts'
import type { GateCheck, Subject } from '../check.ts'
import { elementsOf, textOf } from '../read/html.ts'
import type { SitePage, SiteText } from '../read/site.ts'
import { decodePart, isOutside, lostLinks } from './addresses.ts'

/** Each link, picture, style sheet and script of the site leads somewhere. */
export const linksSite = {
  id: 'liens-site',
  title: 'Les liens et les ancres du site mènent où ils disent',
  phase: 'editions',
  async *run({ kit, site, pdf }: Pick<Subject, 'kit' | 'site' | 'pdf'>) {
    const pages = await site()
    const sheets = (await pdf()).pages.length
    const idsOf = new Map([...pages.pages].map(([path, page]) => [path, idsIn(page)]))
    const references = [...pages.pages.values()].flatMap(referencesIn)
    const inside = references.filter(({ address }) => !isOutside(address))
    const broken = inside.filter(reference => !leads(reference, pages, idsOf, sheets))
    const outside = references.filter(({ address, link }) => link && isOutside(address))
    for (const { address, place } of broken)
      yield fault(`Site, ${place}`, `Le lien ${address} ne mène nulle part.`)
    yield* lostLinks(kit, 'Site', outside, item => !isBackCover(item))
    return `${count(inside.length, 'lien interne', 'liens internes')} sur ${count(pages.pages.size, 'page')}, ${count(outside.length, 'lien externe', 'liens externes')}`
  },
} satisfies GateCheck

type Reference = { address: string; place: string; link: boolean; text: string }

function referencesIn({ path, root }: SitePage): Reference[] {
  return [...elementsOf(root)].flatMap(element => {
    const { name, attribs } = element
    if (name === 'meta' || name === 'base') return []
    const many = (attribs['srcset'] ?? '').split(',').map(candidate => candidate.trim().split(/\s+/)[0] ?? '')
    return [attribs['href'], attribs['src'], attribs['poster'], ...many]
      .filter(address => address !== undefined && address !== '' && !address.startsWith('data:'))
      .map(address => ({ address: address ?? '', place: path, link: name === 'a', text: textOf(element) }))
  })
}

const idsIn = ({ root }: SitePage) =>
  new Set([...elementsOf(root)].map(({ attribs }) => attribs['id']).filter(id => id !== undefined))

function leads(
  { address, place }: Reference,
  { files, base }: SiteText,
  idsOf: ReadonlyMap<string, ReadonlySet<string>>,
  sheets: number,
): boolean {
  const [way = '', anchor] = address.split('#')
  const [path = ''] = way.split('?')
  let target = place
  if (path !== '') {
    const whole = posix.join(path.startsWith('/') ? '/' : `${base}${posix.dirname(place)}`, decodePart(path))
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
