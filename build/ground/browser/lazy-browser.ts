import type { BrowserOptions, OpenBrowser } from './browser.ts'
import { browserIdentity, SHIPPED } from './chromium.ts'

export type LazyBrowser = ReturnType<typeof lazyBrowser>

/** Starts a browser at the first call. */
export function lazyBrowser(options: BrowserOptions) {
  let opening: Promise<OpenBrowser> | undefined
  const identity = browserIdentity(options.executablePath)
  return {
    identity,
    /** Tells whether accepted pictures, which belong to npm's browser, can be compared. */
    isShipped: identity === SHIPPED,
    async open() {
      opening ??= import('./browser.ts').then(({ openBrowser }) => openBrowser(options))
      return (await opening).browser
    },
    async [Symbol.asyncDispose](): Promise<void> {
      // One that never started was reported by `open`.
      const opened = await opening?.catch(() => undefined)
      await opened?.[Symbol.asyncDispose]()
    },
  }
}
