import type { BrowserOptions, OpenBrowser } from './browser.ts'
import { browserIdentity, SHIPPED } from './chromium.ts'

export type LazyBrowser = ReturnType<typeof lazyBrowser>

/** Starts a browser at the first call, and another when it did not start or has died. May be closed before its scope ends. */
export function lazyBrowser(options: BrowserOptions) {
  let latest: Promise<OpenBrowser> | undefined
  let disposal: Promise<void> | undefined
  const close = async () => {
    // A browser that never started was reported by `open`.
    const browser = await latest?.catch(() => undefined)
    await browser?.[Symbol.asyncDispose]()
  }
  const start = async (former: Promise<OpenBrowser> | undefined): Promise<OpenBrowser> => {
    const formerBrowser = await former?.catch(() => undefined) // thrown to the caller who asked for that one
    if (formerBrowser?.browser.connected) return formerBrowser
    await formerBrowser?.[Symbol.asyncDispose]()
    const { openBrowser } = await import('./browser.ts')
    return openBrowser(options)
  }
  const openLatest = () => {
    if (disposal) throw new Error('the browser has been closed')
    latest = start(latest)
    return latest
  }
  const identity = browserIdentity(options.executablePath)
  return {
    identity,
    /** Tells whether accepted pictures, which belong to npm's browser, can be compared. */
    isShipped: identity === SHIPPED,
    open: async () => (await openLatest()).browser,
    [Symbol.asyncDispose](): Promise<void> {
      disposal ??= close()
      return disposal
    },
  }
}
