import { fileURLToPath } from 'node:url'
import type { Browser } from 'puppeteer'
import { type OpenBrowser, openBrowser } from '../build/ground/browser/browser.ts'

const cacheDir = fileURLToPath(new URL('../.cache', import.meta.url))

let standing: Promise<OpenBrowser> | undefined

/** The browser of all files of a worker, which share their modules too. It ends with the worker, at the end of its pipe, and the next
 *  one takes its folder away. One that a test has ended is started anew. */
export async function standingBrowser(): Promise<Browser> {
  standing ??= openBrowser({ cacheDir })
  const { browser } = await standing
  if (browser.connected) return browser
  standing = undefined
  return standingBrowser()
}
