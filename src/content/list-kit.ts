import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { KitFolder } from './kit-folder.ts'

/** The files of a kit by their part in it, as paths relative to its folder, with `/`, sorted. */
export type Listing = {
  fiches: string[]
  pages: string[]
  /** Everything below `images/`, `credits.yaml` apart, and other files that a kit may name (an ICC profile). */
  others: Set<string>
  /** `kit.yaml`, `partenaires.yaml`, `sigles.yaml`, `recherche.yaml`, `questions.yaml`, `images/credits.yaml`, `tokens.json`, where they exist. */
  settings: Set<string>
  /** Links that lead out of the folder: reported once, never read. */
  outside: string[]
  diagnostics: Diagnostic[]
}

const settings = [
  'kit.yaml',
  'partenaires.yaml',
  'sigles.yaml',
  'recherche.yaml',
  'questions.yaml',
  'images/credits.yaml',
  'tokens.json',
]
const pageFolders = ['liminaires', 'annexes']

/** Finds the files of a kit; null when there is no such folder. Names that begin with `.` or `_` are not the kit's. A link that
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
    for (const { name, kind } of entries?.sort((a, b) => (a.name < b.name ? -1 : 1)) ?? []) {
      // What systems and word processors leave beside the files (`~$fiche.md` while Word has it open).
      if (/^(?:[._]|~\$)/.test(name) || name === 'node_modules') continue
      const file = below === '' ? name : `${below}/${name}`
      const place = { file, line: 1, column: 1 }
      if (kind === 'dehors') {
        listing.outside.push(file)
        const remede = 'Remplacer ce lien par une copie du fichier'
        listing.diagnostics.push(diagnose('chemin-hors-dossier', place, { chemin: file, remede }))
      } else if (kind === 'dossier') await walk(file)
      else if (kind === 'special') {
        const cause = 'ce n’est pas un fichier, mais un périphérique, un tube ou une prise'
        listing.diagnostics.push(diagnose('fichier-illisible', place, { cause }))
      } else sortFile(file, listing)
    }
    return entries !== null
  }

  return (await walk('')) ? listing : null
}

function sortFile(file: string, listing: Listing): void {
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
  } else if (isMarkdown && below.at(-1)?.toLowerCase() !== 'readme.md') {
    if (pageFolders.includes(folder)) listing.pages.push(file)
    else listing.fiches.push(file)
  } else if (/\.(md|markdown|mdx|docx?|odt|rtf|txt)$/i.test(file) && !isMarkdown) {
    const named = file.replace(/(?:\.md|\.markdown)(?:\.txt)?$/i, '.md')
    ignored(
      listing,
      file,
      'une fiche est un fichier dont le nom finit par « .md »',
      named === file ? 'Enregistrer le texte dans un fichier .md' : `Le renommer « ${named} »`,
    )
  } else listing.others.add(file)
}

function ignored(listing: Listing, file: string, cause: string, remede: string): void {
  listing.diagnostics.push(diagnose('fichier-ignore', { file, line: 1, column: 1 }, { cause, remede }))
}
