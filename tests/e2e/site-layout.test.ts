import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOf } from '../thorough.ts'
import { PHONE, readKitSite, type SiteReader } from './site-reader.ts'

/** Nothing stays empty for longer beside a box, in px: the text column beside a box of the margin, the margin beside a box of the text. */
const HOLE = 250

/** The spacing that WCAG 1.4.12 lets a reader ask for. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

let site: SiteReader

beforeAll(async () => {
  site = await readKitSite()
})
afterAll(() => site?.[Symbol.asyncDispose]())

const fiches = () => site.pages.filter(path => path.startsWith('fiches/'))

/** The longest empty stretch of the margin beside a box that stands under its text. */
const longestMarginHole = (tab: Page) =>
  tab.evaluate(() => {
    const right = document.querySelector('.corps')?.getBoundingClientRect().right ?? 0
    const boxes = [...document.querySelectorAll('.bloc')].map(box => box.getBoundingClientRect())
    const holes = [...document.querySelectorAll('.dessous > .bloc')].map(box => {
      const { top, bottom, right: end } = box.getBoundingClientRect()
      if (right - end < 200) return 0
      const beside = boxes.filter(one => one.left > end && one.bottom > top && one.top < bottom)
      return bottom - Math.max(top, ...beside.map(one => one.bottom))
    })
    return Math.round(Math.max(0, ...holes))
  })

/** The longest empty stretch of the text column beside a box. */
const longestHole = (tab: Page) =>
  tab.evaluate(() => {
    const texts = [
      ...document.querySelectorAll('.texte > *, .corps h2, .plein > *, .dessous, .ressources-section'),
    ]
      .map(element => element.getBoundingClientRect())
      .filter(({ height }) => height > 0)
      .sort((a, b) => a.top - b.top)
    const holes = [...document.querySelectorAll('.marge')]
      .filter(marge => getComputedStyle(marge).float === 'right')
      .map(marge => {
        const { top, bottom } = marge.getBoundingClientRect()
        let [end, worst] = [top, 0]
        for (const text of texts.filter(text => text.bottom > top && text.top < bottom)) {
          worst = Math.max(worst, text.top - end)
          end = Math.max(end, text.bottom)
        }
        return Math.max(worst, bottom - end)
      })
    return Math.round(Math.max(0, ...holes))
  })

it('no fiche has a hole beside a box at 1280 and 1920 px', async () => {
  const over: string[] = []
  for (const path of sampleOf(fiches(), 2))
    await site.onTab(async tab => {
      await tab.setViewport({ width: 1280, height: 900 })
      await site.open(tab, path)
      for (const width of [1280, 1920]) {
        await tab.setViewport({ width, height: 900 })
        const hole = Math.max(await longestHole(tab), await longestMarginHole(tab))
        if (hole > HOLE) over.push(`${path} ${hole} at ${width} px`)
      }
    })
  expect(over).toEqual([])
})

it.each([{ width: 1280, height: 800 }, PHONE])(
  'the search is in the first screen of the home page, $width px',
  async size => {
    await site.onTab(async tab => {
      await tab.setViewport(size)
      await site.open(tab, '')
      const bottom = await tab.$eval('#recherche-mots', input => input.getBoundingClientRect().bottom)
      expect(bottom).toBeLessThan(size.height)
    })
  },
)

/** The lines of the head of a fiche that run under its numeral. */
const linesUnderNumeral = (tab: Page) =>
  tab.$eval('.tete-fiche', head => {
    const boxesOf = (element: Element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const boxes: DOMRect[] = []
      while (walker.nextNode()) {
        if (walker.currentNode.parentElement?.closest('.hors-vue')) continue
        const range = document.createRange()
        range.selectNodeContents(walker.currentNode)
        boxes.push(...range.getClientRects())
      }
      return boxes.filter(({ width }) => width > 0)
    }
    const [numeral] = [...head.querySelectorAll('.tete-numero')].flatMap(boxesOf)
    // The figures stand on their line: what is below it and above it is white.
    const [top = 0, bottom = 0] = numeral
      ? [numeral.top + numeral.height * 0.2, numeral.bottom - numeral.height * 0.2]
      : []
    return [...head.querySelectorAll('.fil, .tete-famille, h1, .tete-reperes')].flatMap(line =>
      boxesOf(line).some(
        box =>
          numeral &&
          box.right > numeral.left &&
          box.left < numeral.right &&
          box.bottom > top &&
          box.top < bottom,
      )
        ? [line.className || 'h1']
        : [],
    )
  })

it('no line of the head of a fiche runs under its numeral, from 320 to 1280 px', async () => {
  const under: string[] = []
  await site.onTab(async tab => {
    for (const path of sampleOf(fiches(), 3)) {
      await site.open(tab, path)
      for (const width of [320, 768, 1000, 1280]) {
        await tab.setViewport({ width, height: 900 })
        under.push(...(await linesUnderNumeral(tab)).map(line => `${path} ${line} at ${width} px`))
      }
    }
  })
  expect(under).toEqual([])
})

it('no title is cut at the hyphen of a compound on a phone', async () => {
  await site.onTab(async tab => {
    await tab.setViewport({ width: 320, height: 844 })
    for (const path of ['sommaire/', 'fiches/ess-de-quoi-parle-t-on/', 'familles/introductive/']) {
      await site.open(tab, path)
      const rows = await tab.$$eval('.insecable', words =>
        words.filter(word => word.textContent === 'parle-t-on').map(word => word.getClientRects().length),
      )
      expect(rows.length, path).toBeGreaterThan(0)
      expect(Math.max(...rows), path).toBe(1)
    }
  })
})

it('the keyboard goes through the page as it is seen: line by line, from the left', async () => {
  await site.onTab(async tab => {
    await tab.setViewport({ width: 1280, height: 900 })
    await site.open(tab, '')
    const stops: { top: number; left: number; card: boolean }[] = []
    for (let stop = 0; stop < 36; stop++) {
      await tab.keyboard.press('Tab')
      const place = await tab.evaluate(() => {
        const focused = document.activeElement
        const { left } = focused?.getBoundingClientRect() ?? { left: 0 }
        // Cards of a row begin at one height, whatever their links stand at.
        const whole =
          focused?.closest('.carte, .entete, .outils')?.getBoundingClientRect() ??
          focused?.getBoundingClientRect()
        const card = focused?.closest('.carte')
        return {
          top: Math.round((whole?.top ?? 0) + scrollY),
          left: Math.round(card?.getBoundingClientRect().left ?? left),
          card: card !== null,
        }
      })
      stops.push(place)
    }
    expect(stops.filter(({ card }) => card).length).toBeGreaterThan(10)
    const visible = stops.slice(1) // the first leads past the header, and stands out of sight
    expect(visible).toEqual([...visible].sort((a, b) => a.top - b.top || a.left - b.left))
  })
})

it('a reader on a phone has the plan and the top of the page within reach', async () => {
  await site.onTab(async tab => {
    await tab.setViewport(PHONE)
    await site.open(tab, 'fiches/scic/')
    await tab.evaluate(() => scrollTo({ top: 3000, behavior: 'instant' }))
    await tab.waitForFunction(() => {
      const link = document.querySelector('.retour a')
      return (
        link?.checkVisibility({ visibilityProperty: true }) &&
        link.getBoundingClientRect().bottom <= innerHeight
      )
    })
    await tab.click('.retour a')
    // Unfolded at once, its title in sight.
    await tab.waitForFunction(() => {
      const title = document.querySelector('.sur-cette-page-replie[open] > summary')?.getBoundingClientRect()
      return title && title.top >= 0 && title.bottom < innerHeight
    })
    await tab.evaluate(() => scrollTo({ top: 3000, behavior: 'instant' }))
    await tab.click('.retour a:last-of-type')
    await tab.waitForFunction(() => scrollY < 400)
  })
})

it('a fiche begins on the first screen of a phone; what one does with it is folded there alone', async () => {
  await site.onTab(async tab => {
    const late: string[] = []
    for (const path of sampleOf(fiches(), 3)) {
      await tab.setViewport(PHONE)
      await site.open(tab, path)
      const top = await tab.$eval('.retenir li, .corps p', text => text.getBoundingClientRect().top)
      if (top > 0.8 * PHONE.height) late.push(`${path}: ${top} px`)
    }
    expect(late).toEqual([])
    const isShown = (selector: string) => tab.$eval(selector, element => element.checkVisibility())
    expect(await isShown('.partage a')).toBe(false)
    await tab.click('.fiche-usages > summary')
    expect(await isShown('.partage a')).toBe(true)
    await site.open(tab, 'fiches/scic/')
    for (const width of [768, 1280]) {
      await tab.setViewport({ width, height: 900 })
      expect(await isShown('.partage a'), `${width} px`).toBe(true)
      expect(await isShown('.fiche-usages > summary'), `${width} px`).toBe(false)
    }
  })
})

it.each(sampleOf([320, 390, 768, 1280, 1920], 2))(
  'the title of the kit is parted nowhere, at %i px',
  async width => {
    await site.onTab(async tab => {
      await tab.setViewport({ width, height: 640 })
      await site.open(tab, '')
      const heights = await tab.$eval('h1', title => {
        const size = Number.parseFloat(getComputedStyle(title).fontSize)
        return [...title.querySelectorAll('.secable')].map(word => word.getBoundingClientRect().height / size)
      })
      expect(heights).not.toHaveLength(0)
      expect(Math.max(...heights)).toBeLessThan(1.6)
    })
  },
)

it('words of a chart can be read on a phone', async () => {
  await site.onTab(async tab => {
    await tab.setViewport({ width: 320, height: 640 })
    for (const path of ['fiches/revitalisation-centres-villes/', 'fiches/politique-de-la-ville/']) {
      await site.open(tab, path)
      const sizes = await tab.$$eval('.graphique svg text', texts =>
        texts.map(text => {
          const drawing = (text as SVGTextElement).ownerSVGElement
          const scale = (drawing?.clientWidth ?? 0) / (drawing?.viewBox.baseVal.width ?? 1)
          return scale * Number.parseFloat(getComputedStyle(text).fontSize)
        }),
      )
      expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(11)
    }
  })
})

describe('with the spacing of WCAG 1.4.12', () => {
  const screens: [path: string, width: number][] = [
    ['', 320],
    ['', 768],
    ['', 1280],
    ['fiches/scic/', 320],
    ['fiches/scic/', 1280],
    ['fiches/agriculture-alimentation/', 320],
    ['familles/levier/', 320],
    ['familles/levier/', 1280],
    ['sommaire/', 320],
    ['sigles/', 320],
    ['territoires/', 320],
  ]
  it.each(sampleOf(screens, 3))(
    'no numeral of /%s at %i px is cut or pushed out, no capitals of the title are parted',
    async (path, width) => {
      await site.onTab(async tab => {
        await tab.setViewport({ width, height: 640 })
        await site.open(tab, path)
        const faults = await tab.evaluate(spacing => {
          // The policy of the site takes no style element.
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(spacing)
          document.adoptedStyleSheets = [sheet]
          const found = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []
          const numerals = '.carte-numero, .tete-numero, .plaque, .departement, .numero, .valeur'
          for (const one of document.querySelectorAll<HTMLElement>(numerals)) {
            const range = document.createRange()
            range.selectNodeContents(one.lastChild ?? one)
            const { left, right, top, bottom, width } = range.getBoundingClientRect()
            if (width > 0 && (left < 0 || right > innerWidth))
              found.push(`${one.className} ${one.textContent}`)
            const head = one.closest('.carte-tete, .tete-fiche')?.getBoundingClientRect()
            // Figures are seven tenths of the size high, about the middle of their line.
            const [middle, half] = [
              (top + bottom) / 2,
              0.35 * Number.parseFloat(getComputedStyle(one).fontSize),
            ]
            if (width > 0 && head && (middle - half < head.top || middle + half > head.bottom))
              found.push(`${one.className} ${one.textContent} is cut`)
          }
          for (const capitals of document.querySelectorAll('.accent'))
            if (capitals.getClientRects().length > 1) found.push(`${capitals.textContent} is parted`)
          return found
        }, SPACING)
        expect(faults).toEqual([])
      })
    },
  )
})
