import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'

/** The files of a kit by their part in it, as paths relative to its folder, with `/`, sorted. */
export type Listing = {
  fiches: string[]
  pages: string[]
  /** Everything below `images/`, `credits.yaml` apart, and other files that a kit may name (an ICC profile). */
  others: Set<string>
  /** `kit.yaml`, `partenaires.yaml`, `sigles.yaml`, `recherche.yaml`, `images/credits.yaml`, `tokens.json`, where they exist. */
  settings: Set<string>
  /** Links that lead out of the folder: told once, never read. */
  outside: string[]
  diagnostics: Diagnostic[]
}

const settings = [
  'kit.yaml',
  'partenaires.yaml',
  'sigles.yaml',
  'recherche.yaml',
  'images/credits.yaml',
  'tokens.json',
]
const pageFolders = ['liminaires', 'annexes']

/** Finds the files of the kit in `dir`, a folder that exists. Names that begin with `.` or `_` are not the kit's. A
 *  link that leads out of the folder is an error, not a file. */
export async function listKit(dir: string): Promise<Listing> {
  const root = await realpath(dir)
  const listing: Listing = {
    fiches: [],
    pages: [],
    others: new Set(),
    settings: new Set(),
    outside: [],
    diagnostics: [],
  }

  async function walk(folder: string): Promise<void> {
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (/^[._]/.test(entry.name) || entry.name === 'node_modules') continue
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`
      const place = { file, line: 1, column: 1 }
      if (entry.isSymbolicLink() && (await leavesFolder(root, file))) {
        listing.outside.push(file)
        const remede = 'Remplacer ce lien par une copie du fichier'
        listing.diagnostics.push(diagnose('chemin-hors-dossier', place, { chemin: file, remede }))
      } else if (entry.isDirectory()) await walk(file)
      else if (await isSpecial(join(root, file))) {
        const cause = 'ce n’est pas un fichier, mais un périphérique, un tube ou une prise'
        listing.diagnostics.push(diagnose('fichier-illisible', place, { cause }))
      } else sortFile(file, entry, listing)
    }
  }

  await walk('')
  return listing
}

function sortFile(file: string, entry: Dirent, listing: Listing): void {
  const [folder = '', ...below] = file.split('/')
  const isMarkdown = file.endsWith('.md')
  if (settings.includes(file)) listing.settings.add(file)
  else if (folder === 'images') listing.others.add(file)
  else if (below.length === 0) {
    if (/^\d+-.*\.md$/.test(file)) {
      ignored(
        listing,
        file,
        'une fiche se range dans le dossier de sa famille',
        'Le déplacer dans un dossier',
      )
    } else if (
      /\.ya?ml$/.test(file) &&
      settings.some(name => name.replace(/\.\w+$/, '') === file.replace(/\.\w+$/, ''))
    ) {
      ignored(
        listing,
        file,
        'son nom doit finir par « .yaml »',
        `Le renommer « ${file.replace(/\.\w+$/, '.yaml')} »`,
      )
    } else listing.others.add(file)
  } else if (/\.nouveau(-\d+)?\.md$/.test(file)) {
    ignored(
      listing,
      file,
      'c’est le texte d’un import, qui attend d’être comparé à la fiche',
      'Reporter dans la fiche ce qui convient, puis le supprimer',
    )
  } else if (isMarkdown && entry.name.toLowerCase() !== 'readme.md') {
    if (pageFolders.includes(folder)) listing.pages.push(file)
    else listing.fiches.push(file)
  } else if (/\.(md|markdown|mdx|docx?|odt|rtf|txt)$/i.test(file) && !isMarkdown) {
    ignored(
      listing,
      file,
      'une fiche est un fichier dont le nom finit par « .md »',
      'Enregistrer le texte dans un fichier .md',
    )
  } else listing.others.add(file)
}

function ignored(listing: Listing, file: string, cause: string, remede: string): void {
  listing.diagnostics.push(diagnose('fichier-ignore', { file, line: 1, column: 1 }, { cause, remede }))
}

/** Whether what stands at `path` is neither file nor folder: a pipe, which never ends, or a device. */
async function isSpecial(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && !found.isFile() && !found.isDirectory()
}

/** Whether the link at `file` leads out of `root`. A link to nothing is left to whoever reads it. */
async function leavesFolder(root: string, file: string): Promise<boolean> {
  try {
    const target = await realpath(join(root, file))
    return target !== root && !target.startsWith(root + sep)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP'))
      return false
    throw error
  }
}
