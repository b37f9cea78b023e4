import { servedAt } from '../../../../src/addresses.ts'
import { count, type Finding, fault, verified } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import type { EpubText } from '../read/epub.ts'
import { elementsOf, findAll, type Parent, parseHtml } from '../read/html.ts'
import type { PdfText } from '../read/pdf.ts'
import type { SiteText } from '../read/site.ts'
import { isOutside } from '../source/addresses.ts'

/** What an edition does by itself: nothing. A fiche must not bring a script or fetch anything from elsewhere. */
export const safety: AuditCheck = {
  id: 'surete',
  title: 'Aucune édition n’exécute de code venu des fiches ni ne va chercher quoi que ce soit ailleurs',
  subject: 'ensemble',
  async run({ site, pdf, epub }) {
    const [pages, file, book] = [await site(), await pdf(), await epub()]
    return verified(
      `${count(pages.pages.size, 'page')} et ${count(pages.files.size, 'fichier')} du site, ${count(book.files.size, 'fichier')} du livre numérique, actions et pièces jointes du PDF`,
      [...(await siteFaults(pages)), ...actsIn('PDF', file), ...bookFaults(book)],
    )
  },
}

/** What a PDF does or brings by itself. @param place the file, as a finding names it */
export const actsIn = (place: string, { actions, attachments }: PdfText): Finding[] => [
  ...actions.map(action => fault(place, `Action automatique : ${action}.`)),
  ...attachments.map(name => fault(place, `Fichier joint : ${name}.`)),
]

async function siteFaults({ pages, atelier, files, base, text }: SiteText): Promise<Finding[]> {
  const inPages = [...pages.values(), ...atelier.values()].flatMap(({ path, root }) => {
    const policy = findAll(
      root,
      ({ name, attribs }) => name === 'meta' && attribs['http-equiv'] === 'Content-Security-Policy',
    )
    return [
      ...active(root, { scripts: 'from files' }),
      ...(policy.length === 0 ? ['aucune politique de sécurité (CSP)'] : []),
      ...policy.flatMap(({ attribs }) =>
        loosened(attribs['content'] ?? '', atelier.has(path) ? inAtelier : {}),
      ),
    ].map(what => fault(`Site, ${path}`, what))
  })
  const inStyles: Finding[] = []
  for (const path of files)
    if (/\.(css|svg)$/.test(path))
      for (const what of resource(path, (await text(path)) ?? '')) inStyles.push(fault(`Site, ${path}`, what))
  const headers = (await text('_headers')) ?? ''
  const inHeaders = [...headers.matchAll(/^\s*Content-Security-Policy:(.*)$/gm)].flatMap(([, policy = '']) =>
    loosened(policy).map(what => fault('Site, _headers', what)),
  )
  const sections = sectionsOf(headers)
  return [
    ...inPages,
    ...inStyles,
    ...inHeaders,
    ...unprotected(sections, base, [...pages.keys()]),
    ...stale(sections, base, files),
  ]
}

/** Headers that a host must send with every page. */
const HEADERS = [
  'Content-Security-Policy:',
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: no-referrer',
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
function* stale(sections: readonly Section[], base: string, files: ReadonlySet<string>): Generator<Finding> {
  const lasting = sections.filter(({ lines }) => /Cache-Control:.*(?:immutable|max-age=\d{5,})/.test(lines))
  const cachedForLong = [...files].filter(
    path =>
      !path.startsWith('assets/') && lasting.some(({ pattern }) => fits(pattern, addressIn(base, path))),
  )
  if (cachedForLong[0])
    yield fault(
      'Site, _headers',
      `${cachedForLong[0]} serait gardé longtemps par les navigateurs, qui n’en verraient pas la version suivante (${count(cachedForLong.length, 'fichier')}).`,
    )
}

function unprotected(sections: readonly Section[], base: string, paths: readonly string[]): Finding[] {
  return HEADERS.flatMap(header => {
    const bare = paths
      .map(path => addressIn(base, path))
      .filter(
        address => !sections.some(({ pattern, lines }) => fits(pattern, address) && lines.includes(header)),
      )
    return bare[0]
      ? [
          fault(
            'Site, _headers',
            `${header.replace(/:.*/, '')} n’est pas envoyé avec ${bare[0]} (${count(bare.length, 'page')}).`,
          ),
        ]
      : []
  })
}

/** What the atelier may do and no page of a reader: show the pictures that it holds in memory, and set the sheets. */
const inAtelier: Record<string, readonly string[]> = {
  'img-src': ['blob:', 'data:'],
  'style-src': ["'unsafe-inline'"],
}

/** What a policy allows beyond the site's own files, and what it forgets to forbid. @see CSP3 §6
 *  @param granted sources by directive that may be allowed as well */
function loosened(policy: string, granted: Readonly<Record<string, readonly string[]>> = {}): string[] {
  const directives = policy.split(';').map(directive => directive.trim().split(/\s+/))
  const named = new Set(directives.map(([name]) => name))
  const allowed = /^'(?:none|self|sha(?:256|384|512)-[\w+/=-]+)'$/
  return [
    ...['default-src', 'script-src', 'base-uri', 'form-action']
      .filter(name => !named.has(name))
      .map(name => `la politique de sécurité (CSP) ne dit rien de ${name}`),
    ...directives.flatMap(([name = '', ...sources]) =>
      sources
        .filter(source => !granted[name]?.includes(source))
        .filter(source => !allowed.test(source) || (name === 'default-src' && source !== "'none'"))
        .map(source => `la politique de sécurité (CSP) autorise ${source} (${name})`),
    ),
  ]
}

function bookFaults({ files }: EpubText): Finding[] {
  const decoder = new TextDecoder()
  return [...files].flatMap(([path, bytes]) => {
    const text = () => decoder.decode(bytes)
    if (/\.x?html$/.test(path))
      return active(parseHtml(text(), { xml: true }), { scripts: 'never' }).map(what =>
        fault(`Livre numérique, ${path}`, what),
      )
    return /\.(css|svg)$/.test(path)
      ? resource(path, text()).map(what => fault(`Livre numérique, ${path}`, what))
      : []
  })
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

function active(root: Parent, { scripts }: { scripts: 'never' | 'from files' }): string[] {
  return [...elementsOf(root)].flatMap(({ name, attribs }) => {
    const dangers: string[] = []
    if (
      name === 'script' &&
      attribs['type'] !== 'application/ld+json' &&
      (scripts === 'never' || attribs['src'] === undefined)
    )
      dangers.push('script dans la page')
    if (name === 'meta' && /^refresh$/i.test(attribs['http-equiv'] ?? ''))
      dangers.push(`renvoi automatique (${attribs['content'] ?? ''})`)
    if (name === 'form' && isOutside(attribs['action'] ?? ''))
      dangers.push(`formulaire vers ${attribs['action']}`)
    if (name === 'iframe' || name === 'object' || name === 'embed') dangers.push(`élément <${name}>`)
    for (const [attribute, value] of Object.entries(attribs)) {
      if (/^on/.test(attribute)) dangers.push(`attribut ${attribute}`)
      if (/^\s*(javascript|vbscript|data:text)/i.test(value)) dangers.push(`adresse ${value.slice(0, 40)}`)
    }
    // A link says where a page lies, or has the browser fetch, or call, whatever it names.
    const loads =
      fetching.has(name) ||
      (name === 'link' && !/^(?:canonical|alternate|license|author)$/.test(attribs['rel'] ?? ''))
    for (const address of [
      attribs['src'],
      attribs['srcset'],
      attribs['poster'],
      attribs['xlink:href'],
      loads ? attribs['href'] : undefined,
    ])
      if (loads && address !== undefined && isOutside(address) && !address.startsWith('data:'))
        dangers.push(`va chercher ${address}`)
    return dangers
  })
}

function resource(path: string, text: string): string[] {
  const fetched = [...text.matchAll(/url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)/g)].map(
    ([, url, sheet]) => url ?? sheet ?? '',
  )
  const outside = fetched
    .filter(address => isOutside(address) && !address.startsWith('data:'))
    .map(address => `va chercher ${address}`)
  return path.endsWith('.svg')
    ? [...outside, ...active(parseHtml(text, { xml: true }), { scripts: 'never' })]
    : outside
}
