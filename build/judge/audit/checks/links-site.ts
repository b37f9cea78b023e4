import { readFile } from 'node:fs/promises'
import { basename, join, posix } from 'node:path'
import { isBackCover } from '../../../../src/indexes/sequence.ts'
import { mediaTypeOf } from '../../../../src/media-type.ts'
import { listFiles, sha256 } from '../../../disk/files.ts'
import { count, type Finding, fault } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import { elementsOf, find, textOf } from '../read/html.ts'
import type { SitePage, SiteText } from '../read/site.ts'
import { addressesOf, decodePart, isOutside, sameAddress } from '../source/addresses.ts'
import { compareAddresses } from './compare-addresses.ts'

/** Each link, picture, style sheet and script of the site leads somewhere; what it offers to download is what was made. */
export const linksSite: AuditCheck = {
  id: 'liens-site',
  title: 'Les liens, les ancres et les téléchargements du site mènent où ils disent',
  async *run({ kit, dir, site, pdf, sources }) {
    const pages = await site()
    const sheets = (await pdf()).pages.length
    const idsOf = new Map([...pages.pages].map(([path, page]) => [path, idsIn(page)]))
    const references = [...pages.pages.values()].flatMap(referencesIn)
    const inside = references.filter(({ address }) => !isOutside(address))
    const broken = inside.filter(reference => !leads(reference, pages, idsOf, sheets))
    const outside = references.filter(
      ({ address, link }) => link && isOutside(address) && !isSharing(address),
    )
    const addresses = addressesOf(kit, await sources(), item => !isBackCover(item))
    // The site names itself in full where it is shared: whatever begins with its own address is known.
    const siteUrl = kit.site.url
    const allowed = new Set([
      ...addresses.allowed,
      ...outside
        .map(({ address }) => address)
        .filter(address => siteUrl !== null && address.startsWith(siteUrl))
        .map(sameAddress),
    ])
    for (const page of pages.pages.values()) yield* announced(page)
    for (const { address, place } of broken)
      yield fault(`Site, ${place}`, `Le lien ${address} ne mène nulle part.`)
    yield* compareAddresses('le site', outside, { ...addresses, allowed })
    const downloads = yield* compareDownloads(dir, pages)
    return `${count(inside.length, 'lien interne', 'liens internes')} sur ${count(pages.pages.size, 'page')}, ${count(outside.length, 'lien externe', 'liens externes')}, ${count(downloads, 'téléchargement')}`
  },
}

/** « Send this page »: a letter without an addressee leads nowhere. */
const isSharing = (address: string) => address.startsWith('mailto:?')

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

/** Ending of a file → what a link announces of it. */
const kinds: Record<string, string> = { atom: 'application/atom+xml', pdf: 'application/pdf' }

/** What is said of a target before one goes there: its language and, in the head, its kind. */
function* announced({ path, root }: SitePage): Generator<Finding> {
  const language = find(root, 'html')?.attribs['lang']
  for (const { name, attribs } of elementsOf(root)) {
    const { href = '', hreflang = language, type = '' } = attribs
    const ending = /\.(\w+)$/.exec(href)?.[1] ?? ''
    const kind = (kinds[ending] ?? mediaTypeOf(href) ?? type).replace(/;.*/, '')
    if (!/^(?:a|link)$/.test(name)) continue
    // A page of the whole PDF is read where it is.
    if (name === 'a' && /\/telechargements\/[^#]+$/.test(href) && attribs['download'] === undefined)
      yield fault(`Site, ${path}`, `Le lien ${href} s’ouvre au lieu de se télécharger.`)
    if (hreflang !== language)
      yield fault(
        `Site, ${path}`,
        `Le lien ${href} se dit dans la langue « ${hreflang} », et le site est en « ${language} ».`,
      )
    if (type !== '' && type !== kind)
      yield fault(`Site, ${path}`, `Le lien ${href} s’annonce comme « ${type} » au lieu de « ${kind} ».`)
  }
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

/** The files offered are those of the other editions, byte for byte. */
async function* compareDownloads(dir: string, { files, read }: SiteText): AsyncGenerator<Finding, number> {
  const offered = [...files].filter(path => path.startsWith('telechargements/'))
  const pathOf = new Map(
    listFiles(dir)
      .filter(path => !path.startsWith('site/'))
      .map(path => [basename(path), path]),
  )
  for (const path of offered) {
    const origin = pathOf.get(basename(path))
    if (origin === undefined)
      yield fault(`Site, ${path}`, 'Ce téléchargement n’est aucun des fichiers fabriqués.')
    else if (sha256(await read(path)) !== sha256(await readFile(join(dir, origin))))
      yield fault(`Site, ${path}`, `Ce téléchargement n’est pas le fichier ${origin}.`)
  }
  return offered.length
}
