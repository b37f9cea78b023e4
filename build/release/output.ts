import { linkSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Digest, digestOf } from './manifest.ts'

/** A file to put into an output: its bytes, or the name of what they are made from, where the file of the former build is the same
 *  by that name. */
export type Content = { bytes: Uint8Array; key?: string | undefined } | { bytes: null; key: string }

/** A folder that a build fills. */
export type OutputFolder = {
  /** Puts a file at `path`, with `/`.
   *  @returns its digest; null when it has no bytes, and the file of the former build is not to be had */
  put(path: string, content: Content): Digest | null
}

/** What one process has put into an output, for its next build: files that are the same there are linked, as they lie, instead of being
 *  hashed and written again. */
export type Outputs = {
  /** The keys of the files of the former output, by their paths. */
  had(): ReadonlyMap<string, string>
  /** Begins to fill a folder, which takes the place of `out`. */
  begin(dir: string, out: string): OutputFolder
  /** The folder that was begun last has taken its place. */
  done(): void
}

type Put = { digest: Digest; content: Content; place: Place }
/** What tells a file that nobody has touched. */
type Place = { ino: bigint; size: bigint; mtimeNs: bigint }
type Filled = { out: string; files: Map<string, Put> }

/** @param remembers whether there will be another build */
export function openOutputs(remembers: boolean): Outputs {
  let former: Filled | undefined
  let filling: Filled | undefined

  /** Links the file of the former output, if it still is what was put there. */
  function link(path: string, content: Content, target: string): Put | undefined {
    const known = former?.files.get(path)
    if (!former || !known || !isSame(known.content, content)) return undefined
    try {
      const source = join(former.out, path)
      if (!isAt(known.place, placeOf(source))) return undefined
      linkSync(source, target)
      return known
    } catch {
      // It is gone, or the disk knows one name for a file only: it is written.
      return undefined
    }
  }

  return {
    had() {
      const keys = new Map<string, string>()
      for (const [path, { content }] of former?.files ?? []) if (content.key) keys.set(path, content.key)
      return keys
    },
    begin(dir, out) {
      const files = new Map<string, Put>()
      filling = { out, files }
      const folders = new Set<string>()
      return {
        put(path, content) {
          const target = join(dir, path)
          const folder = dirname(target)
          if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
          folders.add(folder)
          const linked = link(path, content, target)
          if (linked) {
            files.set(path, linked)
            return linked.digest
          }
          if (content.bytes === null) return null
          // Once: what lies there may be the file of the former output, by a second name.
          writeFileSync(target, content.bytes, { flag: 'wx' })
          const digest = digestOf(content.bytes)
          // What has a key is told by it.
          const told = content.key === undefined ? content : { bytes: null, key: content.key }
          if (remembers) files.set(path, { digest, content: told, place: placeOf(target) })
          return digest
        },
      }
    },
    done() {
      former = remembers ? filling : undefined
    },
  }
}

function isSame(known: Content, { bytes, key }: Content): boolean {
  if (key !== undefined) return known.key === key
  if (known.bytes === null || bytes === null) return false
  return known.bytes === bytes || Buffer.compare(known.bytes, bytes) === 0
}

function placeOf(path: string): Place {
  const { ino, size, mtimeNs } = lstatSync(path, { bigint: true })
  return { ino, size, mtimeNs }
}

const isAt = (one: Place, other: Place) =>
  one.ino === other.ino && one.size === other.size && one.mtimeNs === other.mtimeNs
