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
  const request = indexedDB.open('kit-atelier', 1)
  request.onupgradeneeded = () => request.result.createObjectStore('brouillons')
  const db = await answered(request)
  const store = (mode: IDBTransactionMode) => db.transaction('brouillons', mode).objectStore('brouillons')
  const range = IDBKeyRange.bound([kit, ''], [kit, '\uffff'])
  return {
    all: () => answered(store('readonly').getAll(range)) as Promise<Draft[]>,
    put: async draft => void (await answered(store('readwrite').put(draft, [kit, draft.path]))),
    drop: async path => void (await answered(store('readwrite').delete([kit, path]))),
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
