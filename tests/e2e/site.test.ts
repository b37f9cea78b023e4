import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { wordsOf } from '../../build/gate/read/words.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import { sequence } from '../../src/kit/indexes/indexes.ts'
import type { Kit } from '../../src/kit/kit.ts'
import { sampleOf } from '../thorough.ts'
import { openPdf, type ReadPdf } from './read-pdf.ts'
import { DESK, PHONE, readSite, type SiteReader } from './site-reader.ts'

const opened = new Map<string, Promise<ReadPdf>>()
const pdfOf = (path: string): Promise<ReadPdf> => {
  const pdf = opened.get(path) ?? openPdf(path)
  opened.set(path, pdf)
  return pdf
}

describe.each([
  ['fiches', inject('editions').kit],
  ['tests/fixtures/kits/autre', inject('editions').autre],
])('the site of %s in the browser', (fiches, out) => {
  let kit: Kit
  let site: SiteReader

  beforeAll(async () => {
    const read = await readKit(fiches)
    if (!read.kit) throw new Error(`${fiches} has errors`)
    kit = read.kit
    site = await readSite(join(out, 'site'), kit.site.base)
  })
  afterAll(() => site?.[Symbol.asyncDispose]())

  const onTab: SiteReader['onTab'] = visit => site.onTab(visit)
  const open = (tab: Page, path: string) => site.open(tab, path)
  const overflow = (tab: Page) =>
    tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

  it('never scrolls sideways (desk, phone, 320 px, text at 200 %), asks nothing of another host, has no error', async () => {
    await onTab(async (tab, faults) => {
      const found: string[] = []
      for (const path of sampleOf(site.pages, 3)) {
        await tab.setViewport(DESK)
        await open(tab, path)
        for (const viewport of [DESK, PHONE, { width: 320, height: 640 }]) {
          await tab.setViewport(viewport)
          if ((await overflow(tab)) > 0) found.push(`${path} is wider than ${viewport.width} px`)
        }
        await tab.setViewport(DESK)
        await tab.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
        if ((await overflow(tab)) > 0) found.push(`${path} is too wide with text at 200 %`)
      }
      expect([...faults, ...found]).toEqual([])
    })
  })

  it('leads from « p. 27 du kit imprimé » to that page of the PDF: its folio, and the words of the fiche', async () => {
    const links = await onTab(async tab => {
      const hrefs = new Map<string, string[]>()
      const printed = kit.fiches.filter(({ statut }) => statut !== 'a-paraitre')
      for (const { slug } of sampleOf(printed, 3)) {
        await open(tab, `fiches/${slug}/`)
        hrefs.set(
          slug,
          await tab.$$eval('a[href*=".pdf#page="]', all => all.map(link => link.getAttribute('href') ?? '')),
        )
      }
      return hrefs
    })
    const letters = (text: string) => wordsOf(text).join('')
    for (const { slug, titre } of kit.fiches.filter(({ slug }) => links.has(slug))) {
      expect(links.get(slug), slug).not.toEqual([])
      for (const href of links.get(slug) ?? []) {
        const [path = '', page] = href.slice(kit.site.base.length).split('#page=')
        const pdf = await pdfOf(join(out, 'site', decodeURIComponent(path)))
        const { text = '' } = pdf.pages[Number(page) - 1] ?? {}
        expect(letters(text), `${slug}, ${href}`).toContain(letters(titre))
        expect(text, href).toMatch(new RegExp(`(?<!\\d)${page}(?!\\d)`))
      }
    }
  })

  it('filters the fiches by family without script', async () => {
    await onTab(async tab => {
      await tab.setJavaScriptEnabled(false)
      await tab.setViewport(DESK)
      await open(tab, '')
      const shown = () =>
        tab.$$eval('.carte', cards =>
          cards.filter(card => card.checkVisibility()).map(card => card.className),
        )
      const online = kit.fiches.filter(({ statut }) => statut !== 'a-paraitre')
      expect(await shown()).toHaveLength(online.length)
      for (const { id } of kit.familles) {
        await tab.click(`#famille-${id}`)
        const cards = await shown()
        expect(cards).toHaveLength(online.filter(({ famille }) => famille === id).length)
        expect(cards.every(name => name.split(' ').includes(`famille-${id}`))).toBe(true)
      }
      await tab.click('#famille-toutes')
      expect(await shown()).toHaveLength(online.length)
    })
  })

  it('folds its navigation into a menu that opens without script on a phone', async () => {
    await onTab(async tab => {
      await tab.setJavaScriptEnabled(false)
      await tab.setViewport(PHONE)
      await open(tab, '')
      const link = '.menu a[href$="/sommaire/"]'
      const visible = () =>
        tab.$eval(link, element => element.checkVisibility({ contentVisibilityAuto: true }))
      expect(await visible()).toBe(false)
      await tab.click('.menu summary')
      expect(await visible()).toBe(true)
      await Promise.all([tab.waitForNavigation(), tab.click(link)])
      expect(tab.url()).toBe(`${site.url}sommaire/`)
    })
  })

  it('begins for the keyboard with a link to the content', async () => {
    await onTab(async tab => {
      await tab.setViewport(DESK)
      await open(tab, 'sommaire/')
      await tab.keyboard.press('Tab')
      expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu')
      await tab.keyboard.press('Enter')
      expect(await tab.evaluate(() => document.activeElement?.id)).toBe('contenu')
    })
  })

  it.each(['sommaire/', 'composer/'])('prints /%s in ink, on no more than two sheets', async path => {
    await onTab(async tab => {
      await open(tab, path)
      const sheets = await tab.pdf({ format: 'A4' })
      expect((await PDFDocument.load(sheets)).getPageCount()).toBeLessThanOrEqual(2)
      await tab.emulateMediaType('print')
      const grounds = await tab.$$eval('main :is(h2, legend)', heads =>
        heads.map(head => getComputedStyle(head).backgroundColor),
      )
      expect(new Set(grounds)).toEqual(new Set(['rgba(0, 0, 0, 0)']))
    })
  })

  it('prints the text of a fiche without what only a screen can use', async () => {
    const fiche = sequence(kit).find(item => item.kind === 'fiche')
    await onTab(async tab => {
      await open(tab, `fiches/${fiche?.id}/`)
      await tab.emulateMediaType('print')
      const shown = (selector: string) => tab.$$eval(selector, all => all.some(one => one.checkVisibility()))
      expect(await shown('.navigation, .menu, .fiche-outils, .voisines')).toBe(false)
      expect(await shown('.corps p')).toBe(true)
      // White words are not printed without their ground.
      const grounds = await tab.$$eval('.exemple, .loi, .pastille', all =>
        all.map(one => getComputedStyle(one).printColorAdjust),
      )
      expect(new Set([...grounds, 'exact'])).toEqual(new Set(['exact']))
    })
  })
})
