import type { Page, Viewport } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAxe } from '../../build/gate/read/axe.ts'
import { askSearch, DESK, PHONE, readKitSite, type SiteReader } from './site-reader.ts'

/** One page of each layout, each in a look of its own. All pages in all looks: `tests/hard/site-quality.test.ts` and the release; all
 *  that a reader opens on them: `tests/hard/editions/site-states.test.ts`. */
const LOOKS: [path: string, scheme: string, viewport: Viewport][] = [
  ['', 'light', DESK],
  ['fiches/scic/', 'dark', PHONE],
  ['territoires/', 'light', PHONE],
  ['404.html', 'dark', DESK],
]

let site: SiteReader

beforeAll(async () => {
  site = await readKitSite()
})
afterAll(() => site?.[Symbol.asyncDispose]())

const shine = (tab: Page, value: string) =>
  tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])

describe('axe finds nothing', () => {
  it.each(LOOKS)('on /%s, %s', async (path, scheme, viewport) => {
    await site.onTab(async tab => {
      await tab.setViewport(viewport)
      await shine(tab, scheme)
      await site.open(tab, path)
      await tab.$$eval('details', all => {
        for (const one of all) one.open = true
      })
      expect(await runAxe(tab)).toEqual([])
    })
  })

  it('in the search and its results, by day and by night', async () => {
    await site.onTab(async tab => {
      await tab.setViewport(PHONE)
      await site.open(tab, '?q=insertion')
      await tab.waitForSelector('.resultat')
      expect(await runAxe(tab)).toEqual([])
      await shine(tab, 'dark')
      await site.open(tab, 'fiches/scic/')
      await askSearch(tab)
      await tab.waitForSelector('dialog[open]')
      await tab.keyboard.type('insertion')
      await tab.waitForSelector('.resultat')
      expect(await runAxe(tab)).toEqual([])
    })
  })
})
