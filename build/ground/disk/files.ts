import { createHash } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** Reads the code of a disk's fault: `ENOENT`; '' for any other fault. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Returns `absent` where the path does not exist. @throws any other fault */
export const orAbsent = <T, A>(work: Promise<T>, absent: A): Promise<T | A> =>
  work.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return absent
    throw error
  })

/** Describes a file below a folder, by its path relative to it, with `/`. */
type FileBelow = { path: string; kind: 'fichier' | 'lien' | 'autre' }

/** Whatever lies below `dir`, folders apart, sorted by path. Links are listed, not followed.
 *  @throws the disk's fault where a folder is not there, or may not be read */
export function listBelow(dir: string): FileBelow[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => ({
      path: relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
      kind: kindOf(entry),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Lists the files below `dir`, links and special files left out. */
export const listFiles = (dir: string): string[] =>
  listBelow(dir).flatMap(({ path, kind }) => (kind === 'fichier' ? path : []))

const kindOf = (entry: Dirent): FileBelow['kind'] =>
  entry.isFile() ? 'fichier' : entry.isSymbolicLink() ? 'lien' : 'autre'

/** Hashes files and folders below `root`, paths and targets of links included. A missing or unreadable file counts by its
 *  reason.
 *  @param counts chooses the paths below them that count. @throws the disk's fault */
export function hashTree(root: string, names: readonly string[], counts = (_path: string) => true): string {
  const hash = createHash('sha256')
  for (const { path, kind } of names.flatMap(name => entriesOf(root, name, counts))) {
    const content = read(join(root, path), kind)
    hash.update(`${path}\0${kind}\0`)
    hash.update(typeof content === 'string' ? `${content}\0` : `${content.byteLength}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Whatever lies below `name`, by its path from `root`; the path itself when it is no folder. */
function entriesOf(root: string, name: string, counts: (path: string) => boolean): FileBelow[] {
  try {
    return listBelow(join(root, name))
      .filter(({ path }) => counts(path))
      .map(({ path, kind }) => ({ path: `${name}/${path}`, kind }))
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR' || codeOf(error) === 'ENOENT') return [{ path: name, kind: 'fichier' }]
    throw error
  }
}

function read(path: string, kind: FileBelow['kind']): Buffer | string {
  try {
    if (kind === 'autre') return ''
    // At once: the round trips of a promised read cost more than the read of so small a file.
    return kind === 'lien' ? readlinkSync(path) : readFileSync(path)
  } catch (error) {
    if (!UNREADABLE.has(codeOf(error))) throw error
    return codeOf(error)
  }
}

const UNREADABLE = new Set(['ENOENT', 'EACCES', 'EPERM'])

/** SHA-256 in hexadecimal, as `sha256sum` writes it. */
export const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')

/** Writes new files and their folders. @throws EEXIST for an existing file, which stays as it is */
export async function writeNew(dir: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  for (const [file, content] of files) {
    const path = join(dir, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content, { flag: 'wx' })
  }
}

/** Room for the profile of a browser, which starts and never answers where it has none. */
const LEAST_BYTES = 4_000_000

/** The variable that names the folder of temporary files. */
const TEMPORARY = process.platform === 'win32' ? 'TEMP' : 'TMPDIR'

/** Makes a temporary folder `kit-<job>-<pid>-…`, and removes those of killed processes. The scope removes it. */
export async function ownedFolder(job: string): Promise<{ path: string } & AsyncDisposable> {
  const parent = tmpdir()
  const prefix = `kit-${job}-`
  const names = await readdir(parent).catch((cause: unknown) => {
    throw new Error(
      `Le dossier des fichiers temporaires, ${parent}, ne peut pas servir : en donner un autre par la variable ${TEMPORARY}.`,
      { cause },
    )
  })
  for (const name of names) {
    const pid = name.startsWith(prefix) ? Number(/^(\d+)-/.exec(name.slice(prefix.length))?.[1]) : Number.NaN
    if (Number.isNaN(pid) || isRunning(pid)) continue
    // Another user's stays; another command may remove it at the same time.
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => {})
  }
  const { bavail, bsize } = await statfs(parent)
  if (bavail * bsize < LEAST_BYTES)
    throw new Error(
      `Le dossier des fichiers temporaires, ${parent}, est plein : y faire de la place, ou en donner un autre par la variable ${TEMPORARY}.`,
    )
  const path = await mkdtemp(join(parent, `${prefix}${process.pid}-`))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 10 }) }
}

/** Tells whether a process of this number runs, anybody's. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: the process is there, and belongs to somebody else.
    return codeOf(error) === 'EPERM'
  }
}
