import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, HTTPRequest, Page } from 'puppeteer'
import { mediaTypeOf } from '../../src/files.ts'
import { orGone, whileThere } from './browser-gone.ts'
import { HANG_MS } from './hang.ts'
import { origin } from './origin.ts'

export { origin } from './origin.ts'

export type Files = ReadonlyMap<string, Uint8Array | string>

/** A tab that reads `files` (path → content) and nothing else. */
export type OfflineTab = {
  tab: Page
  /** Waits for what was asked of the tab, or for its end.
   *  @throws TabCrash, BrowserGone */
  ask<T>(work: Promise<T>): Promise<T>
  /** Requests refused since the last call, then forgotten. */
  takeRefused(): string[]
  /** What programs of its pages stopped with since the last call, then forgotten. */
  takeErrors(): string[]
  /** Whoever waited for it waits no more: what it was asked to do goes on in it, and nothing else may be asked of it. */
  giveUp(): void
  /** Neither closed, crashed nor given up. */
  alive(): boolean
  [Symbol.asyncDispose](): Promise<void>
}

/** The tab's process is gone. */
export class TabCrash extends Error {
  override readonly name = 'TabCrash'
  constructor(options?: ErrorOptions) {
    super('l’onglet du navigateur s’est arrêté', options)
  }
}

/** Longest wait for a tab to close, in ms: one that hangs ends with its browser. */
const CLOSE_MS = 5_000

/** Opens a tab whose every request is answered from `files` or refused and noted.
 *  @param newPage how it is opened: one that is never looked at need not draw (`newStillPage`) */
export async function openOfflineTab(
  browser: Browser,
  files: Files,
  newPage: (browser: Browser) => Promise<Page> = () => browser.newPage(),
): Promise<OfflineTab> {
  const tell = orGone(browser)
  const tab = await whileThere(browser, newPage(browser))
  const refused: string[] = []
  const errors: string[] = []
  tab.setDefaultTimeout(HANG_MS)
  tab.on('pageerror', error => errors.push(error instanceof Error ? error.message : String(error)))
  // A crashed tab answers nothing: without this, whoever waits for it waits for ever.
  const crashed = new Promise<never>((_, reject) =>
    tab.once('error', cause => reject(new TabCrash({ cause }))),
  )
  let lost = false
  const giveUp = () => {
    lost = true
  }
  crashed.catch(giveUp) // thrown at the next request
  await tab.setRequestInterception(true).catch(tell)
  // An answer that cannot be delivered counts as refused; once the tab is closed nobody asks for the list.
  tab.on('request', request => void answer(request, files, refused).catch(() => refused.push(request.url())))
  return {
    tab,
    ask: work => Promise.race([work, crashed]).catch(tell),
    takeRefused: () => refused.splice(0),
    takeErrors: () => errors.splice(0),
    giveUp,
    alive: () => !lost && !tab.isClosed(),
    async [Symbol.asyncDispose]() {
      // A tab whose browser is gone is closed already.
      if (tab.isClosed() || !browser.connected) return
      // The fault that keeps a tab open is thrown to the caller who waited for it.
      const closed = tab.close().catch(() => {})
      await Promise.race([closed, sleep(CLOSE_MS, undefined, { ref: false })])
    },
  }
}

async function answer(request: HTTPRequest, files: Files, refused: string[]): Promise<void> {
  const url = request.url()
  if (url.startsWith('data:')) return request.continue()
  const path = decodeURIComponent(new URL(url).pathname.slice(1))
  const body = url.startsWith(origin) ? files.get(path) : undefined
  if (body === undefined) {
    refused.push(url)
    return request.abort()
  }
  return request.respond({
    body: Buffer.from(body),
    contentType: mediaTypeOf(path) ?? mediaTypeOf('.html') ?? '',
  })
}
