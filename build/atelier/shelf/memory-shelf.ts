import { expectKitPath, hashOf, listed, type Shelf } from './shelf.ts'

/** A kit in memory: a zip that was opened, a single file, a test. `files` is what stands there now. */
export function memoryShelf(name: string, files: Map<string, Uint8Array>): Shelf {
  const watchers = new Set<() => void>()
  return {
    name,
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
