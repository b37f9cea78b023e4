import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'

/** Why a file of a kit gives no bytes: what its author can mend. Anything else is a fault, and thrown. */
export type Unreadable = 'absent' | 'boucle' | 'dossier' | 'droits'

/** What stands in a folder. `dehors`: a link that leads out of the kit, never followed; `special`: a pipe or a device, which
 *  may never end. */
export type Entry = { name: string; kind: 'fichier' | 'dossier' | 'dehors' | 'special' }

/** The folder of a kit, on a disk or in a browser. Paths are relative to it, with `/`; `''` is the folder itself. */
export type KitFolder = {
  /** Absolute path on a disk; `''` where there is none. */
  dir: string
  /** What `folder` holds, in any order; null when there is no such folder, `droits` when it may not be read. */
  list(folder: string): Promise<Entry[] | null | 'droits'>
  /** The bytes of a file, at once: the round trips of a promised read cost ten times the read of so small a file.
   *  @throws the fault of a disk */
  read(file: string): Uint8Array | Unreadable
}

/** The bytes of `file`, or why there are none. @throws the fault of a disk */
export function readBytes(folder: KitFolder, file: string): Uint8Array | Diagnostic {
  const read = folder.read(file)
  return typeof read === 'string' ? unreadable(file, read) : read
}

/** What is said of a file, or of a folder, that cannot be read. */
export const unreadable = (file: string, why: Unreadable, quoi = 'Le fichier'): Diagnostic =>
  diagnose('fichier-illisible', { file, line: 1, column: 1 }, { quoi, cause: causes[why] })

const causes: Record<Unreadable, string> = {
  absent: 'lien vers un fichier absent',
  boucle: 'liens en boucle',
  dossier: "c'est un dossier",
  droits: 'droits insuffisants',
}
