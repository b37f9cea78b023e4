import type { Browser } from 'puppeteer'
import type { BrowserOptions, OpenBrowser } from './browser.ts'

/** A browser that starts when it is first asked for: a build that finds everything kept starts none. Whoever is done with it
 *  before its scope ends may close it: once. */
export type LazyBrowser = { open(): Promise<Browser>; [Symbol.asyncDispose](): Promise<void> }

export function lazyBrowser(options: BrowserOptions): LazyBrowser {
  let opening: Promise<OpenBrowser> | undefined
  let closing: Promise<void> | undefined
  const close = async () => {
    // A browser that never started was reported by `open`.
    const opened = await opening?.catch(() => undefined)
    await opened?.[Symbol.asyncDispose]()
  }
  return {
    async open() {
      // Loaded on demand, as the browser is.
      opening ??= import('./browser.ts').then(({ openBrowser }) => openBrowser(options))
      return (await opening).browser
    },
    [Symbol.asyncDispose]() {
      closing ??= close()
      return closing
    },
  }
}
