import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { KitFolder, Unreadable } from './kit-folder.ts'

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
