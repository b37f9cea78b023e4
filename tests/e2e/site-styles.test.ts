import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { faintWords } from '../faint-words.ts'
import { thorough } from '../thorough.ts'
import { DESK, readKitSite, type SiteReader, STILL } from './site-reader.ts'

let site: SiteReader

beforeAll(async () => {
  site = await readKitSite()
})
afterAll(() => site?.[Symbol.asyncDispose]())

it('no page lacks a rule that another style sheet of the site has for what it shows; its words stand out from their ground, by day and by night', async () => {
  await site.onTab(async tab => {
    await tab.setViewport(DESK)
    await site.open(tab, '')
    const all = await sheetsOfSite(tab)
    expect(all.length).toBeGreaterThan(8)
    const faint: string[] = []
    for (const path of thorough ? site.pages : await pagesOfAllClasses(tab)) {
      await site.open(tab, path)
      expect(await lacking(tab, all), path).toEqual([])
      for (const value of ['light', 'dark']) {
        await tab.emulateMediaFeatures([...STILL, { name: 'prefers-color-scheme', value }])
        faint.push(...(await faintWords(tab)).map(words => `${path}, ${value}: ${words}`))
      }
    }
    expect(faint).toEqual([])
  })
})

/** A few pages that hold between them every class of the site. */
async function pagesOfAllClasses(tab: Page): Promise<string[]> {
  const classes = await tab.evaluate(
    async addresses =>
      await Promise.all(
        addresses.map(async address => {
          const html = await (await fetch(address)).text()
          return [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '))
        }),
      ),
    site.pages.map(path => site.url + path),
  )
  const missing = new Set(classes.flat())
  const pages: string[] = []
  while (missing.size > 0) {
    const gains = classes.map(names => new Set(names.filter(name => missing.has(name))).size)
    const best = gains.indexOf(Math.max(...gains))
    for (const name of classes[best] ?? []) missing.delete(name)
    pages.push(site.pages[best] ?? '')
  }
  return pages
}

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
