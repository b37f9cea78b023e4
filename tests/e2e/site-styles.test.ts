import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleOf } from '../thorough.ts'
import { DESK, PHONE, readKitSite, type SiteReader } from './site-reader.ts'

let site: SiteReader

beforeAll(async () => {
  site = await readKitSite()
})
afterAll(() => site?.[Symbol.asyncDispose]())

/** A page of each kind, and the least share of its style sheets, in characters, that it uses: as it opens, wide and narrow, by day and
 *  by night, and on paper. What it has for a pointer, the keyboard, an open menu or colours that a reader forces counts as unused. */
const kinds: [path: string, least: number][] = [
  ['', 0.6],
  ['fiches/scic/', 0.6],
  ['fiches/competences-bloc-communal/', 0.45],
  ['familles/levier/', 0.55],
  ['territoires/', 0.6],
  ['sommaire/', 0.55],
  ['sigles/', 0.55],
  ['ressources/', 0.58],
  ['a-propos/', 0.55],
  ['pages/rtes/', 0.5],
]

it.each(sampleOf(kinds, 3))('« %s » uses what it loads', async (path, least) => {
  await site.onTab(async tab => {
    const drawn = () =>
      tab.evaluate(
        () => new Promise<void>(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
      )
    await tab.setViewport(DESK)
    await tab.coverage.startCSSCoverage()
    await site.open(tab, path)
    await tab.setViewport(PHONE)
    await drawn()
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    await drawn()
    await tab.emulateMediaType('print')
    await drawn()
    const sheets = await tab.coverage.stopCSSCoverage()
    expect(sheets.length).toBeLessThanOrEqual(5)
    const used = sheets.flatMap(({ ranges }) => ranges).reduce((sum, { start, end }) => sum + end - start, 0)
    expect(used / sheets.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(least)
  })
})

it('no page lacks a rule that another style sheet of the site has for what it shows', async () => {
  await site.onTab(async tab => {
    await site.open(tab, '')
    const all = await sheetsOfSite(tab)
    expect(all.length).toBeGreaterThan(8)
    for (const path of sampleOf(site.pages, 4)) {
      await site.open(tab, path)
      expect(await lacking(tab, all), path).toEqual([])
    }
  })
})

/** Addresses of all style sheets that pages link to. */
async function sheetsOfSite(tab: Page): Promise<string[]> {
  const hrefs = await tab.evaluate(
    async addresses => {
      const linked = addresses.map(async address => {
        const html = await (await fetch(address)).text()
        const links = new DOMParser()
          .parseFromString(html, 'text/html')
          .querySelectorAll('link[rel="stylesheet"]')
        return [...links].map(link => new URL(link.getAttribute('href') ?? '', address).href)
      })
      return (await Promise.all(linked)).flat()
    },
    site.pages.map(path => site.url + path),
  )
  return [...new Set(hrefs)]
}

/** Rules whose selector stands for an element of the page, in a style sheet that it does not load. */
const lacking = (tab: Page, all: readonly string[]) =>
  tab.evaluate(async hrefs => {
    const rulesOf = (list: CSSRuleList): CSSStyleRule[] =>
      [...list].flatMap(rule =>
        rule instanceof CSSStyleRule
          ? [rule, ...rulesOf(rule.cssRules)]
          : rule instanceof CSSGroupingRule
            ? rulesOf(rule.cssRules)
            : [],
      )
    const has = new Set(
      [...document.styleSheets].flatMap(sheet => rulesOf(sheet.cssRules)).map(rule => rule.cssText),
    )
    const lacks: string[] = []
    for (const href of hrefs) {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(await (await fetch(href)).text())
      for (const rule of rulesOf(sheet.cssRules))
        if (!has.has(rule.cssText) && document.querySelector(rule.selectorText) !== null)
          lacks.push(rule.cssText)
    }
    return lacks
  }, all)
