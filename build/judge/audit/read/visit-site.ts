import pMap from 'p-map'
import type { Browser, Page } from 'puppeteer'
import { openOfflineTab, origin } from '../../../browser/offline-tab.ts'
import { runAxe, type Violation } from '../axe.ts'
import { wordsOf } from '../words.ts'
import { type SiteText, servedFiles } from './site.ts'

/** What a browser saw of one page of the site. */
export type PageVisit = {
  path: string
  day: Violation[]
  night: Violation[]
  /** Addresses that the page asked for and the site does not have. */
  refused: string[]
  /** Widths of the window, in px, at which the page scrolls sideways. */
  wide: number[]
  /** Texts that the page holds and does not show, by the way in which it was looked at. */
  hidden: { how: string; texts: string[] }[]
}

/** Two tabs keep two cores busy; more only wait for each other. */
const TABS = 2

/** A telephone and a desk; between them the narrowest window that is promised, and the one from which there are two columns. */
const [PHONE, DESK] = [390, 1280]
const WIDTHS = [320, PHONE, 1200, DESK]

/** Opens every page once, and looks at it by day, by night, at several widths and as it prints. */
export async function visitSite(site: SiteText, browser: Browser, signal: AbortSignal): Promise<PageVisit[]> {
  const files = await servedFiles(site)
  const paths = [...site.pages.keys()]
  const shares = Array.from({ length: TABS }, (_, tab) => paths.filter((_, index) => index % TABS === tab))
  const visits = await pMap(
    shares,
    async share => {
      await using sheet = await openOfflineTab(browser, files)
      const pageVisits: PageVisit[] = []
      for (const path of share) {
        signal.throwIfAborted()
        const seen = await sheet.ask(visit(sheet.tab, `${origin}${site.base.slice(1)}${path}`))
        pageVisits.push({ path, ...seen, refused: sheet.takeRefused() })
      }
      return pageVisits
    },
    { concurrency: TABS },
  )
  return visits.flat().sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function visit(tab: Page, address: string): Promise<Omit<PageVisit, 'path' | 'refused'>> {
  const scheme = (value: string) => tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
  const hidden: PageVisit['hidden'] = []
  const look = async (how: string, medium: 'screen' | 'print') => {
    const { held, shown } = await tab.evaluate(textsOfPage, medium)
    const seen = letters(shown.join(' '))
    // What is folded on a narrow window stands elsewhere in the page.
    const texts = held.filter(text => !seen.includes(letters(text)))
    if (texts.length > 0) hidden.push({ how, texts })
  }
  await tab.setViewport({ width: DESK, height: 900 })
  await scheme('light')
  await tab.goto(address, { waitUntil: 'load' })
  const day = await runAxe(tab)
  await look(`à ${DESK} px`, 'screen')
  await tab.emulateMediaType('print')
  await look('sur papier', 'print')
  await tab.emulateMediaType('screen')
  await scheme('dark')
  const night = await runAxe(tab, { rules: ['color-contrast'] })
  const wide: number[] = []
  for (const width of WIDTHS) {
    await tab.setViewport({ width, height: 900 })
    const over = await tab.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    if (over) wide.push(width)
    if (width === PHONE) await look(`à ${PHONE} px`, 'screen')
  }
  return { day, night, wide, hidden }
}

const letters = (text: string) => wordsOf(text).join('')

/** Runs in the tab: the texts that `main` holds to be read, and all texts of the page that can be seen. On paper a page shows its
 *  title and its body; what only a screen can use stays away. */
function textsOfPage(medium: 'screen' | 'print'): { held: string[]; shown: string[] } {
  const [held, shown] = [[] as string[], [] as string[]]
  const where = medium === 'print' ? 'main h1, main .corps' : 'main'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim() ?? ''
    const element = walker.currentNode.parentElement
    if (text === '' || !element || element.closest('script, style, template, noscript, title')) continue
    const isMeant =
      element.closest(where) &&
      !element.closest('[hidden], .hors-vue, [aria-hidden="true"], option, datalist, svg') &&
      // A card has its title everywhere; what it tells besides, and how many there are of a kind, the page that it leads to tells.
      !element.closest('.carte :not(.carte-titre, .carte-titre *, :has(.carte-titre)), .comptes') &&
      (medium === 'screen' || !element.closest('summary')) &&
      // The way back comes while one reads on.
      !element.closest('.retour') &&
      // A reader opens it; what it is called matters only where what it holds is folded.
      !element.closest('details:not([open]) > :not(summary)') &&
      !isUnfolded(element.closest('summary')?.parentElement)
    if (isMeant) held.push(text)
    const { color, fontSize } = getComputedStyle(element)
    const isDrawn =
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      Number.parseFloat(fontSize) > 2 &&
      !/^rgba\(.*, 0\)$/.test(color)
    if (!isDrawn) continue
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    // What is left of its boxes after all that cuts them, in px of the page; what scrolls can be reached.
    let [left, top, right, bottom] = [0, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (
      let around: Element | null = element;
      around && around !== document.body;
      around = around.parentElement
    ) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(around)
      const cut = around.getBoundingClientRect()
      if (overflowX === 'hidden' || overflowX === 'clip') {
        left = Math.max(left, cut.left + scrollX)
        right = Math.min(right, cut.right + scrollX)
      }
      if (overflowY === 'hidden' || overflowY === 'clip') {
        top = Math.max(top, cut.top + scrollY)
        bottom = Math.min(bottom, cut.bottom + scrollY)
      }
      if (/^inset\((?:50|100)%/.test(clipPath)) right = 0
    }
    const isLeft = [...range.getClientRects()].some(
      box =>
        Math.min(box.right + scrollX, right) - Math.max(box.left + scrollX, left) > 1 &&
        Math.min(box.bottom + scrollY, bottom) - Math.max(box.top + scrollY, top) > 1,
    )
    if (isLeft) shown.push(text)
  }
  return { held, shown }

  function isUnfolded(fold: Element | null | undefined): boolean {
    return (
      fold?.matches('details:not([open])') === true &&
      [...fold.children].some(child => child.localName !== 'summary' && child.checkVisibility())
    )
  }
}
