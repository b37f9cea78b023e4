import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Results of costly steps, kept on disk under the hash of all that they depend on. */
export type Cache = {
  /** What is kept under `key`, or undefined; an entry that was cut short is not found. */
  read(key: string): Promise<Buffer | undefined>
  /** Keeps `bytes` under `key`, whole or not at all. */
  write(key: string, bytes: Uint8Array | string): Promise<void>
  /** Removes the entries used longest ago until the rest is under the bound. */
  prune(): Promise<void>
}

/** Entries that are read side by side where many are asked for. */
export const READS_AT_ONCE = 16

const LIMIT_BYTES = 512 * 1024 * 1024

/** Counts into every key: another one when entries are packed in another way (`pack`). */
const FORMAT = '2'

/** The key of a step: its name, and the SHA-256 of everything its result depends on, in order. */
export function keyOf(step: string, ...inputs: (string | Uint8Array)[]): string {
  const hash = createHash('sha256').update(FORMAT)
  for (const input of inputs) hash.update(`${input.length}\0`).update(input)
  return `${step}-${hash.digest('hex')}`
}

/** Opens the cache in `dir`. Safe against crashes and against two builds at once: an entry is written beside and
 *  renamed, and carries the hash of its own bytes. `dir: null` keeps nothing. */
export function openCache(dir: string | null, limitBytes = LIMIT_BYTES): Cache {
  if (dir === null) return { read: async () => undefined, write: async () => {}, prune: async () => {} }
  const pathOf = (key: string) => join(dir, key)
  return {
    async read(key) {
      let entry: Buffer
      try {
        entry = await readFile(pathOf(key))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw new Error(`the cache entry ${key} cannot be read`, { cause: error })
      }
      const bytes = entry.subarray(DIGEST_BYTES)
      if (!entry.subarray(0, DIGEST_BYTES).equals(digest(bytes))) return undefined
      const now = new Date()
      // Marks the entry as used for `prune`; an entry removed meanwhile by another build was read all the same.
      await utimes(pathOf(key), now, now).catch(() => {})
      return bytes
    },
    async write(key, content) {
      const bytes = Buffer.from(content)
      const fresh = `${pathOf(key)}.${randomUUID()}`
      await mkdir(dirname(fresh), { recursive: true })
      try {
        await writeFile(fresh, Buffer.concat([digest(bytes), bytes]))
        await rename(fresh, pathOf(key))
      } catch (cause) {
        await rm(fresh, { force: true })
        throw new Error(`the cache entry ${key} cannot be written`, { cause })
      }
    },
    async prune() {
      await mkdir(dir, { recursive: true })
      const names = (await readdir(dir, { withFileTypes: true })).filter(entry => entry.isFile())
      const entries = await Promise.all(
        names.map(async ({ name }) => {
          // Gone meanwhile: another build pruned it.
          const found = await stat(join(dir, name)).catch(() => undefined)
          return found && { name, size: found.size, used: found.mtimeMs }
        }),
      )
      const kept = entries.filter(entry => entry !== undefined).sort((a, b) => b.used - a.used)
      let total = 0
      for (const { name, size, used } of kept) {
        total += size
        // Another build may be about to rename it.
        if (BEING_WRITTEN.test(name) && Date.now() - used < ABANDONED_MS) continue
        if (total > limitBytes) await rm(join(dir, name), { force: true })
      }
    },
  }
}

/** Name of an entry before it is renamed; one that is older than this, in ms, was left by a build that was killed. */
const BEING_WRITTEN = /\.[\da-f]{8}-[\da-f-]{27}$/
const ABANDONED_MS = 3_600_000
const DIGEST_BYTES = 32
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
