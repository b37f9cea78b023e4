import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAxe } from '../../build/gate/read/axe.ts'
import { DESK, PHONE, readEditedSite, type SiteReader } from '../e2e/site-reader.ts'

/** What a page may weigh over the wire, in bytes (gzip). */
const BUDGET = { page: 100_000, withoutFonts: 60_000, script: 10_000, style: 12_000 }

/** A slow mobile network: round trip in ms, bytes a second. @see Lighthouse, « Slow 4G » */
const SLOW_4G = {
  latency: 150,
  downloadThroughput: 1_638_400 / 8,
  uploadThroughput: 750_000 / 8,
  offline: false,
}

let site: SiteReader

beforeAll(async () => {
  site = await readEditedSite(kit => {
    kit.site.url = 'https://example.org'
  })
})
afterAll(() => site?.[Symbol.asyncDispose]())

describe('axe finds nothing', () => {
  it('on any page, by day and by night, on a desk and on a phone', async () => {
    await site.onTab(async tab => {
      const found: string[] = []
      for (const path of site.pages) {
        await site.open(tab, path)
        await tab.$$eval('details', all => {
          for (const one of all) one.open = true
        })
        for (const viewport of [DESK, PHONE])
          for (const scheme of ['light', 'dark']) {
            await tab.setViewport(viewport)
            await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
            for (const { rule, targets } of await runAxe(tab))
              found.push(`${path} ${scheme} ${viewport.width} px: ${rule} ${targets.slice(0, 3).join(' | ')}`)
          }
      }
      expect(found).toEqual([])
    })
  })
})

type Load = { page: number; fonts: number; script: number; style: number; cls: number }

/** Reads a page for the first time over a slow network. */
async function load(tab: Page, path: string): Promise<Load> {
  const session = await tab.createCDPSession()
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_4G)
  const kinds = new Map<string, string>()
  const weights: Record<string, number> = {}
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    // What is kept for later reading is not part of the page.
    if (!response.fromServiceWorker && !response.url.endsWith('/sw.js')) kinds.set(requestId, type)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind) weights[kind] = (weights[kind] ?? 0) + encodedDataLength
  })
  await tab.evaluateOnNewDocument(() => {
    const seen = { cls: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
        if (!shift.hadRecentInput) seen.cls += shift.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await site.open(tab, path)
  await tab.waitForNetworkIdle({ idleTime: 300, concurrency: 2 })
  const { cls } = await tab.evaluate(() => (window as unknown as { seen: { cls: number } }).seen)
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  return {
    page: total,
    fonts: weights['Font'] ?? 0,
    script: weights['Script'] ?? 0,
    style: weights['Stylesheet'] ?? 0,
    cls,
  }
}

describe.each([
  ['phone', PHONE],
  ['desk', DESK],
] as const)('on a slow 4G, %s', (_name, viewport) => {
  it('every page is light, and no line of it moves', async () => {
    const over: string[] = []
    for (const path of site.pages)
      await site.onTab(async tab => {
        await tab.setViewport(viewport)
        const { page, fonts, script, style, cls } = await load(tab, path)
        if (page > BUDGET.page) over.push(`${path} weighs ${page}`)
        if (page - fonts > BUDGET.withoutFonts) over.push(`${path} weighs ${page - fonts} without fonts`)
        if (script > BUDGET.script) over.push(`${path} has ${script} of script`)
        if (style > BUDGET.style) over.push(`${path} has ${style} of style`)
        if (cls !== 0) over.push(`${path} moves by ${cls}`)
      })
    expect(over).toEqual([])
  })
})
