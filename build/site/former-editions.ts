import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kit } from '../../src/kit/index.ts'
import {
  attributeOf,
  changed,
  elementsOf,
  escapeXml,
  hasClass,
  insert,
  type TextEdit,
} from '../../src/problems/index.ts'
import { absolute, servedAt, withBase } from '../../src/text/index.ts'
import { type Bundle, bundleOf, MANIFEST, type Manifest, readFolder, SITE } from '../ground/index.ts'
import type { FormerEdition } from '../pages/index.ts'
import { leadOn } from './machine-files.ts'
import { offeredAs } from './site-documents.ts'

/** The sites of editions that went before, each file under its place in the site of today: `editions/2026/index.html`. */
export type FormerSites = { editions: readonly FormerEdition[]; files: Bundle }

const LIST = 'editions/liste.json'

/** What the site of today alone has: settings of hosts, and what is read at the address of a fiche wherever it is kept. */
const ofToday =
  /^(?:editions|integrer|partage|atelier)\/|^(?:_headers|_redirects|\.htaccess|\.nojekyll|robots\.txt|sitemap\.xml|fiches\.atom)$/

/** Takes the former editions out of a release, and the release itself when it is another year's.
 *  @param dir folder of a release. @param isAsked false: of the release, only the editions before it. @throws Error when there is no release */
export function readFormerSites(
  dir: string,
  { edition, site: { base } }: Kit,
  isAsked: boolean,
): FormerSites {
  const [folder, list] = [join(dir, SITE), join(dir, MANIFEST)]
  if (!existsSync(folder) || !existsSync(list)) {
    if (!isAsked) return { editions: [], files: {} }
    throw new Error(`--archive : ${dir} ne contient pas de livraison (${MANIFEST} et ${SITE}/).`)
  }
  const { kit, date, artefacts } = JSON.parse(readFileSync(list, 'utf8')) as Manifest
  const site = readFolder(folder)
  const entries = Object.entries(site)
  const earlier = entries.filter(([path]) => path.startsWith('editions/') && path !== LIST)
  const known = site[LIST] ? (JSON.parse(textOf(site[LIST])) as FormerEdition[]) : []
  if (!isAsked || kit.annee === edition.annee) return { editions: known, files: Object.fromEntries(earlier) }
  const { start_url: from } = JSON.parse(textOf(site['site.webmanifest'])) as { start_url: string }
  const to = `editions/${kit.annee}/`
  const moved = entries
    .filter(([path]) => !ofToday.test(path))
    .map(([path, bytes]) => [to + path, relocated(path, bytes, { from, base, to })] as const)
  const fichiers = artefacts
    .filter(({ role }) => role === 'pdf-ecran' || role === 'epub')
    .map(({ role, path, bytes }) => ({ role, path: to + offeredAs(path), bytes }))
  return {
    editions: [{ annee: kit.annee, titre: kit.titre, mois: date.slice(0, 7), fichiers }, ...known],
    files: Object.fromEntries([...moved, ...earlier]),
  }
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

/** Writes a file of a site for its new folder. Style sheets and scripts name each other; pages name all from the base. */
function relocated(
  path: string,
  bytes: Uint8Array,
  { from, base, to }: Record<'from' | 'base' | 'to', string>,
): Uint8Array {
  const move = (address: string) => {
    if (!address.startsWith(from) || address.startsWith('//')) return address
    const inside = address.slice(from.length)
    return base + (ofToday.test(inside) ? inside : to + inside)
  }
  const text = textOf(bytes)
  if (path === 'site.webmanifest') {
    const places = (key: string, value: unknown) =>
      /^(?:id|start_url|scope|src)$/.test(key) ? move(String(value)) : value
    return encode(JSON.stringify(JSON.parse(text), places, 1))
  }
  if (!path.endsWith('.html') || path.startsWith('telechargements/')) return bytes
  const edits = elementsOf(text).flatMap(({ attributes }) =>
    [...attributes].flatMap(([name, { value, start, end }]): TextEdit[] => {
      const [, before = '', address = ''] =
        (name === 'content' ? /^(\d+; url=)(.*)$/ : /^()(\/.*)$/).exec(value) ?? []
      const written = `${name}="${escapeXml(before + move(address))}"`
      return address === move(address) || name === 'alt' || name === 'title'
        ? []
        : [{ start, end, text: written }]
    }),
  )
  return encode(changed(text, edits))
}

const encode = (text: string) => new TextEncoder().encode(text)

/** The files of former editions in the site of today: each page says that it is former, and leads to today's. The address of a page
 *  that went leads to the last edition that has it: codes printed on paper stay true. @param today paths of the site of today */
export function formerFiles({ editions, files }: FormerSites, kit: Kit, today: ReadonlySet<string>): Bundle {
  if (editions.length === 0) return {}
  const texts: Record<string, string> = { [LIST]: JSON.stringify(editions) }
  for (const { annee } of editions) {
    const folder = `editions/${annee}/`
    for (const path of Object.keys(files).filter(path => path.startsWith(folder) && path.endsWith('.html'))) {
      const own = path.slice(folder.length)
      if (own.startsWith('telechargements/')) continue
      const isThere = today.has(own)
      texts[path] = withNotice(textOf(files[path]), annee, isThere ? servedAt(own) : null, kit)
      if (!isThere) texts[own] ??= leadOn(withBase(`/${servedAt(path)}`, kit))
    }
  }
  return { ...files, ...bundleOf(texts) }
}

/** @param page its page of today, inside the site; null: there is none */
function withNotice(html: string, annee: number, page: string | null, kit: Kit): string {
  const elements = elementsOf(html)
  const [head, header] = ['head', 'header'].map(name => elements.find(element => element.name === name))
  if (!head || !header || !hasClass(header, 'entete')) return html
  const former = elements.filter(
    element => hasClass(element, 'edition-ancienne') || attributeOf(element, 'rel') === 'canonical',
  )
  const path = `/${page ?? ''}`
  const address = kit.site.url ? absolute(kit.site.url, path, kit) : withBase(path, kit)
  const hidden =
    page === null && !/<meta name="robots"/.test(html) ? '<meta name="robots" content="noindex">\n' : ''
  const words =
    page === null ? 'Ouvrir l’édition d’aujourd’hui' : 'Lire cette page dans l’édition d’aujourd’hui'
  const notice = `<p class="etat-kit edition-ancienne"><span class="cadre">Édition ${annee}, ancienne. <a href="${withBase(path, kit)}">${words}</a></span></p>\n`
  return changed(html, [
    ...former.map(({ start, end }) => ({ start, end, text: '' })),
    insert(head.outside, `${hidden}<link rel="canonical" href="${address}">\n`),
    insert(header.outside, notice),
  ])
}
