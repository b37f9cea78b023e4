import { isForeign } from '../../../src/kit/index.ts'
import { refusalByWindows } from '../../../src/text/index.ts'

/** Stores the files of a kit: a local server's folder, a picked one, the browser's own store, a zip. */
export type Shelf = {
  /** Its name for an author. */
  name: string
  /** Set where files go with the page: only a download keeps them. */
  isFleeting?: true
  /** Every file of the kit, sorted by path. */
  list(): Promise<FileHash[]>
  /** @throws Error when there is no such file */
  read(path: string): Promise<Uint8Array>
  /** Writes a file, whole or not at all; null removes it. Writes nothing when the file's hash differs from `expected` (null:
   *  no file).
   *  @throws Error for a path that no file of a kit has */
  write(path: string, bytes: Uint8Array | null, expected: string | null): Promise<WriteResult>
  /** Watches for changes, and calls once at the start for earlier ones. `onFault`: the shelf does not answer, in French; null: it does
   *  again. @returns the function that ends it */
  watch(onChange: () => void, onFault?: (text: string | null) => void): () => void
}

export type FileHash = { path: string; hash: string }

/** `hash`: of the file as it stands now; null: there is none. */
export type WriteResult = { state: 'written' | 'changed'; hash: string | null }

export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Tells whether `path` may be a file of a kit, under names that every system accepts. */
const isKitPath = (path: string): boolean =>
  isShort(path) && path.split('/').every(name => isKitName(name) && refusalByWindows(name) === null)

/** Tells whether every system can hold a path of this length. */
export const isShort = (path: string): boolean =>
  path.length <= 300 && path.split('/').every(({ length }) => length <= 120)

export const isKitName = (name: string): boolean => name !== '' && !isForeign(name)

/** Tells of a kit's file that exists under this path: its name may be one that some systems refuse. */
export const isHeldPath = (path: string): boolean =>
  path.split('/').every(name => isKitName(name) && !/[\\\0]/.test(name))

/** @throws Error when `path` is none of a kit's. `isThere`: a file lies there */
export function expectKitPath(path: string, isThere: boolean): void {
  if (!isKitPath(path) && !(isThere && isHeldPath(path)))
    throw new Error(`« ${path} » n’est pas le chemin d’un fichier du kit.`)
}

export async function listed(files: Iterable<readonly [string, Uint8Array]>): Promise<FileHash[]> {
  const list = await Promise.all(
    [...files].map(async ([path, bytes]) => ({ path, hash: await hashOf(bytes) })),
  )
  return list.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A kit in memory: a zip that was opened, a single file, a test. `files` is what stands there now. */
export function memoryShelf(name: string, files: Map<string, Uint8Array>): Shelf {
  const watchers = new Set<() => void>()
  return {
    name,
    isFleeting: true,
    list: () => listed(files),
    async read(path) {
      const bytes = files.get(path)
      if (!bytes) throw new Error(`${path} n’existe pas.`)
      return bytes
    },
    async write(path, bytes, expected) {
      expectKitPath(path, files.has(path))
      const former = files.get(path)
      const hash = former ? await hashOf(former) : null
      if (hash !== expected) return { state: 'changed', hash }
      if (bytes === null) files.delete(path)
      else files.set(path, bytes.slice())
      for (const tell of watchers) tell()
      return { state: 'written', hash: bytes && (await hashOf(bytes)) }
    },
    watch(onChange) {
      watchers.add(onChange)
      queueMicrotask(onChange)
      return () => watchers.delete(onChange)
    },
  }
}
