import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAxe } from '../../build/judge/audit/axe.ts'
import { askSearch, DESK, PHONE, readEditedSite, type SiteReader } from './site-reader.ts'

/** One page of each layout; `npm run test:hard` and the release ask all of them. */
const SAMPLE = ['', 'fiches/scic/', 'territoires/', '404.html']

let site: SiteReader

beforeAll(async () => {
  site = await readEditedSite(kit => {
    kit.site.url = 'https://example.org'
  })
})
afterAll(() => site?.[Symbol.asyncDispose]())

describe.each(['light', 'dark'])('axe finds nothing, %s', scheme => {
  it.each(SAMPLE)('on /%s, on a desk and on a phone', async path => {
    await site.onTab(async tab => {
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      await site.open(tab, path)
      await tab.$$eval('details', all => {
        for (const one of all) one.open = true
      })
      for (const viewport of [DESK, PHONE]) {
        await tab.setViewport(viewport)
        expect(await runAxe(tab), `${viewport.width} px`).toEqual([])
      }
    })
  })

  it('in the search and its results', async () => {
    await site.onTab(async tab => {
      await tab.setViewport(PHONE)
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      await site.open(tab, '?q=insertion')
      await tab.waitForSelector('.resultat')
      expect(await runAxe(tab)).toEqual([])
      await site.open(tab, 'fiches/scic/')
      await askSearch(tab)
      await tab.waitForSelector('dialog[open]')
      await tab.keyboard.type('insertion')
      await tab.waitForSelector('.resultat')
      expect(await runAxe(tab)).toEqual([])
    })
  })
})
