import { servedAt, siteFile, withBase } from '../../../../src/addresses.ts'
import { type Item, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import { absolute } from '../../../../src/web/absolute.ts'
import { picturePath } from '../../../../src/web/picture-path.ts'
import type { AuditCheck } from '../material.ts'
import { elementsOf, find, findAll, hasClass, ownText, type Parent, textOf } from '../read/html.ts'
import type { SitePage, SiteText } from '../read/site.ts'
import { readJson, UNSAID, Unreadable } from '../read/unreadable.ts'
import { sameAddress } from '../source/addresses.ts'
import { dateInWords } from '../source/french.ts'
import { isDraft } from '../source/layout-words.ts'
import { titleOf } from '../source/titles.ts'
import { lettersOf, spellingOf, wordsOf } from '../words.ts'
import { faultsOfForms } from './forms.ts'

/** What a page says of itself: to search engines, to networks, to the eye. A page that bears the head of another leads everybody astray. */
export const heads: AuditCheck = {
  id: 'tetes-site',
  title: 'Chaque page du site dit d’elle-même son titre, son adresse, sa famille et son PDF',
  async *run({ kit, site }) {
    const pages = await site()
    const items = new Map(sequence(kit).map(item => [siteFile(item), item]))
    for (const page of pages.pages.values()) {
      yield* headOf(page, items.get(page.path), { kit, files: pages.files })
      yield* landmarksOf(page)
      yield* ofFiche(page, items.get(page.path))
      yield* footOf(page, pages, kit)
    }
    yield* forRobots(pages, kit)
    return `${count(pages.pages.size, 'page')} : titre, résumé, adresse, pied ; robots.txt, site.webmanifest`
  },
}

type Context = { kit: Kit; files: ReadonlySet<string> }

/** Where a page stands below the site's base: `/fiches/x/`. */
const addressOf = (path: string) => `/${servedAt(path)}`

const same = (one: string, other: string) => spellingOf(one) === spellingOf(other)

const contentOf = (root: Parent, key: 'name' | 'property', value: string) =>
  find(root, ({ name, attribs }) => name === 'meta' && attribs[key] === value)?.attribs['content']

function* headOf(
  { path, root }: SitePage,
  item: Item | undefined,
  { kit, files }: Context,
): Generator<Finding> {
  const place = `Site, ${path}`
  const ownAddress = kit.site.url && absolute(kit.site.url, addressOf(path), kit)
  const hiding = findAll(
    root,
    ({ name, attribs }) => name === 'meta' && /noindex|none/.test(attribs['content'] ?? ''),
  ).filter(({ attribs }) => /^(?:robots|\w*bot)$/i.test(attribs['name'] ?? ''))
  if (isDraft(kit) && hiding.length === 0)
    yield fault(place, 'La page d’une version de travail ne se cache pas des moteurs de recherche.')
  const isMeant = item !== undefined && !isDraft(kit)
  for (const { attribs } of isMeant ? hiding : [])
    yield fault(
      place,
      `La page se cache des moteurs de recherche (${attribs['name']} : ${attribs['content']}).`,
    )
  const picture = contentOf(root, 'property', 'og:image')
  if (ownAddress !== null && hiding.length === 0) {
    const canonical = find(root, ({ name, attribs }) => name === 'link' && attribs['rel'] === 'canonical')
    for (const address of [canonical?.attribs['href'], contentOf(root, 'property', 'og:url')])
      if (address === undefined || sameAddress(address) !== sameAddress(ownAddress))
        yield fault(place, `La page se dit à l’adresse ${address ?? 'de personne'} et non ${ownAddress}.`)
    const alt = contentOf(root, 'property', 'og:image:alt') ?? ''
    const named = item?.kind === 'fiche' ? item.fiche.titre : kit.titre
    if (!same(alt, named))
      yield fault(place, `L’image de partage est décrite par « ${alt} » au lieu de « ${named} ».`)
    const shown = picturePath(item?.kind === 'fiche' ? item.id : null)
    if (!picture?.endsWith(withBase(shown, kit)) || !files.has(shown.slice(1)))
      yield fault(place, `L’image de partage est ${picture ?? 'absente'} au lieu de ${shown}.`)
  }
  const summary = contentOf(root, 'name', 'description') ?? ''
  if (summary.trim() === '') yield fault(place, 'La page n’a pas de résumé.')
  const feed = find(
    root,
    ({ name, attribs }) => name === 'link' && attribs['type'] === 'application/atom+xml',
  )?.attribs['href']
  if (feed !== withBase('/fiches.atom', kit))
    yield fault(place, `Le fil est annoncé à ${feed ?? 'aucune adresse'}.`)
  if (item?.kind !== 'fiche') return
  const titles = [item.fiche.titre, item.fiche.titre_court, titleOf(kit, item)].map(spellingOf)
  const shown = [ownText(find(root, 'title')), contentOf(root, 'property', 'og:title') ?? item.fiche.titre]
  for (const one of shown)
    if (!titles.some(title => spellingOf(one).includes(title)))
      yield fault(place, `La page s’intitule « ${one} » au lieu de « ${item.fiche.titre} ».`)
  for (const text of [summary, contentOf(root, 'property', 'og:description') ?? summary])
    if (!same(text, item.fiche.resume))
      yield fault(place, `Le résumé dit « ${text} » au lieu de « ${item.fiche.resume} ».`)
}

/** The page of a fiche is in the colours of its family, and offers its own PDF. */
function* ofFiche({ path, root }: SitePage, item: Item | undefined): Generator<Finding> {
  if (item?.kind !== 'fiche') return
  const place = `Site, ${path}`
  const { famille, slug } = item.fiche
  const marked = findAll(root, element => /\barticle\b|\bfooter\b/.test(element.name)).flatMap(
    ({ attribs }) => /(?:^|\s)famille-(\S+)/.exec(attribs['class'] ?? '')?.[1] ?? [],
  )
  const files = findAll(root, ({ name, attribs }) => name === 'a' && attribs['download'] !== undefined)
    .map(({ attribs }) => attribs['href'] ?? '')
    .filter(href => /\/\d+-[^/]+\.pdf$/.test(href) && !href.endsWith(`-${slug}.pdf`))
  if (marked.length > 0 && !marked.includes(famille))
    yield fault(place, `La page a les couleurs de la famille « ${marked[0]} » au lieu de « ${famille} ».`)
  for (const href of files) yield fault(place, `La page offre le PDF d’une autre fiche : ${href}.`)
}

/** Ways through a page for who does not see it: one title, named navigations, a first link that leads to the content, and of
 *  the menu only the entry that is open said to be. */
function* landmarksOf({ path, root }: SitePage): Generator<Finding> {
  const place = `Site, ${path}`
  const titles = findAll(root, 'h1').length
  const main = find(root, 'main')
  const first = find(root, 'a')?.attribs['href']
  const ids = new Set([...elementsOf(root)].flatMap(({ attribs }) => attribs['id'] ?? []))
  const here = addressOf(path)
  if (titles !== 1) yield fault(place, `La page a ${count(titles, 'titre')} de premier niveau.`)
  if (!main || first !== `#${main.attribs['id']}`)
    yield fault(place, `Le premier lien mène à ${first ?? 'rien'} et non au contenu.`)
  yield* findAll(root, 'nav')
    .filter(({ attribs }) => !attribs['aria-label'] && !ids.has(attribs['aria-labelledby'] ?? ''))
    .map(() => fault(place, 'Une navigation n’a pas de nom.'))
  if (!find(root, ({ name, attribs }) => name === 'template' && attribs['id'] === 'recherche'))
    yield fault(place, 'La recherche ne s’ouvre pas de cette page.')
  for (const message of faultsOfForms(root)) yield fault(place, message)
  for (const { attribs } of findAll(root, ({ attribs }) => attribs['aria-current'] === 'page').filter(
    ({ attribs }) => !attribs['href']?.endsWith(here),
  ))
    yield fault(place, `Le menu dit que la page ouverte est ${attribs['href']}.`)
  for (const { attribs } of elementsOf(root))
    for (const id of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']
      .flatMap(key => (attribs[key] ?? '').split(/\s+/))
      .filter(id => id !== '' && !ids.has(id)))
      yield fault(place, `Une partie de la page se dit nommée par « ${id} », qui n’y est pas.`)
}

/** A link of the menu or of the foot leads to a page whose title, headings or terms have a word of it; the foot names the publisher, the day and the licence. */
function* footOf(
  { path, root }: SitePage,
  { base, pages }: SiteText,
  { editeur, edition, licence }: Kit,
): Generator<Finding> {
  const around = findAll(root, element => hasClass(element, 'entete') || hasClass(element, 'pied'))
  for (const link of around.flatMap(part => findAll(part, 'a'))) {
    const [address = ''] = (link.attribs['href'] ?? '').split('#')
    // The home page has the kit’s own words; the search opens over the page.
    if (!address.startsWith(base) || address === base || hasClass(link, 'chercher')) continue
    const target = pages.get(`${address.slice(base.length)}index.html`)
    const words = new Set(wordsOf(textOf(link)).filter(word => word.length > 3))
    const headings = findAll(target?.root, ({ name }) => /^(?:h[1-3]|title|dt)$/.test(name)).flatMap(one =>
      wordsOf(one.name === 'title' ? ownText(one) : textOf(one)),
    )
    if (target && words.size > 0 && !headings.some(word => words.has(word)))
      yield fault(`Site, ${path}`, `« ${textOf(link).trim()} » mène à ${address}, qui n’en parle pas.`)
  }
  for (const part of edition.statut === null ? [] : around)
    if (!lettersOf(textOf(part)).includes(lettersOf(edition.statut ?? '')))
      yield fault(
        `Site, ${path}`,
        `La page ne dit pas « ${edition.statut} » ${part.name === 'footer' ? 'au pied' : 'en tête'}.`,
      )
  const foot = around.map(part => lettersOf(textOf(part))).join(' ')
  const terms = `Licence ${licence.nom} ${licence.version ?? ''}`
  for (const text of [editeur.sigle ?? editeur.nom, dateInWords(edition.mois), terms])
    if (foot !== '' && !foot.includes(lettersOf(text)))
      yield fault(`Site, ${path}`, `Le pied de page ne dit pas « ${text} ».`)
}

const MANIFEST = { name: UNSAID, start_url: UNSAID, scope: UNSAID, icons: [{ src: '', sizes: '' }] }

async function* forRobots({ files, read, text }: SiteText, kit: Kit): AsyncGenerator<Finding> {
  const robots = (await text('robots.txt')) ?? ''
  if (/^\s*Disallow:\s*\S/im.test(robots) && !isDraft(kit))
    yield fault('Site, robots.txt', 'Le site se cache des moteurs de recherche.')
  const map = kit.site.url && absolute(kit.site.url, '/sitemap.xml', kit)
  if (map !== null && !robots.includes(`Sitemap: ${map}\n`))
    yield fault('Site, robots.txt', `Le plan du site n’y est pas annoncé (${map}).`)
  const place = 'Site, site.webmanifest'
  const manifest = readJson(place, (await text('site.webmanifest')) ?? '', MANIFEST)
  const wrong = (what: string, said: unknown, wanted: string) =>
    fault(place, `${what} « ${String(said)} » au lieu de « ${wanted} ».`)
  const home = withBase('/', kit)
  if (!same(String(manifest.name), kit.titre)) yield wrong('Le site se nomme', manifest.name, kit.titre)
  for (const address of [manifest.start_url, manifest.scope])
    if (address !== home) yield wrong('Installé, le site s’ouvre à', address, home)
  for (const { src, sizes } of manifest.icons) {
    const path = src.replace(home, '')
    if (!files.has(path)) yield wrong('Installé, le site a l’icône', home + path, 'un fichier du site')
    else if (path.endsWith('.png')) {
      const real = sizeOfPng(`Site, ${path}`, Buffer.from(await read(path)))
      if (real !== sizes) yield wrong(`L’icône ${path} a la taille`, sizes, real)
    }
  }
}

/** « 192x192 », as the picture tells it itself. @throws Unreadable */
function sizeOfPng(place: string, bytes: Buffer): string {
  if (bytes.length < 24) throw new Unreadable(place, new Error('ce n’est pas une image PNG'))
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}
