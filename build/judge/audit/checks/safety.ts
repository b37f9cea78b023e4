import { servedAt } from '../../../../src/addresses.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import type { EpubText } from '../read/epub.ts'
import { elementsOf, findAll, type Parent, parseXml } from '../read/html.ts'
import type { PdfText } from '../read/pdf.ts'
import type { SiteText } from '../read/site.ts'
import { isOutside } from '../source/addresses.ts'

/** What an edition does by itself: nothing. A fiche must not bring a script or fetch anything from elsewhere. */
export const safety: AuditCheck = {
  id: 'surete',
  title: 'Aucune édition n’exécute de code venu des fiches ni ne va chercher quoi que ce soit ailleurs',
  async *run({ site, pdf, epub }) {
    const [pages, file, book] = [await site(), await pdf(), await epub()]
    yield* siteFaults(pages)
    yield* actsIn('PDF', file)
    yield* bookFaults(book)
    return `${count(pages.pages.size, 'page')} et ${count(pages.files.size, 'fichier')} du site, ${count(book.files.size, 'fichier')} du livre numérique, actions et pièces jointes du PDF`
  },
}

/** What a PDF does or brings by itself. @param place the file, as a finding names it */
export const actsIn = (place: string, { actions, attachments }: PdfText): Finding[] => [
  ...actions.map(action => fault(place, `Action automatique : ${action}.`)),
  ...attachments.map(name => fault(place, `Fichier joint : ${name}.`)),
]

async function* siteFaults({ pages, atelier, files, base, text }: SiteText): AsyncGenerator<Finding> {
  const tell = (path: string, faults: Iterable<string>) =>
    Array.from(faults, what => fault(`Site, ${path}`, what))
  for (const { path, root } of [...pages.values(), ...atelier.values()]) {
    yield* tell(path, active(root, { scripts: 'from files' }))
    const policies = findAll(root, 'meta')
      .filter(({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy')
      .map(({ attribs }) => attribs['content'] ?? '')
    if (policies.length === 0) yield* tell(path, ['aucune politique de sécurité (CSP)'])
    for (const policy of policies) yield* tell(path, loosened(policy, atelier.has(path) ? inAtelier : {}))
  }
  for (const path of files)
    if (/\.(css|svg)$/.test(path)) yield* tell(path, resource(path, (await text(path)) ?? ''))
  const headers = (await text('_headers')) ?? ''
  for (const [, policy = ''] of headers.matchAll(/^\s*Content-Security-Policy:(.*)$/gm))
    yield* tell('_headers', loosened(policy))
  const sections = sectionsOf(headers)
  yield* tell('_headers', unprotected(sections, base, [...pages.keys()]))
  yield* tell('_headers', stale(sections, base, files))
}

/** Headers that a host must send with every page. */
const HEADERS = [
  'Content-Security-Policy:',
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: no-referrer',
  'Permissions-Policy:',
]

/** Headers of the addresses that fit a pattern, which may end with `*`. */
type Section = { pattern: string; lines: string }

/** @param headers text of `_headers` */
const sectionsOf = (headers: string): Section[] =>
  headers.split(/\n(?=\S)/).map(section => {
    const [pattern = '', ...lines] = section.split('\n')
    return { pattern: pattern.trim(), lines: lines.join('\n') }
  })

const fits = (pattern: string, address: string) =>
  pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : pattern === address

/** Where a host serves a file. */
const addressIn = (base: string, path: string) => `${base}${servedAt(path)}`

/** A file whose name does not change with its content is asked for anew: what was kept of it would stay old. */
function* stale(sections: readonly Section[], base: string, files: ReadonlySet<string>): Generator<string> {
  const lasting = sections.filter(({ lines }) => /Cache-Control:.*(?:immutable|max-age=\d{5,})/.test(lines))
  const cachedForLong = [...files].filter(
    path =>
      !path.startsWith('assets/') && lasting.some(({ pattern }) => fits(pattern, addressIn(base, path))),
  )
  if (cachedForLong[0])
    yield `${cachedForLong[0]} serait gardé longtemps par les navigateurs, qui n’en verraient pas la version suivante (${count(cachedForLong.length, 'fichier')}).`
}

function* unprotected(
  sections: readonly Section[],
  base: string,
  paths: readonly string[],
): Generator<string> {
  for (const header of HEADERS) {
    const sending = sections.filter(({ lines }) => lines.includes(header))
    const bare = paths
      .map(path => addressIn(base, path))
      .filter(address => !sending.some(({ pattern }) => fits(pattern, address)))
    if (bare[0])
      yield `${header.replace(/:.*/, '')} n’est pas envoyé avec ${bare[0]} (${count(bare.length, 'page')}).`
  }
}

/** What the atelier may do and no page of a reader: show the pictures that it holds in memory, and set the sheets. */
const inAtelier: Record<string, readonly string[]> = {
  'img-src': ['blob:', 'data:'],
  'style-src': ["'unsafe-inline'"],
}

/** What a policy allows beyond the site's own files, and what it forgets to forbid. @see CSP3 §6
 *  @param granted sources by directive that may be allowed as well */
function* loosened(
  policy: string,
  granted: Readonly<Record<string, readonly string[]>> = {},
): Generator<string> {
  const directives = policy.split(';').map(directive => directive.trim().split(/\s+/))
  const allowed = /^'(?:none|self|sha(?:256|384|512)-[\w+/=-]+)'$/
  for (const name of ['default-src', 'script-src', 'base-uri', 'form-action'])
    if (!directives.some(([named]) => named === name))
      yield `la politique de sécurité (CSP) ne dit rien de ${name}`
  for (const [name = '', ...sources] of directives)
    for (const source of sources.filter(source => !granted[name]?.includes(source)))
      if (!allowed.test(source) || (name === 'default-src' && source !== "'none'"))
        yield `la politique de sécurité (CSP) autorise ${source} (${name})`
}

function* bookFaults({ files }: EpubText): Generator<Finding> {
  for (const [path, bytes] of files) {
    if (!/\.(?:x?html|css|svg)$/.test(path)) continue
    const text = new TextDecoder().decode(bytes)
    const faults = path.endsWith('html') ? active(parseXml(text), { scripts: 'never' }) : resource(path, text)
    for (const what of faults) yield fault(`Livre numérique, ${path}`, what)
  }
}

/** Elements that fetch by themselves; a link waits for its reader. */
const fetching = new Set([
  'script',
  'img',
  'source',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'track',
  'image',
  'use',
  'input',
])

function* active(root: Parent, { scripts }: { scripts: 'never' | 'from files' }): Generator<string> {
  for (const { name, attribs } of elementsOf(root)) {
    const isOwn = scripts === 'from files' && attribs['src'] !== undefined
    if (name === 'script' && attribs['type'] !== 'application/ld+json' && !isOwn) yield 'script dans la page'
    if (name === 'meta' && /^refresh$/i.test(attribs['http-equiv'] ?? ''))
      yield `renvoi automatique (${attribs['content'] ?? ''})`
    if (name === 'form' && isOutside(attribs['action'] ?? '')) yield `formulaire vers ${attribs['action']}`
    if (name === 'iframe' || name === 'object' || name === 'embed') yield `élément <${name}>`
    for (const [attribute, value] of Object.entries(attribs)) {
      if (/^on/.test(attribute)) yield `attribut ${attribute}`
      if (/^\s*(javascript|vbscript|data:text)/i.test(value)) yield `adresse ${value.slice(0, 40)}`
    }
    // A link says where a page lies, or has the browser fetch, or call, whatever it names.
    const loads =
      fetching.has(name) ||
      (name === 'link' && !/^(?:canonical|alternate|license|author)$/.test(attribs['rel'] ?? ''))
    for (const key of loads ? ['src', 'srcset', 'poster', 'xlink:href', 'href'] : [])
      if (isElsewhere(attribs[key] ?? '')) yield `va chercher ${attribs[key]}`
  }
}

const isElsewhere = (address: string) => isOutside(address) && !address.startsWith('data:')

function* resource(path: string, text: string): Generator<string> {
  for (const [, url, sheet] of text.matchAll(/url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)/g))
    if (isElsewhere(url ?? sheet ?? '')) yield `va chercher ${url ?? sheet}`
  if (path.endsWith('.svg')) yield* active(parseXml(text), { scripts: 'never' })
}
