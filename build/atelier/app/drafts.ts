import { hashOf } from '../shelf/shelf.ts'

/** Holds a file that is not saved yet: it outlives a crash and a closed tab. */
type Draft = {
  path: string
  /** null: the file was removed. */
  bytes: Uint8Array | null
  /** The hash of the file that was edited; null: there was none. */
  base: string | null
  /** That file: what both began with, when somebody else changes it. */
  shelved: Uint8Array | null
}

export type Drafts = {
  all(): Promise<Draft[]>
  put(draft: Draft): Promise<void>
  drop(path: string): Promise<void>
}

/** Names a kit by its title and those who publish it: the name of a file changes when it is downloaded, and other kits have it too. */
export async function identityOf(settings: Uint8Array | null): Promise<string | null> {
  const lines = new TextDecoder().decode(settings ?? undefined).match(/^(?:titre|slug|editeur|site):.*$/gm)
  return lines && (await hashOf(new TextEncoder().encode(lines.join('\n'))))
}

/** The drafts of one kit in this browser. @throws when the browser keeps nothing (a private window of some) */
export async function openDrafts(kit: string): Promise<Drafts> {
  const store = await openStore('kit-atelier', 'brouillons')
  const range = IDBKeyRange.bound([kit, ''], [kit, '\uffff'])
  return {
    all: () => answered(store('readonly').getAll(range)) as Promise<Draft[]>,
    put: async draft => void (await answered(store('readwrite').put(draft, [kit, draft.path]))),
    drop: async path => void (await answered(store('readwrite').delete([kit, path]))),
  }
}

async function openStore(name: string, table: string) {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(table)
  const db = await answered(request)
  return (mode: IDBTransactionMode) => db.transaction(table, mode).objectStore(table)
}

/** What was opened on a static host: it is proposed again, and after a reload opened at once. */
export type Recent = { opened: number; content: File | FileSystemDirectoryHandle }

const RECENTS = 3
/** Names in this tab what is open. */
const OPEN = 'ouvert'

export const isOpen = ({ name }: Recent['content']): boolean => sessionStorage.getItem(OPEN) === name

/** Goes back to the screen where a kit is opened. */
export function closeKit(): void {
  sessionStorage.removeItem(OPEN)
  location.reload()
}

/** The kits that this browser opened last, the newest first. */
export async function openRecents() {
  const store = await openStore('kit-atelier-recents', 'recents')
  const all = async () =>
    ((await answered(store('readonly').getAll())) as Recent[]).sort((a, b) => b.opened - a.opened)
  return {
    all,
    async put(content: Recent['content']): Promise<void> {
      sessionStorage.setItem(OPEN, content.name)
      await answered(store('readwrite').put({ opened: Date.now(), content } satisfies Recent, content.name))
      for (const { content } of (await all()).slice(RECENTS))
        await answered(store('readwrite').delete(content.name))
    },
  }
}

const answered = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })

/** The right to write in a kit: one tab of this browser has it. `mine`: when this one has. */
export type Hold = { isMine(): boolean; mine: Promise<void> }

/** Asks to hold a kit as long as this tab is open. @see https://w3c.github.io/web-locks */
export async function holdKit(kit: string): Promise<Hold> {
  const name = `atelier ${kit}`
  const asLongAsOpen = new Promise<never>(() => {})
  let isMine = await new Promise<boolean>(done => {
    void navigator.locks.request(name, { ifAvailable: true }, lock => {
      done(lock !== null)
      return lock && asLongAsOpen
    })
  })
  const mine = isMine
    ? Promise.resolve()
    : new Promise<void>(done => {
        void navigator.locks.request(name, () => {
          isMine = true
          done()
          return asLongAsOpen
        })
      })
  return { isMine: () => isMine, mine }
}
