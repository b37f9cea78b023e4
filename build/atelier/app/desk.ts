import { messageOf } from '../../../src/problems/index.ts'
import { oneByOne } from '../../../src/text/index.ts'
import type { Shelf } from '../shelf/shelf.ts'
import type { Workbench } from '../worker/workbench.ts'
import type { Say } from './dom.ts'
import type { Drafts, Hold } from './drafts.ts'
import { createOutside, type DeskEvent, isSame, type OnDesk } from './outside.ts'

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** Delays the reading of the kit, and the writing of a draft, after the last key, in ms. */
const READ_MS = 60
const DRAFT_MS = 400

export const READ_ONLY =
  'Ce kit est ouvert dans un autre onglet : ici, on peut le lire, non le modifier. Fermer l’autre onglet pour écrire dans celui-ci.'

/** The kit as it is being written: what stands on the shelf, and over it what is not saved yet. Only the tab that holds the kit
 *  writes; another one shows what is saved, and goes on from the drafts once the first is closed. */
export async function openDesk(
  shelf: Shelf,
  workbench: Pick<Workbench, 'open' | 'change' | 'anchored'>,
  { drafts, hold }: { drafts: Drafts; hold: Hold },
) {
  const desk = new Map<string, OnDesk>()
  const unread = new Map<string, Uint8Array | null>()
  /** What was handed out of a shelf that goes with the page. */
  const given = new Map<string, Uint8Array | null>()
  const listeners = new Set<(event: DeskEvent) => void>()
  const tell = (event: DeskEvent) => {
    for (const listener of listeners) listener(event)
  }
  const outside = createOutside({
    desk,
    shelf,
    change: (path, bytes) => void unread.set(path, bytes),
    put,
    readSoon,
    keepDraft,
    dropDraft: path => drafts.drop(path),
    tell,
  })
  for (const { path, hash } of await shelf.list()) {
    const bytes = await shelf.read(path)
    desk.set(path, { bytes, shelved: bytes, base: hash, saved: true })
  }
  if (hold.isMine()) for (const draft of await drafts.all()) restore(draft)
  let reading = await workbench.open(files())

  function restore({ path, bytes, base, shelved }: Awaited<ReturnType<Drafts['all']>>[number]): void {
    const onDesk = desk.get(path)
    const same = onDesk ? onDesk.bytes && bytes && isSame(onDesk.bytes, bytes) : bytes === null
    if (same) return void drafts.drop(path)
    const current = { bytes: onDesk?.bytes ?? null, hash: onDesk?.base ?? null }
    if (current.hash === base) {
      desk.set(path, { bytes, shelved: current.bytes, base, saved: false })
      return
    }
    desk.set(path, { bytes, shelved: shelved ?? null, base, saved: false })
    outside.hold(path, current)
  }

  async function takeOver(): Promise<void> {
    for (const draft of await drafts.all()) {
      restore(draft)
      unread.set(draft.path, desk.get(draft.path)?.bytes ?? null)
      tell({ kind: 'replaced', path: draft.path, isQuiet: true })
    }
    tell({ kind: 'writable' })
    await readSoon(0)
  }

  function files(): Map<string, Uint8Array> {
    return new Map([...desk].flatMap(([path, { bytes }]) => (bytes ? [[path, bytes] as const] : [])))
  }

  const readers: (() => void)[] = []
  const readInTurn = oneByOne()
  let due: ReturnType<typeof setTimeout> | undefined
  /** Has the kit read when nothing was written for `after` ms. @returns when what is written by now was read */
  function readSoon(after: number): Promise<void> {
    clearTimeout(due)
    due = setTimeout(() => {
      const callers = readers.splice(0)
      void readInTurn(read).finally(() => {
        for (const done of callers) done()
      })
    }, after)
    return new Promise(done => {
      readers.push(done)
    })
  }

  async function read(): Promise<void> {
    // A long reading before this one may have been waited for by several.
    if (unread.size === 0) return
    const changes = new Map(unread)
    unread.clear()
    try {
      reading = await workbench.change(changes)
    } catch (error) {
      return tell({ kind: 'fault', text: `Impossible de lire le kit : ${messageOf(error)}` })
    }
    // A view that throws is no fault of the reading.
    tell({ kind: 'reading' })
  }

  const draftTimers = new Map<string, ReturnType<typeof setTimeout>>()
  function put(path: string, bytes: Uint8Array | null): void {
    const former = desk.get(path)
    const { shelved = null, base = null } = former ?? {}
    unread.set(path, bytes)
    clearTimeout(draftTimers.get(path))
    // A file that is again as on the shelf needs no saving.
    const isBack = !outside.holds(path) && (bytes && shelved ? isSame(bytes, shelved) : bytes === shelved)
    if (isBack && bytes === null) desk.delete(path)
    else desk.set(path, { bytes, shelved, base, saved: isBack })
    if (isBack) {
      void drafts.drop(path)
      tell({ kind: 'saved' })
      return
    }
    draftTimers.set(
      path,
      setTimeout(() => keepDraft(path), DRAFT_MS),
    )
    if (former?.saved !== false) tell({ kind: 'saved' })
  }

  function keepDraft(path: string): void {
    const onDesk = desk.get(path)
    if (!onDesk || onDesk.saved) return
    const { bytes, base, shelved } = onDesk
    drafts.put({ path, bytes, base, shelved }).catch((error: unknown) =>
      tell({
        kind: 'fault',
        text: `Ce navigateur ne garde pas ${path} : enregistrer. ${messageOf(error)}`,
      }),
    )
  }

  /** Gives the fiches that are to be saved the anchors that they lack. */
  async function writeAnchors(): Promise<void> {
    if (unread.size > 0) await readSoon(0)
    for (const path of unsaved()) {
      const bytes = desk.get(path)?.bytes
      const anchored = path.endsWith('.md') ? await workbench.anchored(path) : null
      // Its author may have written on meanwhile.
      if (!anchored || desk.get(path)?.bytes !== bytes) continue
      put(path, anchored)
      tell({ kind: 'replaced', path, isQuiet: true })
    }
  }

  async function saveOne(path: string, file: OnDesk): Promise<void> {
    const { state, hash } = await shelf.write(path, file.bytes, file.base)
    if (state === 'changed') {
      await outside.take(path, hash)
      const merged = desk.get(path)
      if (merged && !merged.saved && !outside.holds(path)) await saveOne(path, merged)
      return
    }
    clearTimeout(draftTimers.get(path))
    await drafts.drop(path)
    // It may have been changed, or removed, while it was written.
    const bytes = desk.get(path)?.bytes ?? null
    if (bytes === null && file.bytes === null) desk.delete(path)
    else desk.set(path, { bytes, shelved: file.bytes, base: hash, saved: bytes === file.bytes })
    if (bytes !== file.bytes) keepDraft(path)
  }

  /** The shelf is looked at and written to in turn: a list older than a write would undo it here. */
  const inTurn = oneByOne()

  if (!hold.isMine()) void hold.mine.then(() => inTurn(takeOver))
  // A shelf that cannot be read just now tells again when it can.
  shelf.watch(
    () => void inTurn(outside.look).catch(() => undefined),
    text => tell({ kind: 'fault', text: text ?? 'L’atelier répond de nouveau.' }),
  )

  /** Writes files from anywhere else than the editor, and notifies it. null removes a file. */
  async function replace(changes: ReadonlyMap<string, Uint8Array | null>): Promise<void> {
    if (!hold.isMine()) throw new Error(READ_ONLY)
    for (const [path, bytes] of changes) {
      put(path, bytes)
      tell({ kind: 'replaced', path })
    }
    await readSoon(0)
  }

  const unsaved = () =>
    [...desk].flatMap(([path, { saved, bytes }]) => (saved || given.get(path) === bytes ? [] : path))

  return {
    name: shelf.name,
    isFleeting: shelf.isFleeting === true,
    isWritable: hold.isMine,
    reading: () => reading,
    bytesOf: (path: string): Uint8Array | null => desk.get(path)?.bytes ?? null,
    unsaved,
    /** Tells whether a file was ever saved under this name. */
    isShelved: (path: string): boolean => (desk.get(path)?.base ?? null) !== null,
    /** Hands all files out: that saves them here, and drafts stay until the same bytes are opened again. */
    async give(): Promise<Map<string, Uint8Array>> {
      await writeAnchors()
      for (const path of unsaved()) given.set(path, desk.get(path)?.bytes ?? null)
      tell({ kind: 'saved' })
      return files()
    },
    /** From the editor: the draft is kept within a second, the kit is read anew. */
    edit(path: string, bytes: Uint8Array): void {
      put(path, bytes)
      void readSoon(READ_MS)
    },
    replace,
    /** Writes files and says so; to undo it brings back what they were. */
    async replaceAndSay(
      changes: ReadonlyMap<string, Uint8Array | null>,
      words: string,
      say: Say,
    ): Promise<void> {
      const former = new Map([...changes.keys()].map(path => [path, desk.get(path)?.bytes ?? null]))
      await replace(changes)
      say(words, () => void replace(former), `geste ${[...changes.keys()].join()}`)
    },
    /** Puts a file back as it was read from the shelf. */
    async restore(path: string): Promise<void> {
      put(path, desk.get(path)?.shelved ?? null)
      tell({ kind: 'replaced', path })
      await readSoon(0)
    },
    /** Has all that was written read by the workbench. */
    read: () => readSoon(0),
    save: () =>
      inTurn(async () => {
        if (!hold.isMine()) throw new Error(READ_ONLY)
        await writeAnchors()
        for (const [path, file] of [...desk])
          if (!file.saved && !outside.holds(path)) await saveOne(path, file)
        tell({ kind: 'saved' })
      }),
    outside: outside.outside,
    conflicts: outside.conflicts,
    overlaps: outside.overlaps,
    settlePassage: outside.settlePassage,
    settle: outside.settle,
    files,
    listen: (listener: (event: DeskEvent) => void) => void listeners.add(listener),
  }
}
