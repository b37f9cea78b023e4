import { diagnose, type Problem, topOf } from '../problems/index.ts'
import { refusalByWindows } from '../text/index.ts'

/** Why a file of a kit gives no bytes: what its author can mend. Anything else is a fault, and thrown. */
export type Unreadable = 'absent' | 'boucle' | 'dossier' | 'droits'

/** An entry of a folder. `dehors`: a link that leads out of the kit, never followed; `special`: a pipe or a device, which
 *  may never end. */
export type FolderEntry = { name: string; kind: 'fichier' | 'dossier' | 'dehors' | 'special' }

/** The folder of a kit, on a disk or in a browser. Paths are relative to it, with `/`; `''` is the folder itself. */
export type KitFolder = {
  /** Absolute path on a disk; `''` where there is none. */
  dir: string
  /** Lists `folder`, in any order; null when there is no such folder, `droits` when it may not be read. */
  list(folder: string): Promise<FolderEntry[] | null | 'droits'>
  /** The bytes of a file, at once: the round trips of a promised read cost ten times the read of so small a file.
   *  @throws the fault of a disk */
  read(file: string): Uint8Array | Unreadable
  /** Tells whether all pixels of a photograph can be read. Absent where nothing reads them before they are shown. */
  isDrawable?(photograph: Uint8Array): Promise<boolean>
}

/** The bytes of `file`, or why there are none. @throws the fault of a disk */
export function readBytes(folder: KitFolder, file: string): Uint8Array | Problem {
  const read = folder.read(file)
  return typeof read === 'string' ? unreadable(file, read) : read
}

/** Reports a file or folder that cannot be read. */
export const unreadable = (file: string, why: Unreadable, quoi = 'Le fichier'): Problem =>
  diagnose('fichier-illisible', topOf(file), { quoi, cause: causes[why] })

const causes: Record<Unreadable, string> = {
  absent: 'lien vers un fichier absent',
  boucle: 'liens en boucle',
  dossier: "c'est un dossier",
  droits: 'droits insuffisants',
}

/** A kit whose files are in memory, by path: a browser's, or a test's. There is no folder without a file in it. */
export function memoryFolder(files: ReadonlyMap<string, Uint8Array>): KitFolder {
  return {
    dir: '',
    list: async folder => {
      const start = folder === '' ? '' : `${folder}/`
      const entries = new Map<string, FolderEntry['kind']>()
      for (const path of files.keys()) {
        if (!path.startsWith(start)) continue
        const [name = '', ...below] = path.slice(start.length).split('/')
        entries.set(name, below.length > 0 ? 'dossier' : 'fichier')
      }
      return entries.size === 0 ? null : [...entries].map(([name, kind]) => ({ name, kind }))
    },
    read: file => files.get(file) ?? 'absent',
  }
}

/** Tells of names left by systems, git and word processors: Word writes `~$fiche.md` while `fiche.md` is open. */
export const isForeign = (name: string): boolean => /^(?:[._]|~\$)/.test(name) || name === 'node_modules'

/** The files of a kit by their part in it, as paths relative to its folder, with `/`, sorted. */
export type Listing = {
  fiches: string[]
  pages: string[]
  /** Threads of reviewers: `relectures/x.yaml`, of the fiche whose slug is x. */
  reviews: string[]
  /** Everything below `images/`, `credits.yaml` apart, and other files that a kit may name (an ICC profile). */
  others: Set<string>
  /** `kit.yaml`, `partenaires.yaml`, `sigles.yaml`, `recherche.yaml`, `images/credits.yaml`, `tokens.json`, where they exist. */
  settings: Set<string>
  /** Links that lead out of the folder: reported once, never read. */
  outside: string[]
  problems: Problem[]
}

/** The files of settings of a kit. */
const settings = [
  'kit.yaml',
  'partenaires.yaml',
  'sigles.yaml',
  'recherche.yaml',
  'images/credits.yaml',
  'tokens.json',
]

/** `kit.yml`, `sigle.yaml`, `credits (1).yaml`: most probably meant to be one of them. */
const nearSetting =
  /^(?:images\/)?(?:kit|partenaire|sigle|recherche|question|credit|token)s?\b[^/]*\.(?:ya?ml|json)(?:\.txt)?$/i

const pageFolders = ['liminaires', 'annexes']

/** Finds the files of a kit; null when there is no such folder. Foreign names are left out. A link that
 *  leads out of the folder is an error, not a file. */
export async function listKit(folder: KitFolder): Promise<Listing | null> {
  const listing: Listing = {
    fiches: [],
    pages: [],
    reviews: [],
    others: new Set(),
    settings: new Set(),
    outside: [],
    problems: [],
  }

  async function walk(below: string): Promise<boolean> {
    const entries = await folder.list(below)
    if (entries === 'droits') listing.problems.push(unreadable(below, 'droits', 'Le dossier'))
    if (entries === null || entries === 'droits') return entries !== null
    const byPlainName = new Map<string, string>()
    // A copy of the kit, or the kit itself one folder below.
    if (below !== '' && entries.some(({ name, kind }) => name === 'kit.yaml' && kind === 'fichier')) {
      const remedy = listing.settings.has('kit.yaml')
        ? 'Le ranger hors du kit'
        : `Donner ce dossier-là : --fiches …/${below}`
      listing.problems.push(diagnose('kit-imbrique', topOf(`${below}/kit.yaml`), { remedy }))
      return true
    }
    for (const { name, kind } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isForeign(name)) continue
      const file = below === '' ? name : `${below}/${name}`
      const place = topOf(file)
      const twin = byPlainName.get(name.normalize().toLowerCase())
      byPlainName.set(name.normalize().toLowerCase(), name)
      const cause =
        refusalByWindows(name) ?? (twin && `sous Windows et sur un Mac, c’est le même nom que « ${twin} »`)
      if (cause) listing.problems.push(diagnose('nom-refuse', place, { cause }))
      if (kind === 'dehors') {
        listing.outside.push(file)
        const remedy = 'Remplacer ce lien par une copie du fichier'
        listing.problems.push(diagnose('chemin-hors-dossier', place, { chemin: file, remedy }))
      } else if (kind === 'dossier') {
        if (settings.includes(file) || file.endsWith('.md'))
          listing.problems.push(unreadable(file, 'dossier'))
        await walk(file)
      } else if (kind === 'special') {
        const cause = 'ce n’est pas un fichier, mais un périphérique, un tube ou une prise'
        listing.problems.push(diagnose('fichier-illisible', place, { quoi: 'Le fichier', cause }))
      } else sortFile(file, listing)
    }
    return true
  }

  return (await walk('')) ? listing : null
}

/** Tells of a file in the kit, whatever its part there. */
export const holds = ({ fiches, pages, reviews, others, settings }: Listing, file: string): boolean =>
  others.has(file) || settings.has(file) || [fiches, pages, reviews].some(list => list.includes(file))

/** Tells of a path that leads out of its folder. */
export const leavesFolder = (path: string): boolean =>
  /^([/\\]|[A-Za-z]:)/.test(path) || path.split(/[/\\]/).includes('..')

function sortFile(file: string, listing: Listing): void {
  const [folder = '', ...below] = file.split('/')
  const isMarkdown = file.endsWith('.md')
  const tell = (code: 'fichier-ignore' | 'texte-egare') => (cause: string, remedy: string) =>
    listing.problems.push(diagnose(code, topOf(file), { cause, remedy }))
  const [ignore, lose] = [tell('fichier-ignore'), tell('texte-egare')]
  if (settings.includes(file)) listing.settings.add(file)
  else if (/^relectures\/[^/]+\.yaml$/.test(file)) listing.reviews.push(file)
  else if (folder === 'relectures' && file.endsWith('.docx'))
    ignore(
      'une relecture se reprend par « kit import » ou par l’atelier',
      'La reprendre, puis la ranger hors du kit',
    )
  else if (folder === 'images' || below.length === 0) {
    listing.others.add(file)
    // Notes about the folder have names in capitals: LISEZ-MOI.md.
    if (isMarkdown && /^(?:images\/\d+-[^/]*|(?![Rr]eadme\.)[^/]*[a-zà-ÿ][^/]*)\.md$/.test(file))
      lose(
        'une fiche se range dans le dossier de sa famille',
        'Le déplacer dans ce dossier ; une page, dans liminaires/ ou annexes/',
      )
    if (nearSetting.test(file))
      ignore(`le kit lit ${settings.join(', ')}`, 'Le renommer, s’il en est un, ou le supprimer')
  } else if (/\.nouveau(-\d+)?\.md$/.test(file)) {
    ignore(
      'c’est le texte d’un import, qui attend d’être comparé à la fiche',
      'Reporter dans la fiche ce qui convient, puis le supprimer',
    )
  } else if (isMarkdown && below.at(-1)?.toLowerCase() !== 'readme.md') {
    if (pageFolders.includes(folder)) listing.pages.push(file)
    else if (/^(?:liminaire|annexe)s?$/i.test(folder))
      lose('les pages se rangent dans liminaires/ et annexes/', 'Renommer le dossier')
    else listing.fiches.push(file)
  } else if (/\.(md|markdown|mdx|docx?|odt|rtf|txt)$/i.test(file) && !isMarkdown) {
    const named = file.replace(/(?:\.md|\.markdown)(?:\.txt)?$/i, '.md')
    const cause = 'une fiche est un fichier dont le nom finit par « .md »'
    if (named === file) ignore(cause, 'Enregistrer le texte dans un fichier .md')
    else lose(cause, `Le renommer « ${named} »`)
  } else listing.others.add(file)
}
