import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withPdf } from '../../build/ground/disk/with-pdf.ts'
import { contrast } from '../../src/text/contrast.ts'
import { sampleOf } from '../thorough.ts'
import { DESK, PHONE, readKitSite, SCREENS, type SiteReader, stopsOf } from './site-reader.ts'

/** The spacing that WCAG 1.4.12 lets a reader ask for. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

/** The words of some elements that stand on more than one line. */
const wordsParted = (tab: Page, selector: string) =>
  tab.$$eval(selector, elements =>
    elements.flatMap(element => {
      const parted: string[] = []
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const within = text.parentElement
        if (!within?.checkVisibility() || within.clientWidth === 1 || within.closest('svg')) continue
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\p{L}{4,}/gu)) {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          const lines = [...range.getClientRects()].filter(({ width }) => width > 1)
          if (new Set(lines.map(({ top }) => Math.round(top))).size > 1 && within.offsetWidth > 1)
            parted.push(word)
        }
      }
      return parted
    }),
  )

let site: SiteReader

beforeAll(async () => {
  site = await readKitSite()
})
afterAll(() => site?.[Symbol.asyncDispose]())

describe('the longest words of the kit, at 320 px', () => {
  const paths = [
    '',
    'sommaire/',
    'ressources/',
    'territoires/',
    'sigles/',
    'accessibilite/',
    'familles/levier/',
    'fiches/contractualisation/',
    'fiches/petite-enfance-famille/',
  ]
  it.each(sampleOf(paths, 3))('stay whole in /%s, with more space between their letters too', async path => {
    await site.onTab(async tab => {
      await tab.setViewport({ width: 320, height: 640 })
      await site.open(tab, path)
      await tab.evaluate(spacing => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(spacing)
        document.adoptedStyleSheets = [sheet]
      }, SPACING)
      const parted = await wordsParted(tab, 'body')
      expect(parted).toEqual([])
    })
  })
})

it.each([
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
])(
  'beside a fiche, what one does with it is in sight at $width × $height, and a long plan scrolls',
  async size => {
    await site.onTab(async tab => {
      await tab.setViewport(size)
      await site.open(tab, 'fiches/foncier/')
      await tab.evaluate(() => scrollTo(0, 1500))
      const bottoms = await tab.$$eval('.fiche-usages :is(.bouton, .partage-lien, summary)', ones =>
        ones.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().bottom),
      )
      expect(bottoms.length).toBeGreaterThanOrEqual(3)
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(size.height)
      const plan = await tab.$eval('.sur-cette-page', one => ({
        higher: one.scrollHeight > one.clientHeight,
        scrolls: getComputedStyle(one).overflowY,
      }))
      expect(plan).toEqual({ higher: true, scrolls: 'auto' })
      await tab.$$eval('.sur-cette-page a', links => (links.at(-1) as HTMLElement).focus())
      await tab.waitForFunction(() => {
        const box = document.querySelector('.sur-cette-page')?.getBoundingClientRect()
        const link = document.activeElement?.getBoundingClientRect()
        return box && link && link.bottom <= box.bottom && link.top >= box.top
      })
    })
  },
)

it.each(['light', 'dark'])('a chart is read in forced colours, %s', async scheme => {
  await site.onTab(async tab => {
    await site.open(tab, 'fiches/revitalisation-centres-villes/')
    const client = await tab.createCDPSession()
    const features = [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: scheme },
    ]
    await client.send('Emulation.setEmulatedMedia', { features })
    await tab.waitForFunction(() => matchMedia('(forced-colors: active)').matches)
    // Grounds are gone: what stood on one has an edge.
    const edges = await tab.$$eval('.exemple, .loi, .pastille', all =>
      all.map(one => getComputedStyle(one).borderTopStyle),
    )
    expect(new Set(edges)).toEqual(new Set(['solid']))
    const { ground, legend } = await tab.$eval('.graphique .dessin', drawing => ({
      ground: getComputedStyle(drawing).backgroundColor,
      // The words that stand on the ground itself.
      legend: [...drawing.querySelectorAll('text')].map(text => getComputedStyle(text).fill).at(-1),
    }))
    expect(contrast(hexOf(ground), hexOf(legend ?? ''))).toBeGreaterThanOrEqual(4.5)
  })
})

const hexOf = (rgb: string) =>
  `#${(rgb.match(/\d+/g) ?? [])
    .slice(0, 3)
    .map(part => Number(part).toString(16).padStart(2, '0'))
    .join('')}`

it.each(sampleOf(SCREENS, 2))('what has the focus is seen, under no bar, at $width × $height', async size => {
  for (const path of sampleOf(site.pages, 12))
    await site.onTab(async tab => {
      await tab.setViewport(size)
      await site.open(tab, path)
      const { count, hidden } = await stopsOf(tab)
      expect(count, path).toBeGreaterThan(5)
      expect(hidden, path).toEqual([])
    })
})

it('titles keep their words whole on a phone with text at 200 %', async () => {
  await site.onTab(async tab => {
    await tab.setViewport(PHONE)
    const paths = [
      'composer/',
      'familles/levier/',
      'fiches/contractualisation/',
      'pages/avant-propos/',
      'sommaire/',
    ]
    for (const path of sampleOf(
      paths.filter(path => site.pages.includes(path)),
      2,
    )) {
      await site.open(tab, path)
      await tab.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      expect(await tab.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        PHONE.width,
      )
      expect(await wordsParted(tab, ':is(h1, h2, h3)'), path).toEqual([])
    }
  })
})

it('the resources are printed on five sheets: none for their title or for the foot alone', async () => {
  await site.onTab(async tab => {
    await site.open(tab, 'ressources/')
    const sheets = await PDFDocument.load(await tab.pdf({ format: 'A4' }))
    expect(sheets.getPageCount()).toBeLessThanOrEqual(5)
  })
})

it('on paper no sheet has the foot or the key words alone', async () => {
  await site.onTab(async tab => {
    const fiches = site.pages.filter(path => path.startsWith('fiches/'))
    for (const path of ['territoires/', ...sampleOf(fiches, 4)]) {
      await site.open(tab, path)
      const words = await withPdf(Buffer.from(await tab.pdf({ format: 'A4' })), async sheets => {
        const { items } = await (await sheets.getPage(sheets.numPages)).getTextContent()
        return items.map(item => ('str' in item ? item.str : '')).join('')
      })
      expect(words.length, path).toBeGreaterThan(350)
    }
  })
})

it('an acronym says what it means to a finger and to the keyboard', async () => {
  await site.onTab(async tab => {
    await tab.setViewport({ ...PHONE, hasTouch: true, isMobile: true })
    await site.open(tab, 'fiches/scic/')
    const acronym = await tab.waitForSelector('.corps abbr[role="button"]')
    const meaning = await acronym?.evaluate(one => one.getAttribute('title'))
    const isTold = (open: boolean) =>
      tab.waitForFunction(
        (words, shown) => {
          const note = document.querySelector('.sigle-dit:popover-open')
          return shown ? note?.textContent === words : note === null
        },
        {},
        meaning,
        open,
      )
    await acronym?.tap()
    await isTold(true)
    await tab.keyboard.press('Escape')
    await isTold(false)
    await acronym?.focus()
    await tab.keyboard.press('Enter')
    await isTold(true)
  })
})

it('an example is at least 360 px wide beside the text of a fiche', async () => {
  await site.onTab(async tab => {
    for (const width of [1120, 1280]) {
      await tab.setViewport({ width, height: 800 })
      await site.open(tab, 'fiches/politique-de-la-ville/')
      const widths = await tab.$$eval('.marge > .exemple', all => all.map(one => one.clientWidth))
      expect(Math.min(...widths), `${width} px`).toBeGreaterThanOrEqual(360)
    }
  })
})

it('the keyboard goes from the field of the search to its button, as the eye does', async () => {
  await site.onTab(async tab => {
    await tab.setViewport(DESK)
    await site.open(tab, '')
    await tab.focus('#recherche-mots')
    await tab.keyboard.press('Tab')
    const [field, button] = await tab.$$eval('#recherche-mots, .recherche-lancer', ones =>
      ones.map(one => one.getBoundingClientRect().left),
    )
    expect(await tab.evaluate(() => document.activeElement?.className)).toBe('recherche-lancer')
    expect(button).toBeGreaterThan(field ?? 0)
  })
})

it('a card leads to its fiche wherever it is pressed; the page moves smoothly for those who wish it', async () => {
  await site.onTab(async tab => {
    await tab.setViewport(DESK)
    await site.open(tab, '')
    const pressed = await tab.$eval('.carte-resume', words => {
      words.scrollIntoView({ block: 'center' })
      const { left, top } = words.getBoundingClientRect()
      return document.elementFromPoint(left + 4, top + 4)?.closest('a')?.pathname
    })
    expect(pressed).toContain('/fiches/')
    const scrolls = () => tab.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)
    expect(await scrolls()).toBe('auto')
    await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'no-preference' }])
    expect(await scrolls()).toBe('smooth')
  })
})

it('the home page on paper is a list: a numeral beside a title, with its summary, no empty card', async () => {
  await site.onTab(async tab => {
    // The width of a sheet between its margins.
    await tab.setViewport({ width: 700, height: 1000 })
    await tab.emulateMediaType('print')
    await site.open(tab, '')
    const cards = await tab.$$eval('.carte', all =>
      all.map(card => {
        const box = (name: string) => card.querySelector(name)?.getBoundingClientRect() ?? new DOMRect()
        const [numeral, title, summary] = [box('.carte-numero'), box('.carte-titre'), box('.carte-resume')]
        return {
          parted: numeral.right <= title.left + 1,
          summary: summary.height > 0,
          full: summary.bottom > card.getBoundingClientRect().bottom - 12,
        }
      }),
    )
    expect(cards.length).toBeGreaterThan(10)
    expect(new Set(cards.map(card => JSON.stringify(card)))).toEqual(
      new Set([JSON.stringify({ parted: true, summary: true, full: true })]),
    )
  })
})
