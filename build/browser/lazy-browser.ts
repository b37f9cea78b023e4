import type { Browser } from 'puppeteer'
import type { BrowserOptions, OpenBrowser } from './browser.ts'
import { browserIdentity } from './browser-identity.ts'

/** A browser that starts when it is first asked for: a build that finds everything kept starts none. One that did not start, or has
 *  died, is followed by another when it is asked for again. Whoever is done with it before its scope ends may close it: once. */
export type LazyBrowser = {
  /** What tells it from any other: `browserIdentity`. */
  identity: string
  open(): Promise<Browser>
  /** Where another thread speaks to it. */
  endpoint(): Promise<string>
  [Symbol.asyncDispose](): Promise<void>
}

export function lazyBrowser(options: BrowserOptions): LazyBrowser {
  let opening: Promise<OpenBrowser> | undefined
  let closing: Promise<void> | undefined
  const close = async () => {
    // A browser that never started was reported by `open`.
    const opened = await opening?.catch(() => undefined)
    await opened?.[Symbol.asyncDispose]()
  }
  const start = async (former: Promise<OpenBrowser> | undefined): Promise<OpenBrowser> => {
    const opened = await former?.catch(() => undefined) // thrown to the caller who asked for that one
    if (opened?.browser.connected) return opened
    await opened?.[Symbol.asyncDispose]()
    // Loaded on demand, as the browser is.
    const { openBrowser } = await import('./browser.ts')
    return openBrowser(options)
  }
  const opened = () => {
    if (closing) throw new Error('the browser has been closed')
    opening = start(opening)
    return opening
  }
  return {
    identity: browserIdentity(options.executablePath),
    open: async () => (await opened()).browser,
    endpoint: async () => (await opened()).endpoint,
    [Symbol.asyncDispose]() {
      closing ??= close()
      return closing
    },
  }
}
