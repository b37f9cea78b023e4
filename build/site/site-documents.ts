import { constants, copyFileSync, linkSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Kit, rubriquesOf } from '../../src/kit/index.ts'
import type { SearchDocument } from '../../src/search/index.ts'
import { hasUse, readSitePages } from '../pages/index.ts'

export type Offered = Pick<Download, 'role' | 'path'>

/** Downloads that readers look for: role → name, and words that they type. */
const downloadNames: Readonly<Record<string, readonly [titre: string, mots: string]>> = {
  'pdf-ecran': [
    'Le kit en PDF',
    'PDF, télécharger, téléchargement, kit entier, en entier, kit complet, intégral, imprimer, impression, version papier, version imprimée, version à imprimer, brochure, livret, guide, document, fichier',
  ],
  'pdf-gros-caracteres': [
    'Le kit en gros caractères',
    'PDF, gros caractères, grands caractères, malvoyant, basse vision, accessible, lisible, télécharger, téléchargement',
  ],
  epub: ['Le livre numérique', 'EPUB, ebook, liseuse, Kindle, tablette, télécharger, téléchargement'],
}

/** The pages that the site has of its own, as one may ask for them, and the files to download. */
export function siteDocuments(kit: Kit, downloads: readonly Offered[]): SearchDocument[] {
  const files = downloads.flatMap(({ role, path }): SearchDocument[] => {
    const file = downloadNames[role]
    if (!file) return []
    const [titre, mots] = file
    const texte = `${kit.titre}, le fichier à télécharger.`
    return [documentOf(offeredAs(path), 'Fichier à télécharger', { titre, mots, texte })]
  })
  const roles = new Set(downloads.map(({ role }) => role))
  const rubriques = rubriquesOf(kit)
  const pages = readSitePages().flatMap(page => {
    const { path, recherche } = page
    if (!recherche || !hasUse(page, roles, rubriques)) return []
    const [texte, mots] = [withValues(recherche.texte, kit), withValues(recherche.mots, kit)]
    return documentOf(path.slice(1), 'Page du site', { ...recherche, texte, mots })
  })
  return [...files, ...pages]
}

const documentOf = (
  adresse: string,
  genre: string,
  { titre, mots, texte }: { titre: string; mots: string; texte: string },
): SearchDocument => ({
  adresse,
  genre,
  parties: [{ genre: 'page', titre, mots: mots.split(', '), texte }],
})

/** `les crédits de {{ kit.titre }}`; a value that the kit lacks goes with the comma before it. */
const withValues = (text: string, kit: Kit): string =>
  text.replace(/(, )?\{\{ kit\.([\w.]+) \}\}/g, (_, comma = '', keys: string) => {
    const value = keys.split('.').reduce<unknown>((of, key) => of && Reflect.get(Object(of), key), kit)
    return value ? `${comma}${value}` : ''
  })

/** A file that the site offers to download; `path` is relative to the output. */
export type Download = { role: string; path: string; bytes: number }

/** Gives the path inside the site under which it offers the file `path` of the output. */
export const offeredAs = (path: string): string => `telechargements/${basename(path)}`

/** Links files of the output `root` into the site `dir`. They weigh as much as the rest of the kit, so they are not stored
 *  twice; disks without hard links get copies. @throws Error when a file is missing, or two have one name */
export function offerDownloads(dir: string, root: string, files: readonly Pick<Download, 'path'>[]): void {
  for (const { path } of files) {
    const target = join(dir, offeredAs(path))
    mkdirSync(dirname(target), { recursive: true })
    try {
      linkSync(join(root, path), target)
    } catch {
      // Some disks know one name for a file only. A copy does as well, and tells what is wrong if it is something else.
      copyFileSync(join(root, path), target, constants.COPYFILE_EXCL)
    }
  }
}
