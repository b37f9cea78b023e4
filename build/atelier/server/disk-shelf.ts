import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readFile, realpath, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { oneByOne } from '../../../src/text/index.ts'
import { diskFolder, followFolder, orAbsent } from '../../ground/index.ts'
import { expectKitPath, hashOf, isKitName, listed, type Shelf } from '../shelf/shelf.ts'

/** The folder of a kit on a disk. Links in it are neither followed nor written over. */
export function diskShelf(dir: string, name: string): Shelf {
  const folder = diskFolder(dir)
  const inTurn = oneByOne()

  async function filesBelow(below: string): Promise<[string, Uint8Array][]> {
    const entries = await folder.list(below)
    const files = await Promise.all(
      (entries === 'droits' ? [] : (entries ?? []))
        .filter(entry => isKitName(entry.name))
        .map(async ({ name, kind }): Promise<[string, Uint8Array][]> => {
          const path = below === '' ? name : `${below}/${name}`
          if (kind === 'dossier') return filesBelow(path)
          const bytes = kind === 'fichier' ? folder.read(path) : 'dehors'
          return typeof bytes === 'string' ? [] : [[path, bytes]]
        }),
    )
    return files.flat()
  }

  /** Finds the file on the disk. @throws Error when a link on the way leads elsewhere */
  async function placeOf(path: string): Promise<string> {
    expectKitPath(path, true)
    const root = await realpath(dir)
    const target = join(root, path)
    let parent = dirname(target)
    while (parent !== root && !(await lstat(parent).catch(() => null))) parent = dirname(parent) // made when it is written
    const real = await realpath(parent)
    if (real !== parent || (real !== root && !real.startsWith(root + sep))) throw outside(path)
    const stats = await lstat(target).catch(() => null) // not there yet
    if (stats && !stats.isFile()) throw outside(path)
    expectKitPath(path, stats !== null)
    return target
  }

  async function write(...[path, bytes, expected]: Parameters<Shelf['write']>): ReturnType<Shelf['write']> {
    const target = await placeOf(path)
    const former = await orAbsent(readFile(target), null)
    const hash = former && (await hashOf(former))
    if (hash !== expected) return { state: 'changed', hash }
    if (bytes === null) {
      if (hash !== null) await unlink(target)
      return { state: 'written', hash: null }
    }
    await mkdir(dirname(target), { recursive: true })
    const beside = join(dirname(target), `.atelier-${randomUUID()}`)
    try {
      await writeFile(beside, bytes, { flag: 'wx' })
      await rename(beside, target)
    } finally {
      await rm(beside, { force: true })
    }
    return { state: 'written', hash: await hashOf(bytes) }
  }

  return {
    name,
    list: async () => listed(await filesBelow('')),
    async read(path) {
      return new Uint8Array(await readFile(await placeOf(path)))
    },
    // One after another: between the look at a file and its writing no other writing of ours comes.
    write: (...args) => inTurn(() => write(...args)),
    watch(onChange) {
      const followed = followFolder(dir, onChange)
      queueMicrotask(onChange)
      return () => followed[Symbol.dispose]()
    },
  }
}

const outside = (path: string) => new Error(`« ${path} » mène hors du kit, ou n’est pas un fichier.`)
