import { readdir } from 'node:fs/promises'
import type { Page } from 'puppeteer'
import { inject } from 'vitest'
import type { Kit } from '../../src/kit/kit.ts'
import { standingBrowser } from '../chromium.ts'
import { openTab } from '../open-tab.ts'
import { makeSite } from '../unit/site/site-folder.ts'
import { serve } from './serve.ts'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 900 }

export const SCREENS = [
  { width: 320, height: 640 },
  { width: 390, height: 768 },
  { width: 1366, height: 768 },
]

/** What glides under the pointer is clicked beside. */
export const STILL = [{ name: 'prefers-reduced-motion', value: 'reduce' }]

/** A built site on a host of this machine, and the browser that reads it. */
export type SiteReader = {
  /** Address of the site's base, with its slash at the end. */
  url: string
  /** Every page, as a path relative to the base. */
  pages: string[]
  /** Runs `visit` on a fresh tab of its own context, that collects what goes wrong in it. */
  onTab<T>(visit: (tab: Page, faults: string[]) => Promise<T>): Promise<T>
  open(tab: Page, path: string): Promise<void>
  /** Stops the host: from now on there is no network. */
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Asks for the search, as its shortcut does. */
export async function askSearch(tab: Page): Promise<void> {
  await tab.keyboard.down('Control')
  await tab.keyboard.press('k')
  await tab.keyboard.up('Control')
}

/** Goes through a page with the tabulator. @returns the stops, and those of which nothing is seen when they have the focus */
export async function stopsOf(tab: Page): Promise<{ count: number; hidden: string[] }> {
  const hidden: string[] = []
  const most = await tab.$$eval('a, button, input, select, summary, [tabindex]', all => all.length)
  let count = 0
  for (; count < most; count++) {
    await tab.keyboard.press('Tab')
    const stop = await tab.evaluate(() => {
      const one = document.activeElement
      if (!one || one === document.body) return null
      const shown = one.closest('label') ?? one
      const isSeen = [...shown.getClientRects()].some(({ left, top, width, height }) =>
        [0.1, 0.5, 0.9].some(x =>
          [0.1, 0.5, 0.9].some(y => {
            const hit = document.elementFromPoint(left + x * width, top + y * height)
            return hit !== null && (shown.contains(hit) || hit.contains(one))
          }),
        ),
      )
      return { isSeen, name: `${one.localName} « ${shown.textContent?.trim().slice(0, 40)} »` }
    })
    if (stop === null) break
    if (!stop.isSeen) hidden.push(stop.name)
  }
  return { count, hidden }
}

/** @param dir folder of the site. @param base its base path, with both slashes */
export async function readSite(dir: string, base: string): Promise<SiteReader> {
  const host = await serve(dir, base)
  const browser = await standingBrowser()
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= Promise.resolve(host[Symbol.asyncDispose]())
    return stopping
  }
  const pages = (await readdir(dir, { recursive: true }))
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.html') && !/^(?:telechargements|integrer|editions)\//.test(file))
    .map(file => file.replace(/(^|\/)index\.html$/, '$1'))
    .sort()
  return {
    url: host.url,
    pages,
    async onTab(visit) {
      const context = await browser.createBrowserContext()
      try {
        const tab = await openTab(context)
        await tab.emulateMediaFeatures(STILL)
        const faults: string[] = []
        tab.on('console', message => {
          if (message.type() === 'error' || message.type() === 'warn')
            faults.push(`console: ${message.text()}`)
        })
        tab.on('pageerror', error => faults.push(`script: ${String(error)}`))
        tab.on('requestfailed', request => faults.push(`failed: ${request.url()}`))
        tab.on('request', request => {
          if (!request.url().startsWith(host.url)) faults.push(`outside: ${request.url()}`)
        })
        return await visit(tab, faults)
      } finally {
        await context.close()
      }
    },
    async open(tab, path) {
      await tab.goto(host.url + path, { waitUntil: 'load' })
    },
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

/** The site of the kit under `/kit/`, which all files of tests share, and a reader of their own. */
export const readKitSite = (): Promise<SiteReader> => readSite(inject('kitSite'), '/kit/')

/** The same of a site of its own.
 *  @param edit what these tests want otherwise of the kit */
export async function readEditedSite(edit: (kit: Kit) => void): Promise<SiteReader> {
  const folder = await makeSite('fiches', kit => {
    kit.site.base = '/kit/'
    edit(kit)
  })
  const site = await readSite(folder.dir, '/kit/')
  return {
    ...site,
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}
