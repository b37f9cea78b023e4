import type { Browser, BrowserContext, Page } from 'puppeteer'
import { HANG_MS } from './until.ts'

/** A new tab whose every wait ends at an event, on a slow machine too. */
export async function openTab(from: Browser | BrowserContext): Promise<Page> {
  const tab = await from.newPage()
  tab.setDefaultTimeout(HANG_MS)
  return tab
}
