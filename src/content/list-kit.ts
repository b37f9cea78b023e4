import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { isForeign } from './is-foreign.ts'
import type { KitFolder } from './kit-folder.ts'
import { declares, ignored, misnamedSetting, settings } from './misnamed.ts'
import { unreadable } from './read-bytes.ts'

/** The files of a kit by their part in it, as paths relative to its folder, with `/`, sorted. */
export type Listing = {
  fiches: string[]
  pages: string[]
  /** Everything below `images/`, `credits.yaml` apart, and other files that a kit may name (an ICC profile). */
  others: Set<string>
  /** `kit.yaml`, `partenaires.yaml`, `sigles.yaml`, `recherche.yaml`, `images/credits.yaml`, `tokens.json`, where they exist. */
  settings: Set<string>
  /** Links that lead out of the folder: reported once, never read. */
  outside: string[]
  diagnostics: Diagnostic[]
}

const pageFolders = ['liminaires', 'annexes']
/** The same folders as people write them. */
const meantFor = (folder: string) =>
  pageFolders.find(name => `${folder.toLowerCase().replace(/s$/, '')}s` === name)

/** Finds the files of a kit; null when there is no such folder. Foreign names are left out. A link that
 *  leads out of the folder is an error, not a file. */
export async function listKit(folder: KitFolder): Promise<Listing | null> {
  const listing: Listing = {
    fiches: [],
    pages: [],
    others: new Set(),
    settings: new Set(),
    outside: [],
    diagnostics: [],
  }

  async function walk(below: string): Promise<boolean> {
    const entries = await folder.list(below)
    if (entries === 'droits') listing.diagnostics.push(unreadable(below, 'droits', 'Le dossier'))
    if (entries === null || entries === 'droits') return entries !== null
    for (const { name, kind } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isForeign(name)) continue
      const file = below === '' ? name : `${below}/${name}`
      const place = { file, line: 1, column: 1 }
      if (kind === 'dehors') {
        listing.outside.push(file)
        const remede = 'Remplacer ce lien par une copie du fichier'
        listing.diagnostics.push(diagnose('chemin-hors-dossier', place, { chemin: file, remede }))
      } else if (kind === 'dossier') {
        if (settings.includes(file)) listing.diagnostics.push(unreadable(file, 'dossier'))
        await walk(file)
      } else if (kind === 'special') {
        const cause = 'ce n’est pas un fichier, mais un périphérique, un tube ou une prise'
        listing.diagnostics.push(diagnose('fichier-illisible', place, { quoi: 'Le fichier', cause }))
      } else sortFile(file, listing, name => declares(textOf(folder, file), name))
    }
    return true
  }

  if (!(await walk(''))) return null
  for (const file of listing.others) {
    const misnamed = misnamedSetting(file, listing.settings)
    if (misnamed) listing.diagnostics.push(misnamed)
  }
  return listing
}

/** The beginning of a text; what cannot be read has none, and is told by whoever reads it. */
function textOf(folder: KitFolder, file: string): string {
  const bytes = folder.read(file)
  return typeof bytes === 'string' ? '' : new TextDecoder().decode(bytes.subarray(0, 2000))
}

/** Whether a kit has this file, whatever its part in it. */
export const holds = ({ fiches, pages, others, settings }: Listing, file: string): boolean =>
  others.has(file) || settings.has(file) || fiches.includes(file) || pages.includes(file)

/** Whether a path leads out of the folder that it is written for. */
export const leavesFolder = (path: string): boolean =>
  /^([/\\]|[A-Za-z]:)/.test(path) || path.split(/[/\\]/).includes('..')

/** @param says whether the front matter of the file has one of these keys */
function sortFile(file: string, listing: Listing, says: (keys: RegExp) => boolean): void {
  const [folder = '', ...below] = file.split('/')
  const isMarkdown = file.endsWith('.md')
  const leave = (cause: string, remede: string) => listing.diagnostics.push(ignored(file, cause, remede))
  if (settings.includes(file)) listing.settings.add(file)
  else if (folder === 'images' || below.length === 0) {
    listing.others.add(file)
    if (isMarkdown && (/^\d+-[^/]*$/.test(file) || says(/^(?:numero|famille|gabarit):/m)))
      leave(
        folder === 'images'
          ? 'images/ n’a que des images et leurs crédits'
          : 'une fiche se range dans le dossier de sa famille',
        folder === 'images' ? 'Le déplacer dans le dossier de sa famille' : 'Le déplacer dans un dossier',
      )
  } else if (/\.nouveau(-\d+)?\.md$/.test(file)) {
    leave(
      'c’est le texte d’un import, qui attend d’être comparé à la fiche',
      'Reporter dans la fiche ce qui convient, puis le supprimer',
    )
  } else if (isMarkdown && below.at(-1)?.toLowerCase() !== 'readme.md') {
    const meant = meantFor(folder)
    if (pageFolders.includes(folder)) listing.pages.push(file)
    else if (meant !== undefined && says(/^gabarit:/m)) {
      listing.pages.push(file)
      const place = { file: folder, line: 1, column: 1 }
      if (!listing.diagnostics.some(({ place: { file: told } }) => told === folder))
        listing.diagnostics.push(diagnose('dossier-mal-nomme', place, { dossier: folder, attendu: meant }))
    } else listing.fiches.push(file)
  } else if (/\.(md|markdown|mdx|docx?|odt|rtf|txt)$/i.test(file) && !isMarkdown) {
    const named = file.replace(/(?:\.md|\.markdown)(?:\.txt)?$/i, '.md')
    leave(
      'une fiche est un fichier dont le nom finit par « .md »',
      named === file ? 'Enregistrer le texte dans un fichier .md' : `Le renommer « ${named} »`,
    )
  } else listing.others.add(file)
}
