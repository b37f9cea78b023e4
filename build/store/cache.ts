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
import { remember } from '../../src/remember.ts'

/** Results of costly steps, kept on disk under the hash of all that they depend on. */
export type Cache = {
  /** What is kept under `key`, or undefined; an entry that was cut short is not found. @throws CacheFault */
  read(key: string): Promise<Buffer | undefined>
  /** Keeps `bytes` under `key`, whole or not at all. @throws CacheFault */
  write(key: string, bytes: Uint8Array | string): Promise<void>
  /** Removes the entries used longest ago until the rest is under the bound. */
  prune(): Promise<void>
}

/** The cache refuses what is asked of it. `code`: of a folder that cannot be used; another one helps. */
export class CacheFault extends Error {
  override readonly name = 'CacheFault'
  readonly code?: 'KIT_CACHE'
  constructor(message: string, cause: unknown) {
    super(message, { cause })
    if (cause instanceof Error && 'code' in cause && REFUSALS.has(String(cause.code))) this.code = 'KIT_CACHE'
  }
}

const REFUSALS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'])

const LIMIT_BYTES = 512 * 1024 * 1024

/** Counts into every key: another one when entries are packed in another way (`pack`). */
const FORMAT = '2'

/** The key of a step: its name, and the SHA-256 of everything its result depends on, in order. */
export function keyOf(step: string, ...inputs: (string | Uint8Array)[]): string {
  const hash = createHash('sha256').update(FORMAT)
  for (const input of inputs) hash.update(`${input.length}\0`).update(input)
  return `${step}-${hash.digest('hex')}`
}

/** The SHA-256 of a text that is part of many keys, or of the same key again and again. */
export const digestOfText = remember(text => createHash('sha256').update(text).digest('hex'))

/** Opens the cache in `dir`. Safe against crashes and against two builds at once: an entry is written beside and
 *  renamed, and carries the hash of its own bytes. `dir: null` keeps nothing. */
export function openCache(dir: string | null, limitBytes = LIMIT_BYTES): Cache {
  if (dir === null) return { read: async () => undefined, write: async () => {}, prune: async () => {} }
  const pathOf = (key: string) => join(dir, key)
  return {
    async read(key) {
      // At once, as all that is done here: the round trips of a promise cost more than what is done to so small a file.
      let entry: Buffer
      try {
        entry = readFileSync(pathOf(key))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw new CacheFault(`Le cache ne peut pas être lu : ${pathOf(key)}`, error)
      }
      const bytes = entry.subarray(DIGEST_BYTES)
      if (!entry.subarray(0, DIGEST_BYTES).equals(digest(bytes))) return undefined
      markUsed(pathOf(key))
      return bytes
    },
    async write(key, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      const fresh = `${pathOf(key)}.${randomUUID()}`
      try {
        mkdirSync(dirname(fresh), { recursive: true })
        writeFileSync(fresh, digest(bytes))
        appendFileSync(fresh, bytes)
        renameSync(fresh, pathOf(key))
      } catch (cause) {
        if (existsSync(fresh)) rmSync(fresh)
        throw new CacheFault(`Le cache ne peut pas être écrit : ${pathOf(key)}`, cause)
      }
    },
    async prune() {
      mkdirSync(dir, { recursive: true })
      const entries = readdirSync(dir, { withFileTypes: true })
        .filter(entry => entry.isFile() && ENTRY.test(entry.name))
        .map(({ name }) => {
          // None: another build pruned it meanwhile.
          const found = statSync(join(dir, name), { throwIfNoEntry: false })
          return found && { name, size: found.size, used: found.mtimeMs }
        })
      const kept = entries.filter(entry => entry !== undefined).sort((a, b) => b.used - a.used)
      let total = 0
      for (const { name, size, used } of kept) {
        total += size
        // Another build may be about to rename it.
        if (BEING_WRITTEN.test(name) && Date.now() - used < ABANDONED_MS) continue
        if (total > limitBytes) rmSync(join(dir, name), { force: true })
      }
    },
  }
}

/** A cache for a process that reads the same again and again: an entry stays in memory from one `prune` to the next but one. What is
 *  read belongs to all who read it: it is not to be changed, nor handed over to another thread. */
export function openStandingCache(dir: string | null, limitBytes = LIMIT_BYTES): Cache {
  const cache = openCache(dir, limitBytes)
  if (dir === null) return cache
  let recent = new Map<string, Buffer>()
  let former = new Map<string, Buffer>()
  const forget = (key: string) => {
    for (const entries of [recent, former]) entries.delete(key)
  }
  return {
    async read(key) {
      const found = recent.get(key) ?? former.get(key) ?? (await cache.read(key))
      if (found) recent.set(key, found)
      return found
    },
    async write(key, bytes) {
      // A few keys name what is replaced time and again.
      forget(key)
      await cache.write(key, bytes)
      // Who was reading it meanwhile has put what was there before into memory.
      forget(key)
    },
    async prune() {
      // What is read in memory is used too.
      for (const key of recent.keys()) markUsed(join(dir, key))
      former = recent
      recent = new Map()
      await cache.prune()
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
/** Name of an entry before it is renamed; one that is older than this, in ms, was left by a build that was killed. */
const BEING_WRITTEN = /\.[\da-f]{8}-[\da-f-]{27}$/
const ABANDONED_MS = 3_600_000
const DIGEST_BYTES = 32
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
