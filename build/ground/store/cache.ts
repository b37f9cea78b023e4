import { createHash, randomUUID } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, hashTree, sha256 } from '../disk/files.ts'

/** Results of costly steps, kept on disk under the hash of all that they depend on. */
export type Cache = {
  /** Returns the entry under `key`; undefined: there is none, or it was cut short. @throws CacheFault */
  read(key: string): Promise<Buffer | undefined>
  /** Keeps `bytes` under `key`, whole or not at all. @throws CacheFault */
  write(key: string, bytes: Uint8Array | string): Promise<void>
  /** Removes the entries used longest ago until the rest is under the bound. */
  prune(): Promise<void>
}

/** Thrown where the cache cannot be read or written. `code`: its folder cannot be used; another one helps. */
export class CacheFault extends Error {
  override readonly name = 'CacheFault'
  readonly code?: 'KIT_CACHE'
  constructor(message: string, cause: unknown) {
    super(message, { cause })
    if (cause instanceof Error && 'code' in cause && REFUSALS.has(String(cause.code))) this.code = 'KIT_CACHE'
  }
}

const REFUSALS = new Set(['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'])

/** Number of digits of the press's digest with which the name of an entry begins. */
const PRESS_DIGITS = 16

const LIMIT_BYTES = 512 * 1024 * 1024

/** Part of every key; to be changed with the packing of entries (`pack`). */
const FORMAT = '2'

/** Makes the key of a step: its name, and the SHA-256 of everything its result depends on, in order. */
export function keyOf(step: string, ...inputs: (string | Uint8Array)[]): string {
  const hash = createHash('sha256').update(FORMAT)
  for (const input of inputs) hash.update(`${input.length}\0`).update(input)
  return `${step}-${hash.digest('hex')}`
}

/** Returns the entry under the hash of its inputs, or makes and keeps it. @throws CacheFault */
export async function kept(
  cache: Cache,
  step: string,
  inputs: readonly (string | Uint8Array)[],
  make: () => Promise<Uint8Array> | Uint8Array,
): Promise<Uint8Array> {
  const key = keyOf(step, ...inputs)
  const former = await cache.read(key)
  if (former) return former
  const bytes = await make()
  await cache.write(key, bytes)
  return bytes
}

/** Opens the cache in `dir` for one press (`digestOfPress`); null keeps nothing. Safe against crashes and two builds at once: an entry is
 *  written beside and renamed, and carries the hash of its bytes. */
export function openCache(dir: string | null, press: string, limitBytes = LIMIT_BYTES): Cache {
  if (dir === null) return { read: async () => undefined, write: async () => {}, prune: async () => {} }
  const pathOf = (key: string) => join(dir, `${press.slice(0, PRESS_DIGITS)}-${key}`)
  return {
    async read(key) {
      // At once, as all that is done here: the round trips of a promise cost more than what is done to so small a file.
      let entry: Buffer
      try {
        entry = readFileSync(pathOf(key))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw new CacheFault(`Le cache ne peut pas être lu : ${pathOf(key)}`, error)
      }
      const bytes = entry.subarray(DIGEST_BYTES)
      if (!entry.subarray(0, DIGEST_BYTES).equals(digest(key, bytes))) return undefined
      markUsed(pathOf(key))
      return bytes
    },
    async write(key, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      const fresh = `${pathOf(key)}.${randomUUID()}`
      try {
        mkdirSync(dirname(fresh), { recursive: true })
        writeFileSync(fresh, digest(key, bytes))
        appendFileSync(fresh, bytes)
        renameSync(fresh, pathOf(key))
      } catch (cause) {
        if (existsSync(fresh)) rmSync(fresh)
        // Windows moves nothing over a file that another build reads: it has the same bytes.
        if (['EPERM', 'EBUSY'].includes(codeOf(cause)) && existsSync(pathOf(key))) return
        throw new CacheFault(`Le cache ne peut pas être écrit : ${pathOf(key)}`, cause)
      }
    },
    async prune() {
      mkdirSync(dir, { recursive: true })
      const entries = readdirSync(dir, { withFileTypes: true })
        .filter(entry => entry.isFile() && ENTRY.test(entry.name))
        .flatMap(({ name }) => {
          // None: another build pruned it meanwhile.
          const stats = statSync(join(dir, name), { throwIfNoEntry: false })
          return stats ? { name, size: stats.size, used: stats.mtimeMs } : []
        })
      let total = 0
      for (const { name, size } of entries.sort((a, b) => b.used - a.used)) {
        total += size
        if (total > limitBytes) rmSync(join(dir, name), { force: true })
      }
    },
  }
}

/** Marks an entry as used, for `prune`. */
function markUsed(path: string): void {
  const now = new Date()
  try {
    utimesSync(path, now, now)
  } catch {
    // Removed meanwhile by another build, or in a folder that is not ours: it was read all the same.
  }
}

/** Names that `keyOf` gives, and those of entries before they are renamed: all else in the folder belongs to somebody else. */
const ENTRY = /^[\p{L}\d-]+-[\da-f]{64}(?:\.[\da-f-]{36})?$/u
const DIGEST_BYTES = 32
/** An entry under another's name is none. */
const digest = (key: string, bytes: Uint8Array) => createHash('sha256').update(key).update(bytes).digest()

/** Lists the press's own code, and the exact versions of its libraries; a package holds its code compiled, and no lock file. */
const SOURCES = [
  'compiled',
  'src',
  'build',
  'eleventy.config.ts',
  'styles/page.json',
  'package.json',
  'package-lock.json',
]

/** Describes Node and the machine: native libraries, and Node's own packing of values, differ from one to another. */
type Runtime = { version: string; platform: string; arch: string }

/** Digests the press in the folder `home`: each key of the cache begins with it. */
export const digestOfPress = (home: string, { version, platform, arch }: Runtime = process): string =>
  sha256([hashTree(home, SOURCES), version, platform, arch].join('\0'))
