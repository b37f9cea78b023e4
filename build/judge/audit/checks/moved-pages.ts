import { withBase } from '../../../../src/addresses.ts'
import { publishedFiches } from '../../../../src/indexes/published.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { findAll } from '../read/html.ts'
import { type SitePage, type SiteText, sentTo } from '../read/site.ts'

/** Whoever kept the former address of a fiche comes to its page, on every host. */
export const movedPages: AuditCheck = {
  id: 'anciennes-adresses',
  title: 'Les anciennes adresses des fiches mènent à leurs pages',
  async *run({ kit, site }) {
    const pages = await site()
    const moves = movesOf(kit)
    const rules = (await pages.text('_redirects')) ?? ''
    for (const [path, to] of moves) yield* judgeMove(path, to, pages, kit)
    for (const { path, root } of pages.moved.values())
      if (!moves.has(path))
        yield fault(
          `Site, ${path}`,
          `La page n’est l’ancienne adresse d’aucune fiche et renvoie ailleurs (${sentTo(root)}).`,
        )
    yield* judgeRules(rules, moves, kit)
    return count(moves.size, 'ancienne adresse', 'anciennes adresses')
  },
}

/** Path of the page at a former address → the address that it must lead to. */
const movesOf = (kit: Kit) =>
  new Map<string, string>(
    publishedFiches(kit).flatMap(({ slug, anciens_slugs }) =>
      anciens_slugs.map(
        former => [`fiches/${former}/index.html`, withBase(`/fiches/${slug}/`, kit)] as const,
      ),
    ),
  )

function judgeMove(path: string, to: string, { moved, files, base }: SiteText, kit: Kit): Finding[] {
  const place = `Site, ${path}`
  const page = moved.get(path)
  if (!page)
    return [
      fault(place, `L’ancienne adresse d’une fiche ne mène pas à ${to} : elle n’a pas de page de renvoi.`),
    ]
  if (!files.has(`${to.slice(base.length)}index.html`))
    return [fault(place, `${to} n’est pas une page du site.`)]
  const active = findAll(page.root, ({ name }) => /^(?:script|iframe|img|object|embed)$/.test(name))
  if (active.length > 0) return [fault(place, 'La page de renvoi exécute ou charge quelque chose.')]
  const named = [sentTo(page.root)?.replace(/^\s*0\s*;\s*url=/i, ''), ...linksOf(page)]
  const canonical = findAll(page.root, ({ attribs }) => attribs['rel'] === 'canonical')
  return [...named, ...canonical.map(({ attribs }) => attribs['href'])]
    .filter(address => address !== to && address !== (kit.site.url ?? '').replace(/\/$/, '') + to)
    .map(address => fault(place, `L’ancienne adresse d’une fiche mène à ${address} au lieu de ${to}.`))
}

/** Who is not sent on finds a link. */
function linksOf({ root }: SitePage): (string | undefined)[] {
  const links = findAll(root, 'a').map(({ attribs }) => attribs['href'])
  return links.length > 0 ? links : ['rien (aucun lien)']
}

/** `_redirects`, for hosts that read it: for good, whatever follows the former address. */
function* judgeRules(rules: string, moves: ReadonlyMap<string, string>, kit: Kit): Generator<Finding> {
  const wanted = [...moves].map(
    ([path, to]) => `${withBase(`/${path}`, kit).replace(/index\.html$/, '*')} ${to} 301`,
  )
  const written = rules.split('\n').filter(line => line.trim() !== '' && !line.startsWith('#'))
  for (const rule of wanted.filter(rule => !written.includes(rule)))
    yield fault('Site, _redirects', `« ${rule} » n’y est pas.`)
  for (const rule of written.filter(rule => !wanted.includes(rule)))
    yield fault('Site, _redirects', `« ${rule} » n’est l’ancienne adresse d’aucune fiche.`)
}
