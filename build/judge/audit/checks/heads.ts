import { sitePath } from '../../../../src/addresses.ts'
import { type Item, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { isWorkingVersion } from '../../../../src/working-version.ts'
import { count, type Finding, fault } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import { type Element, find, findAll, hasClass, type Parent, textOf } from '../read/html.ts'
import type { SitePage, SiteText } from '../read/site.ts'
import { titleOf } from '../source/titles.ts'
import { wordsOf } from '../words.ts'

/** What a page says of itself: to search engines, to networks, to the eye. A page that bears the head of another leads everybody astray. */
export const heads: AuditCheck = {
  id: 'tetes-site',
  title: 'Chaque page du site dit d’elle-même son titre, son adresse, sa famille et son PDF',
  subject: 'site',
  async run({ kit, site }) {
    const pages = await site()
    const items = new Map(sequence(kit).map(item => [`${sitePath(item).slice(1)}index.html`, item]))
    const findings = [...pages.pages.values()].flatMap(page => [
      ...headOf(page, items.get(page.path), kit),
      ...ofFiche(page, items.get(page.path)),
      ...footOf(page, pages),
    ])
    return {
      state: 'verifie',
      evidence: `${count(pages.pages.size, 'page')} : titre, résumé, adresse, pied ; robots.txt, site.webmanifest`,
      findings: [...findings, ...(await forRobots(pages, kit))],
    }
  },
}

const same = (one: string, other: string) => wordsOf(one).join(' ') === wordsOf(other).join(' ')

const contentOf = (root: Parent, key: 'name' | 'property', value: string) =>
  find(root, ({ name, attribs }) => name === 'meta' && attribs[key] === value)?.attribs['content']

function headOf({ path, root }: SitePage, item: Item | undefined, kit: Kit): Finding[] {
  const place = `Site, ${path}`
  if (!item) return []
  const findings: Finding[] = []
  const ownAddress = `/${path.replace(/(^|\/)index\.html$/, '$1')}`
  const canonical = find(root, ({ name, attribs }) => name === 'link' && attribs['rel'] === 'canonical')
  for (const address of [canonical?.attribs['href'], contentOf(root, 'property', 'og:url')])
    if (address !== undefined && !address.endsWith(`${kit.site.base.replace(/\/$/, '')}${ownAddress}`))
      findings.push(fault(place, `La page se dit à l’adresse ${address}.`))
  const robots = contentOf(root, 'name', 'robots') ?? ''
  if (/noindex|none/.test(robots) && !isWorkingVersion(kit))
    findings.push(fault(place, `La page se cache des moteurs de recherche (robots : ${robots}).`))
  if (item.kind !== 'fiche') return findings
  const title = find(root, ({ name }) => name === 'title')
  const titles = [item.fiche.titre, item.fiche.titre_court, titleOf(kit, item)].map(one =>
    wordsOf(one).join(' '),
  )
  const said = [title ? titleIn(title) : '', contentOf(root, 'property', 'og:title') ?? item.fiche.titre]
  for (const one of said)
    if (!titles.some(known => wordsOf(one).join(' ').includes(known)))
      findings.push(fault(place, `La page s’intitule « ${one} » au lieu de « ${item.fiche.titre} ».`))
  const summary = contentOf(root, 'name', 'description') ?? ''
  if (!same(summary, item.fiche.resume))
    findings.push(fault(place, `Le résumé dit « ${summary} » au lieu de « ${item.fiche.resume} ».`))
  return findings
}

/** `textOf` leaves out what no reader meets on the page. */
const titleIn = ({ children }: Element) =>
  children.map(child => (child.type === 'text' ? child.data : '')).join('')

/** The page of a fiche is in the colours of its family, and offers its own PDF. */
function ofFiche({ path, root }: SitePage, item: Item | undefined): Finding[] {
  if (item?.kind !== 'fiche') return []
  const place = `Site, ${path}`
  const { famille, slug } = item.fiche
  const marked = findAll(root, element => /\barticle\b|\bfooter\b/.test(element.name)).flatMap(
    ({ attribs }) => /(?:^|\s)famille-(\S+)/.exec(attribs['class'] ?? '')?.[1] ?? [],
  )
  const files = findAll(root, ({ name, attribs }) => name === 'a' && attribs['download'] !== undefined)
    .map(({ attribs }) => attribs['href'] ?? '')
    .filter(href => /\/\d+-[^/]+\.pdf$/.test(href) && !href.endsWith(`-${slug}.pdf`))
  return [
    ...(marked.length > 0 && !marked.includes(famille)
      ? [fault(place, `La page a les couleurs de la famille « ${marked[0]} » au lieu de « ${famille} ».`)]
      : []),
    ...files.map(href => fault(place, `La page offre le PDF d’une autre fiche : ${href}.`)),
  ]
}

/** A link of the foot leads to a page whose headings have a word of it. */
function footOf({ path, root }: SitePage, { base, pages }: SiteText): Finding[] {
  const foot = find(root, element => element.name === 'footer' && hasClass(element, 'pied'))
  return findAll(foot ?? root, ({ name }) => foot !== undefined && name === 'a').flatMap(link => {
    const [address = ''] = (link.attribs['href'] ?? '').split('#')
    if (!address.startsWith(base)) return []
    const target = pages.get(`${address.slice(base.length)}index.html`)
    const words = new Set(wordsOf(textOf(link)).filter(word => word.length > 3))
    if (!target || words.size === 0) return []
    const headings = findAll(target.root, ({ name }) => /^h[1-3]$/.test(name)).flatMap(one =>
      wordsOf(textOf(one)),
    )
    return headings.some(word => words.has(word))
      ? []
      : [fault(`Site, ${path}`, `Au pied, « ${textOf(link).trim()} » mène à ${address}, qui n’en parle pas.`)]
  })
}

async function forRobots({ files, read }: SiteText, kit: Kit): Promise<Finding[]> {
  const text = async (path: string) => (files.has(path) ? new TextDecoder().decode(await read(path)) : '')
  const robots = await text('robots.txt')
  const manifest = JSON.parse((await text('site.webmanifest')) || '{}') as { name?: unknown }
  return [
    ...(/^\s*Disallow:\s*\S/im.test(robots) && !isWorkingVersion(kit)
      ? [fault('Site, robots.txt', 'Le site se cache des moteurs de recherche.')]
      : []),
    ...(typeof manifest.name === 'string' && !same(manifest.name, kit.titre)
      ? [
          fault(
            'Site, site.webmanifest',
            `Le site se nomme « ${manifest.name} » au lieu de « ${kit.titre} ».`,
          ),
        ]
      : []),
  ]
}
