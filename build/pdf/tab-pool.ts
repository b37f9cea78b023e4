import type { Browser } from 'puppeteer'
import { type Files, type OfflineTab, openOfflineTab } from '../offline-tab.ts'

/** Longest time for a tab to read its page, in ms. */
const DEADLINE_MS = 60_000

/** Tabs that one step leaves to the next: to open one takes as long as to page a fiche. */
export type TabPool = {
  /** Adds to what all tabs read, those that are taken as well. */
  add(files: Files): void
  /** A tab that reads `pages` and the files of the pool. It goes back to the pool when its scope ends. */
  take(pages: Files): Promise<OfflineTab>
  [Symbol.asyncDispose](): Promise<void>
}

/** @param files what all tabs read: fonts, pictures */
export function openTabPool(browser: Browser, files: Files): TabPool {
  type Pooled = { tab: OfflineTab; read: Map<string, Uint8Array | string> }
  const shared = new Map(files)
  const all: Pooled[] = []
  const idle: Pooled[] = []
  const open = async () => {
    const read = new Map(shared)
    const one = { tab: await openOfflineTab(browser, read, DEADLINE_MS), read }
    for (const [path, content] of shared) read.set(path, content)
    all.push(one)
    return one
  }
  return {
    add(more) {
      for (const read of [shared, ...all.map(one => one.read)])
        for (const [path, content] of more) read.set(path, content)
    },
    async take(pages) {
      const one = idle.pop() ?? (await open())
      for (const [path, content] of pages) one.read.set(path, content)
      return {
        ...one.tab,
        async [Symbol.asyncDispose]() {
          if (one.tab.alive()) idle.push(one)
        },
      }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(all.map(({ tab }) => tab[Symbol.asyncDispose]()))
    },
  }
}
