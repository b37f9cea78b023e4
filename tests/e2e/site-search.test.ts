import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import type { Kit } from '../../src/kit/kit.ts'
import { askSearch, DESK, PHONE, readKitSite, type SiteReader } from './site-reader.ts'

let site: SiteReader
let kit: Kit

beforeAll(async () => {
  const read = await readKit('fiches')
  if (!read.kit) throw new Error('fiches has errors')
  kit = read.kit
  site = await readKitSite()
})
afterAll(() => site?.[Symbol.asyncDispose]())

const status = (tab: Page) => tab.$eval('.recherche-etat', element => element.textContent ?? '')
const told = (tab: Page, words: string) =>
  tab.waitForFunction(
    wanted => document.querySelector('.recherche-etat')?.textContent?.includes(wanted),
    {},
    `pour «\u00a0${words}\u00a0»`,
  )
const resultsIn = (tab: Page) =>
  tab.$$eval('.resultat > a', links => links.map(link => new URL((link as HTMLAnchorElement).href).pathname))
const focused = (tab: Page) =>
  tab.evaluate(
    () => document.activeElement?.closest('.resultat a')?.getAttribute('href') ?? document.activeElement?.id,
  )

describe('the search', () => {
  it('tells the family, the section and the passage of a result, and leads to the section', async () => {
    await site.onTab(async tab => {
      await site.open(tab, '?q=cantine')
      await told(tab, 'cantine')
      const first = await tab.$eval('.resultat', element => ({
        genre: element.querySelector('.resultat-genre')?.textContent,
        section: element.querySelector('.resultat-section')?.textContent,
        marked: element.querySelector('mark')?.textContent,
        href: element.querySelector('a')?.getAttribute('href'),
      }))
      expect(first.genre).toBe('Fiche thématique 9')
      expect(first.section).toMatch(/cantine/)
      expect(first.marked).toMatch(/cantine|restauration/)
      expect(first.href).toMatch(/^\/kit\/fiches\/agriculture-alimentation\/#./)
      await Promise.all([tab.waitForNavigation(), tab.click('.resultat a')])
      const anchor = decodeURIComponent(new URL(tab.url()).hash.slice(1))
      expect(await tab.evaluate(id => document.getElementById(id) !== null, anchor)).toBe(true)
    })
  })

  it('says when there is nothing, and comes back to the fiches when its field is emptied', async () => {
    await site.onTab(async tab => {
      await tab.setViewport(PHONE)
      await site.open(tab, '')
      await tab.type('#recherche-mots', 'xylophone')
      await told(tab, 'xylophone')
      expect(await status(tab)).toMatch(/^Aucun résultat/)
      expect(await tab.$eval('.liste-fiches', list => list.checkVisibility())).toBe(false)
      expect(await tab.$eval('.recherche-suite', button => button.checkVisibility())).toBe(false)
      await tab.keyboard.press('Escape')
      await tab.waitForFunction(() => document.querySelector('.liste-fiches')?.checkVisibility())
      expect(new URL(tab.url()).search).toBe('')
    })
  })

  it('shows the results of what a slip was meant to be, and the families where nothing is found', async () => {
    await site.onTab(async tab => {
      await site.open(tab, '?q=marhce')
      await told(tab, 'marché')
      expect(await status(tab)).toMatch(
        /^Aucun résultat pour «\u00a0marhce\u00a0»\. \d+ résultats pour «\u00a0marché\u00a0»/,
      )
      expect((await resultsIn(tab))[0]).toBe('/kit/fiches/commande-publique/')
      await site.open(tab, '?q=xylophone')
      await told(tab, 'xylophone')
      expect(await tab.$$eval('.recherche-familles a', links => links.length)).toBe(kit.familles.length)
    })
  })

  it('looks in all families, whose filter is away while there are words', async () => {
    await site.onTab(async tab => {
      await tab.setViewport(PHONE)
      await site.open(tab, '?q=insertion&famille=levier')
      await told(tab, 'insertion')
      expect(await tab.$eval('.outils', one => one.checkVisibility())).toBe(false)
      const families = await tab.$$eval('.resultat[class*="famille-"]', items =>
        items.map(item => /famille-(\w+)/.exec(item.className)?.[1]),
      )
      expect(new Set(families).size).toBeGreaterThan(1)
      const top = await tab.$eval('.resultat', one => one.getBoundingClientRect().top)
      expect(top).toBeLessThan(0.6 * PHONE.height)
      await tab.focus('#recherche-mots')
      await tab.keyboard.press('Escape')
      await tab.waitForFunction(() => document.querySelector('.outils')?.checkVisibility())
    })
  })

  it('is used with the keyboard alone, in a dialog on a page of a fiche', async () => {
    await site.onTab(async (tab, faults) => {
      await tab.setViewport(DESK)
      await site.open(tab, 'fiches/scic/')
      await askSearch(tab)
      await tab.waitForSelector('dialog[open]')
      expect(await focused(tab)).toBe('recherche-mots')
      await tab.keyboard.type('monnaie locale')
      await told(tab, 'monnaie locale')
      const [first, second] = await tab.$$eval('.resultat a', links =>
        links.map(link => link.getAttribute('href')),
      )
      await tab.keyboard.press('ArrowDown')
      expect(await focused(tab)).toBe(first)
      await tab.keyboard.press('ArrowDown')
      expect(await focused(tab)).toBe(second)
      await tab.keyboard.press('ArrowUp')
      await tab.keyboard.press('ArrowUp')
      expect(await focused(tab)).toBe('recherche-mots')
      // One Escape closes, whatever the field holds.
      await tab.keyboard.press('Escape')
      await tab.waitForFunction(() => !document.querySelector('dialog[open]'))
      await askSearch(tab)
      await tab.waitForSelector('dialog[open]')
      await tab.keyboard.type('foncier')
      await told(tab, 'foncier')
      await tab.keyboard.press('Enter')
      await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')])
      expect(tab.url()).toContain('/kit/fiches/foncier/')
      expect(faults).toEqual([])
    })
  })

  it('leaves the page behind it where it is, and gives the focus back', async () => {
    await site.onTab(async tab => {
      await tab.setViewport(DESK)
      await site.open(tab, 'fiches/scic/')
      await tab.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }))
      await askSearch(tab)
      await tab.waitForSelector('dialog[open]')
      await tab.mouse.move(20, 600)
      await tab.mouse.wheel({ deltaY: 700 })
      // What the wheel would do is done by the next frames.
      await tab.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
      expect(await tab.evaluate(() => scrollY)).toBe(900)
      await tab.keyboard.type('insertion')
      await told(tab, 'insertion')
      await tab.keyboard.press('Escape')
      await tab.waitForFunction(() => !document.querySelector('dialog[open]'))
      expect(await tab.evaluate(() => scrollY)).toBe(900)
      // The field of the page that is read: the button that the keyboard stands for.
      await tab.click('.entete .chercher')
      await tab.waitForSelector('dialog[open]')
      await tab.keyboard.press('Escape')
      await tab.waitForFunction(() => document.activeElement?.matches('.chercher'))
    })
  })

  it('says at home that there is no network, and finds once there is', async () => {
    await site.onTab(async tab => {
      await tab.setBypassServiceWorker(true)
      await site.open(tab, '')
      await tab.setOfflineMode(true)
      await tab.type('#recherche-mots', 'can')
      await tab.waitForFunction(() => document.querySelector('.recherche-panne')?.checkVisibility())
      await tab.setOfflineMode(false)
      await told(tab, 'can')
      await tab.type('#recherche-mots', 'tine')
      await told(tab, 'cantine')
      expect((await resultsIn(tab)).length).toBeGreaterThan(0)
      expect(await tab.$eval('.recherche-panne', words => words.checkVisibility())).toBe(false)
    })
  })

  it('finds at home what is typed while its index fails to come', async () => {
    await site.onTab(async tab => {
      await tab.setBypassServiceWorker(true)
      await site.open(tab, '')
      await tab.setRequestInterception(true)
      let isTyped = () => {}
      const typed = new Promise<void>(done => {
        isTyped = done
      })
      let failures = 0
      tab.on('request', async request => {
        if (!request.url().endsWith('recherche.json') || failures++ > 0) return request.continue()
        await typed
        await request.abort()
      })
      await tab.type('#recherche-mots', 'cantine')
      isTyped()
      await told(tab, 'cantine')
    })
  })

  it('is a link to the sommaire without script', async () => {
    await site.onTab(async tab => {
      await tab.setJavaScriptEnabled(false)
      for (const [path, link] of [
        ['', '.recherche-accueil a'],
        ['fiches/scic/', 'a.chercher'],
      ] as const) {
        await site.open(tab, path)
        expect(await tab.$eval(link, element => element.getAttribute('href'))).toBe('/kit/sommaire/')
      }
    })
  })
})
