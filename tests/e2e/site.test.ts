import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readKit } from '../../build/disk/read-kit.ts'
import { missingWords, wordsOf } from '../../build/gate/read/words.ts'
import { type Item, sequence } from '../../src/indexes/sequence.ts'
import type { Kit } from '../../src/kit.ts'
import { sampleOf } from '../thorough.ts'
import { openPdf, type ReadPdf } from './read-pdf.ts'
import { DESK, PHONE, readSite, type SiteReader } from './site-reader.ts'
import { textOfMarkdown } from './text-of-markdown.ts'

/** In px. */
const WIDTHS = Array.from({ length: 81 }, (_, index) => 320 + 20 * index)

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

  it('never scrolls sideways at any width from 320 to 1920 px', async () => {
    await onTab(async tab => {
      const fiche = kit.fiches.find(({ statut }) => statut !== 'a-paraitre')
      const found: string[] = []
      for (const path of ['', 'sommaire/', `fiches/${fiche?.slug}/`, 'territoires/', 'accessibilite/']) {
        await open(tab, path)
        for (const width of sampleOf(WIDTHS, 10)) {
          await tab.setViewport({ width, height: 800 })
          if ((await overflow(tab)) > 0) found.push(`${path} at ${width} px`)
        }
      }
      expect(found).toEqual([])
    })
  })

  it('holds every word of every fiche and page, without script', async () => {
    await onTab(async tab => {
      await tab.setJavaScriptEnabled(false)
      for (const item of sampleOf(sequence(kit), 2)) {
        const body = bodyOf(item)
        if (!body) continue
        await open(tab, body.path)
        const shown = await tab.$eval('article', article => article.textContent ?? '')
        const lost = missingWords(wordsOf(`${body.titre}\n${textOfMarkdown(body.source)}`), wordsOf(shown))
        expect(lost, item.id).toEqual([])
      }
    })
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

  it('copies the link of a section, and says so', async () => {
    const fiche = sequence(kit).find(item => item.kind === 'fiche')
    if (fiche?.kind !== 'fiche') throw new Error('the kit has no published fiche')
    await onTab(async tab => {
      await tab.setViewport(DESK)
      await open(tab, `fiches/${fiche.id}/`)
      await tab.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: {
            async writeText(text: string) {
              document.title = text
            },
          },
        })
      })
      const button = await tab.$('.corps h2 .copier-lien')
      if (!button) return expect(fiche.fiche.corps.plan).toEqual([])
      await button.evaluate(element => (element as HTMLElement).click())
      const [section] = fiche.fiche.corps.plan
      await tab.waitForFunction(() =>
        [...document.querySelectorAll('[role="status"]')].some(
          ({ textContent }) => textContent === 'Lien copié',
        ),
      )
      expect(await tab.title()).toBe(`${site.url}fiches/${fiche.id}/#${section?.ancre}`)
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
    })
  })
})

/** What a page of the site shows of the kit's text. */
function bodyOf(item: Item): { path: string; titre: string; source: string } | null {
  switch (item.kind) {
    case 'fiche':
      return { path: `fiches/${item.id}/`, titre: item.fiche.titre, source: item.fiche.corps.source }
    case 'page':
      // A site has no back cover.
      if (item.page.gabarit === 'quatrieme') return null
      return { path: `pages/${item.id}/`, titre: item.page.titre, source: item.page.corps.source }
    default:
      return null
  }
}
