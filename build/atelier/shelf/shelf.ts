import { isForeign } from '../../../src/content/kit-folder.ts'

/** Where the files of a kit lie, whatever that is: a local server's folder, a picked one, the browser's own store, a zip. */
export type Shelf = {
  /** What an author calls it. */
  name: string
  /** Every file of the kit, sorted by path. */
  list(): Promise<Listed[]>
  /** @throws Error when there is no such file */
  read(path: string): Promise<Uint8Array>
  /** Writes a file, whole or not at all; null removes it.
   *  @param expected the hash that the writer read last; null: there was no file. When the file has another by now, nothing
   *  is written. @throws Error for a path that no file of a kit has */
  write(path: string, bytes: Uint8Array | null, expected: string | null): Promise<Written>
  /** Tells that files may have changed, whoever changed them. It tells once when it has begun to watch: what changed between
   *  a reading and that moment is told by nothing else. @returns what ends it */
  watch(onChange: () => void): () => void
}

export type Listed = { path: string; hash: string }

/** `hash`: of the file as it stands now; null: there is none. */
export type Written = { state: 'written' | 'changed'; hash: string | null }

/** SHA-256 of a file, in hexadecimal. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether `path` may be a file of a kit: below its folder, in no folder that is not the kit's, under a name that every
 *  system accepts. */
export const isKitPath = (path: string): boolean =>
  isShort(path) && path.split('/').every(name => isKitName(name) && !/[\\:*?"<>|\p{Cc}]|[. ]$/u.test(name))

/** Whether every system can hold a path of this length. */
export const isShort = (path: string): boolean =>
  path.length <= 300 && path.split('/').every(({ length }) => length <= 120)

export const isKitName = (name: string): boolean => name !== '' && !isForeign(name)

/** Whether a file that lies under this path is the kit's: it may have a name that not every system accepts. */
export const isHeldPath = (path: string): boolean =>
  path.split('/').every(name => isKitName(name) && !/[\\\0]/.test(name))

/** @param isThere a file lies there
 *  @throws Error when `path` is none of a kit's */
export function expectKitPath(path: string, isThere: boolean): void {
  if (!isKitPath(path) && !(isThere && isHeldPath(path)))
    throw new Error(`« ${path} » n’est pas le chemin d’un fichier du kit.`)
}

/** Sorted by path, with their hashes. */
export async function listed(files: Iterable<readonly [string, Uint8Array]>): Promise<Listed[]> {
  const list = await Promise.all(
    [...files].map(async ([path, bytes]) => ({ path, hash: await hashOf(bytes) })),
  )
  return list.sort((a, b) => (a.path < b.path ? -1 : 1))
}
