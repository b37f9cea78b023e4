import type { Shelf } from '../shelf/shelf.ts'
import { mergeVersions, type Overlap, type SettledBy, settleOverlap } from './merge.ts'

export type OnDesk = {
  /** null: removed, and not saved yet. */
  bytes: Uint8Array | null
  /** The file as it was read from the shelf, which both texts of a conflict began with, and its hash. */
  shelved: Uint8Array | null
  base: string | null
  saved: boolean
}

export type DeskEvent =
  | { kind: 'reading' }
  | { kind: 'saved' }
  /** A file was replaced by something other than the editor: from outside, by an import, by undoing. `isQuiet`: its author cannot undo
   *  it, as he did not do it. */
  | { kind: 'replaced'; path: string; isQuiet?: true }
  | { kind: 'conflict'; path: string }
  /** Somebody else changed other passages of a file that is being written. */
  | { kind: 'merged'; path: string }
  /** The tab that wrote before is closed. */
  | { kind: 'writable' }
  /** The kit could not be read as it stands now, nor a draft kept. */
  | { kind: 'fault'; text: string }

/** A file as it stands on the shelf; `bytes` and `hash` are null where there is none. */
type Shelved = { bytes: Uint8Array | null; hash: string | null }

/** Takes what somebody else writes into the files of the kit while it is open: as it comes, joined with what is being written, or held
 *  until its author has chosen. */
export function createOutside(options: {
  desk: Map<string, OnDesk>
  shelf: Shelf
  /** Has a file read with the next reading. */
  change(path: string, bytes: Uint8Array | null): void
  /** Puts other bytes on the desk, which are to be saved. */
  put(path: string, bytes: Uint8Array | null): void
  readSoon(after: number): Promise<void>
  keepDraft(path: string): void
  dropDraft(path: string): Promise<void>
  tell(event: DeskEvent): void
}) {
  const { desk, shelf, change, put, readSoon, keepDraft, dropDraft, tell } = options
  const theirs = new Map<string, Shelved>()

  /** The three texts of a file that changed on both sides; null: there are no three. */
  function versionsOf(path: string) {
    const { bytes: mine = null, shelved: base = null } = desk.get(path) ?? {}
    const other = theirs.get(path)?.bytes
    return mine && base && other ? { mine, base, theirs: other } : null
  }

  /** Puts both changes of a file into one, where no passage was changed twice. */
  function merge(path: string): boolean {
    const versions = versionsOf(path)
    const bytes = versions && mergeVersions(versions)?.text
    const other = theirs.get(path)
    if (!bytes || !other?.bytes) return false
    theirs.delete(path)
    const saved = isSame(bytes, other.bytes)
    desk.set(path, { bytes, shelved: other.bytes, base: other.hash, saved })
    if (saved) void dropDraft(path)
    else keepDraft(path)
    change(path, bytes)
    return true
  }

  /** Takes a file of the shelf whose hash is another. null: it was removed there. */
  async function take(path: string, hash: string | null): Promise<void> {
    const bytes = hash === null ? null : await shelf.read(path)
    const mine = desk.get(path)
    theirs.delete(path)
    // It was changed and changed back: what is written here goes on from it.
    if (mine && !mine.saved && mine.base === hash) {
      desk.set(path, { ...mine, shelved: bytes })
      return tell({ kind: 'saved' })
    }
    if (mine && !mine.saved) {
      if (mine.bytes && bytes && isSame(mine.bytes, bytes)) {
        desk.set(path, { bytes, shelved: bytes, base: hash, saved: true })
        return
      }
      theirs.set(path, { bytes, hash })
      if (!merge(path)) return tell({ kind: 'conflict', path })
      tell({ kind: 'replaced', path, isQuiet: true })
      tell({ kind: 'merged', path })
      return readSoon(0)
    }
    if (bytes === null) desk.delete(path)
    else desk.set(path, { bytes, shelved: bytes, base: hash, saved: true })
    change(path, bytes)
    tell({ kind: 'replaced', path, isQuiet: true })
    await readSoon(0)
  }

  return {
    take,
    /** Tells whether a file waits for a choice. */
    holds: (path: string) => theirs.has(path),
    /** Holds what was written over a draft meanwhile: both are shown, and none is lost. */
    hold(path: string, other: Shelved): void {
      theirs.set(path, other)
      merge(path)
    },
    /** Looks at the whole shelf. */
    async look(): Promise<void> {
      const list = new Map((await shelf.list()).map(({ path, hash }) => [path, hash]))
      for (const path of new Set([...list.keys(), ...desk.keys()])) {
        const hash = list.get(path) ?? null
        const { hash: last } = theirs.get(path) ?? { hash: desk.get(path)?.base ?? null }
        if (hash !== last) await take(path, hash)
      }
    },
    /** Returns the file as somebody else wrote it while it has unsaved changes; null: it was removed. */
    outside: (path: string) => (theirs.has(path) ? (theirs.get(path)?.bytes ?? null) : undefined),
    conflicts: () => [...theirs.keys()],
    /** The passages that both changed; none where the whole file has to be chosen. */
    overlaps(path: string): Overlap[] {
      const versions = versionsOf(path)
      return (versions && mergeVersions(versions)?.overlaps) ?? []
    },
    /** Ends one overlap. With the last one the file holds the changes of both. */
    async settlePassage(path: string, index: number, choice: SettledBy): Promise<void> {
      const versions = versionsOf(path)
      const onDesk = desk.get(path)
      if (!versions || !onDesk) return
      const { mine, base } = settleOverlap(versions, index, choice)
      desk.set(path, { ...onDesk, shelved: base })
      put(path, mine)
      merge(path)
      tell({ kind: 'replaced', path, isQuiet: true })
      await readSoon(0)
    },
    /** Ends a conflict: mine stays and will be saved over theirs, or theirs takes its place. */
    async settle(path: string, which: 'mine' | 'theirs'): Promise<void> {
      const other = theirs.get(path)
      const mine = desk.get(path)
      if (!other || !mine) return
      theirs.delete(path)
      if (which === 'mine') desk.set(path, { ...mine, shelved: other.bytes, base: other.hash })
      else {
        await dropDraft(path)
        desk.set(path, { ...mine, saved: true })
        await take(path, other.hash)
      }
      tell({ kind: 'saved' })
    },
  }
}

export const isSame = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, index) => byte === b[index])
