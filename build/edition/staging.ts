import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { lstat, mkdir, readdir, readlink, realpath, rename as renameFile, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, type Digest, digestOf, isRunning, MANIFEST, orAbsent, roleFolders } from '../ground/index.ts'

/** A folder being filled beside the output; it becomes the output whole, or is removed. */
type Staging = {
  /** Absolute path of the folder to fill. */
  dir: string
  /** Puts the folder in the output's place. */
  commit(): Promise<void>
  /** Removes what has not become the output: the folder, or the former output. */
  [Symbol.asyncDispose](): Promise<void>
}

type Rename = typeof renameFile

/** Windows moves no folder while a program has a file of it open. */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES'])
/** Pauses before another try, in ms: a virus scanner opens what was just written, and lets it go. */
const PAUSES_MS = [50, 200, 1000]

async function renamePatiently(rename: Rename, from: string, to: string): Promise<void> {
  for (const pause of PAUSES_MS)
    try {
      return await rename(from, to)
    } catch (error) {
      if (!HELD.has(codeOf(error))) throw error
      await sleep(pause)
    }
  return rename(from, to)
}

const MARK = '.en-cours-'
const FORMER = '-ancien'

/** Opens a folder beside `place`, on the same file system, to be renamed into its place. For a link, it opens beside the
 *  target, and the link stays.
 *  @throws Error when `place` holds files that no build made: they would be lost */
export async function openStaging(place: string, rename: Rename = renameFile): Promise<Staging> {
  const out = await follow(place)
  await refuseForeign(out)
  const parent = dirname(out)
  await mkdir(parent, { recursive: true })
  await removeOrphans(out)
  const dir = join(parent, `${prefixOf(out)}${process.pid}-${randomUUID().slice(0, 8)}`)
  const former = `${dir}${FORMER}`
  await mkdir(dir)
  // A second Ctrl-C waits for nobody.
  const removeAtExit = () => rmSync(dir, { recursive: true, force: true })
  process.once('exit', removeAtExit)
  return {
    dir,
    async commit() {
      // A folder cannot be renamed onto another: the former output steps aside, and comes back if the second rename fails.
      let had = false
      try {
        had = await isMoved(renamePatiently(rename, out, former))
        await renamePatiently(rename, dir, out)
      } catch (cause) {
        if (had) await rename(former, out)
        const isHeld = HELD.has(codeOf(cause))
        throw Object.assign(
          new Error(
            `Tout est fabriqué, et n’a pas pu prendre la place de ${out}${isHeld ? ' : un programme y tient un fichier ouvert' : ''}.`,
            { cause },
          ),
          isHeld && { code: 'KIT_OUVERT' },
        )
      }
    },
    async [Symbol.asyncDispose]() {
      for (const path of [dir, former]) await rm(path, { recursive: true, force: true, maxRetries: 10 })
      process.off('exit', removeAtExit)
    },
  }
}

/** Names that builds and releases put into their output, and that systems leave in any folder. */
const OWN = new Set([
  ...[MANIFEST, ...roleFolders],
  ...['contenu.json', 'NOUVEAUTES.md', 'LICENCES.md', 'SHA256SUMS'],
  ...['rapport.html', 'rapport.json', 'rapport-visuel.html'],
  ...['.DS_Store', 'Thumbs.db', 'desktop.ini'],
])

async function refuseForeign(out: string): Promise<void> {
  const entries = await list(out)
  const foreign = entries.find(name => !OWN.has(name))
  if (foreign !== undefined || (entries.length > 0 && !entries.includes(MANIFEST)))
    throw new Error(
      `Le dossier ${out} contient autre chose qu’une édition du kit${foreign === undefined ? '' : ` (${foreign})`} : il serait effacé. Déplacer ce qui n’en est pas, ou choisir un autre dossier avec --out.`,
    )
}

const prefixOf = (out: string) => `.${basename(out)}${MARK}`

/** Follows a path; itself where it is no link. A link to nothing leads somewhere too. @throws the disk's fault for links that lead round */
async function follow(path: string): Promise<string> {
  const isLink = (await orAbsent(lstat(path), null))?.isSymbolicLink() ?? false
  if (!isLink) return path
  const real = await orAbsent(realpath(path), null)
  return real ?? follow(resolve(dirname(path), await readlink(path)))
}

/** Removes the folders that builds of `place` left when they were killed outright. One that was killed between its two renames has left
 *  the last good output beside its place: it goes back there. */
export async function removeOrphans(place: string): Promise<void> {
  const out = await follow(place)
  const [parent, prefix] = [dirname(out), prefixOf(out)]
  for (const name of await list(parent)) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN
    if (Number.isNaN(pid) || isRunning(pid)) continue
    if (name.endsWith(FORMER) && !existsSync(out)) await isMoved(renameFile(join(parent, name), out))
    else await rm(join(parent, name), { recursive: true, force: true })
  }
}

const list = (dir: string): Promise<string[]> => orAbsent(readdir(dir), [])

/** Tells whether there was something to move. */
const isMoved = (moving: Promise<void>): Promise<boolean> =>
  orAbsent(
    moving.then(() => true),
    false,
  )

/** Puts a file into the folder of an output that is being filled, once. @param path from the folder, with `/` */
export function putFile(dir: string, path: string, bytes: Uint8Array): Digest {
  const target = join(dir, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, bytes, { flag: 'wx' })
  return digestOf(bytes)
}
