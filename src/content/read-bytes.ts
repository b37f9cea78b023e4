import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { KitFolder, Unreadable } from './kit-folder.ts'

/** The bytes of `file`, or why there are none. @throws the fault of a disk */
export function readBytes(folder: KitFolder, file: string): Uint8Array | Diagnostic {
  const read = folder.read(file)
  return typeof read === 'string'
    ? diagnose('fichier-illisible', { file, line: 1, column: 1 }, { cause: causes[read] })
    : read
}

const causes: Record<Unreadable, string> = {
  absent: 'lien vers un fichier absent',
  boucle: 'liens en boucle',
  dossier: "c'est un dossier",
  droits: 'droits insuffisants',
}
