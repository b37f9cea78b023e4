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
