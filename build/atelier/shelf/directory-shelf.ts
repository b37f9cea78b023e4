import { expectKitPath, hashOf, isKitName, listed, type Shelf } from './shelf.ts'

/** Time between two looks at a folder, in ms: not every browser tells of changes. */
const LOOK_MS = 2000

/** Opens a folder that a person picked, or of the browser's own store. @see https://fs.spec.whatwg.org */
export function directoryShelf(name: string, root: FileSystemDirectoryHandle): Shelf {
  const filesOf = async () => {
    const files: [string, Uint8Array][] = []
    for await (const [path, handle] of walk(root, '')) files.push([path, await bytesOf(handle)])
    return files
  }
  const list = async () => listed(await filesOf())
  const find = async (path: string, create = false) => {
    const names = path.split('/')
    const file = names.pop() ?? ''
    let folder = root
    for (const below of names) folder = await folder.getDirectoryHandle(below, { create })
    return { folder, file }
  }
  const hashAt = async (path: string): Promise<string | null> => {
    try {
      const { folder, file } = await find(path)
      return await hashOf(await bytesOf(await folder.getFileHandle(file)))
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return null
      throw error
    }
  }
  return {
    name,
    list,
    async read(path) {
      expectKitPath(path, true)
      const { folder, file } = await find(path)
      return bytesOf(await folder.getFileHandle(file))
    },
    async write(path, bytes, expected) {
      expectKitPath(path, expected !== null)
      const hash = await hashAt(path)
      if (hash !== expected) return { state: 'changed', hash }
      if (bytes === null) {
        if (hash === null) return { state: 'written', hash: null }
        const { folder, file } = await find(path)
        await folder.removeEntry(file)
        return { state: 'written', hash: null }
      }
      const { folder, file } = await find(path, true)
      // The stream replaces the file when it is closed, whole.
      const stream = await (await folder.getFileHandle(file, { create: true })).createWritable()
      await stream.write(bytes as Uint8Array<ArrayBuffer>)
      await stream.close()
      return { state: 'written', hash: await hashOf(bytes) }
    },
    watch(onChange) {
      let latest: string | undefined
      const look = setInterval(async () => {
        // A folder that cannot be read just now is looked at again.
        const current = await list().then(JSON.stringify, () => latest)
        if (current !== latest) onChange()
        latest = current
      }, LOOK_MS)
      return () => clearInterval(look)
    },
  }
}

const bytesOf = async (handle: FileSystemFileHandle) =>
  new Uint8Array(await (await handle.getFile()).arrayBuffer())

async function* walk(
  folder: FileSystemDirectoryHandle,
  start: string,
): AsyncGenerator<[path: string, handle: FileSystemFileHandle]> {
  for await (const [name, handle] of entriesOf(folder)) {
    if (!isKitName(name)) continue
    const path = start === '' ? name : `${start}/${name}`
    if (handle.kind === 'directory') yield* walk(handle as FileSystemDirectoryHandle, path)
    else yield [path, handle as FileSystemFileHandle]
  }
}

/** TypeScript's own types leave it out. */
const entriesOf = (folder: FileSystemDirectoryHandle) =>
  (folder as unknown as { entries(): AsyncIterable<[string, FileSystemHandle]> }).entries()
