import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'

/** The bytes of `file`, or why there are none. @throws the fault of a disk */
export function readBytes(dir: string, file: string): Uint8Array | Diagnostic {
  try {
    // At once: the round trips of a promised read cost ten times the read of so small a file.
    return readFileSync(join(dir, file))
  } catch (error) {
    // A dead link, a folder named like a fiche, rights: the author can mend them. Anything else is a fault.
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const cause = unreadable[code]
    if (cause === undefined) throw error
    return diagnose('fichier-illisible', { file, line: 1, column: 1 }, { cause })
  }
}

const unreadable: Record<string, string> = {
  ENOENT: 'lien vers un fichier absent',
  ELOOP: 'liens en boucle',
  EISDIR: "c'est un dossier",
  EACCES: 'droits insuffisants',
  EPERM: 'droits insuffisants',
}
