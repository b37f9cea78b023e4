import pMap from 'p-map'
import type { Browser, Page } from 'puppeteer'
import { NAMING } from '../../../browser/conventions.ts'
import { openOfflineTab, origin } from '../../../browser/offline-tab.ts'
import { runAxe, type Violation } from '../axe.ts'
import { lettersOf } from '../words.ts'
import { faultsAtDesk, faultsOfFolds, faultsOnPaper } from './page-use.ts'
import { type SiteText, sentTo, servedFiles } from './site.ts'

/** What a browser saw of one page of the site. */
export type PageVisit = {
  path: string
  day: Violation[]
  night: Violation[]
  /** Addresses that the page asked for and the site does not have. */
  refused: string[]
  /** Widths of the window, in px, at which the page scrolls sideways. */
  wide: number[]
  /** Texts and pictures that the page holds and does not show, by the way in which it was looked at. */
  hidden: { how: string; texts: string[] }[]
  /** What a script of the page stopped with. */
  scriptErrors: string[]
  /** Names of the buttons that can be pressed and that no script listens to. */
  deafButtons: string[]
  /** What of the page can be seen and not used: a sentence each, in French. */
  faultsOfUse: string[]
}

/** Two tabs keep two cores busy; more only wait for each other. */
const TABS = 2

/** The narrowest window that is promised, a telephone, a tablet, the window from which there are two columns, a desk, a wide one. */
const DESK = 1280
const TELEPHONE = 390
const WIDTHS = [320, TELEPHONE, 768, 1200, 1920]

/** Opens every page once, and looks at it by day, by night, at several widths and as it prints. */
export async function visitSite(site: SiteText, browser: Browser, signal: AbortSignal): Promise<PageVisit[]> {
  const files = await servedFiles(site)
  // A page that sends its readers on by itself is refused elsewhere: it would leave the tab while it is looked at.
  const paths = [...site.pages.values()].flatMap(({ path, root }) =>
    sentTo(root) === undefined ? [path] : [],
  )
  const shares = Array.from({ length: TABS }, (_, tab) => paths.filter((_, index) => index % TABS === tab))
  const visits = await pMap(
    shares,
    async share => {
      await using sheet = await openOfflineTab(browser, files)
      await sheet.ask(sheet.tab.evaluateOnNewDocument(NAMING))
      const pageVisits: PageVisit[] = []
      for (const path of share) {
        signal.throwIfAborted()
        const seen = await sheet.ask(visit(sheet.tab, `${origin}${site.base.slice(1)}${path}`))
        pageVisits.push({ path, ...seen, refused: sheet.takeRefused(), scriptErrors: sheet.takeErrors() })
      }
      return pageVisits
    },
    { concurrency: TABS },
  )
  return visits.flat().sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** `bare`: without programs, what is said in their place. */
type Medium = 'screen' | 'print' | 'bare'

async function visit(
  tab: Page,
  address: string,
): Promise<Omit<PageVisit, 'path' | 'refused' | 'scriptErrors'>> {
  const scheme = (value: string) => tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
  const hidden: PageVisit['hidden'] = []
  const look = async (how: string, medium: Medium) => {
    const { held, shown } = await tab.evaluate(textsOfPage, medium)
    const seen = lettersOf(shown.join(' '))
    // What is folded on a narrow window stands elsewhere in the page.
    const texts = held.filter(text => !seen.includes(lettersOf(text)))
    if (texts.length > 0) hidden.push({ how, texts })
  }
  await tab.setViewport({ width: DESK, height: 900 })
  await scheme('light')
  await tab.goto(address, { waitUntil: 'load' })
  const day = await runAxe(tab)
  await look(`à ${DESK} px`, 'screen')
  await inForcedColours(tab, () => look('dans les couleurs du lecteur', 'screen'))
  const faultsOfUse = await faultsAtDesk(tab)
  await tab.emulateMediaType('print')
  await look('sur papier', 'print')
  faultsOfUse.push(...(await faultsOnPaper(tab)))
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
    await look(`à ${width} px`, 'screen')
    if (width === TELEPHONE) faultsOfUse.push(...(await faultsOfFolds(tab)))
  }
  if (await tab.$('noscript')) {
    await tab.setJavaScriptEnabled(false)
    await tab.reload({ waitUntil: 'load' })
    await look('sans JavaScript', 'bare')
    await tab.setJavaScriptEnabled(true)
    await tab.reload({ waitUntil: 'load' })
  }
  let deafButtons = await deafButtonsOf(tab)
  if (deafButtons.length > 0) {
    // Its program may still be on its way.
    await tab.waitForNetworkIdle()
    deafButtons = await deafButtonsOf(tab)
  }
  return { day, night, wide, hidden, deafButtons, faultsOfUse }
}

/** Does something while the page has the colours that a reader forces on it, which Puppeteer has no name for. */
async function inForcedColours(tab: Page, work: () => Promise<void>): Promise<void> {
  const tools = await tab.createCDPSession()
  await tools.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] })
  await work()
  await tools.detach()
}

/** Buttons that can be seen, send no form and that no script listens to. The tools of developers alone know who listens. */
async function deafButtonsOf(tab: Page): Promise<string[]> {
  const tools = await tab.createCDPSession()
  const { result } = await tools.send('Runtime.evaluate', {
    expression: `[...document.querySelectorAll('button[type="button"]')]
      .filter(button => button.checkVisibility({ visibilityProperty: true }) && !getEventListeners(button).click)
      .map(button => button.ariaLabel || button.textContent.trim())`,
    includeCommandLineAPI: true,
    returnByValue: true,
  })
  await tools.detach()
  return result.value as string[]
}

/** Runs in the tab: the texts and pictures that the page holds to be read, and all of them that can be seen. On paper a page
 *  shows its title and its body; what only a screen can use stays away. */
function textsOfPage(medium: Medium): { held: string[]; shown: string[] } {
  const [held, shown] = [[] as string[], [] as string[]]
  const where = { screen: 'main, .pied', print: 'main h1, main .corps', bare: 'noscript' }[medium]
  for (const picture of document.querySelectorAll(
    'main .corps :is(img[alt], [role="img"][aria-label]):not(.domaines *)',
  )) {
    const name = `image ${picture.getAttribute('alt') || picture.getAttribute('aria-label')}`
    const { width, height } = picture.getBoundingClientRect()
    held.push(name)
    if (width > 4 && height > 4 && picture.checkVisibility({ opacityProperty: true })) shown.push(name)
  }
  const menu = [...document.querySelectorAll('.entete nav a, .entete summary')]
  if (medium === 'screen' && menu.length > 0) {
    held.push('le menu')
    if (menu.some(one => one.checkVisibility())) shown.push('le menu')
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim() ?? ''
    const element = walker.currentNode.parentElement
    if (text === '' || !element || element.closest('script, style, template, title')) continue
    // Where programs run it is no more than a text without elements.
    if (element.localName === 'noscript') continue
    const isMeant =
      element.closest(where) &&
      (medium === 'bare' || !element.closest('[hidden]')) &&
      !element.closest('.hors-vue, [aria-hidden="true"], option, datalist, svg') &&
      // A card has its title everywhere; what it tells besides, and how many there are of a kind, the page that it leads to tells.
      !element.closest('.carte :not(.carte-titre, .carte-titre *, :has(.carte-titre)), .comptes') &&
      (medium === 'screen' || !element.closest('summary')) &&
      // The way back comes while one reads on.
      !element.closest('.retour') &&
      // A reader opens it; what it is called matters only where what it holds is folded.
      !element.closest('details:not([open]) > :not(summary)') &&
      !isUnfolded(element.closest('summary')?.parentElement)
    if (isMeant) held.push(text)
    const { color, fontSize, printColorAdjust } = getComputedStyle(element)
    const isDrawn =
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      Number.parseFloat(fontSize) > 8 &&
      !/^rgba\(.*, 0\)$/.test(color) &&
      !(medium === 'print' && printColorAdjust !== 'exact' && isPale(color))
    if (!isDrawn) continue
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    let boxes = [...range.getClientRects()]
    // What is left of its boxes after all that cuts them, in px of the page.
    let [left, top, right, bottom] = [0, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (
      let around: Element | null = element;
      around && around !== document.body;
      around = around.parentElement
    ) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(around)
      const cut = around.getBoundingClientRect()
      // What scrolls can be brought wherever its scroller is.
      if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) boxes = [cut]
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
    const isLeft = boxes.some(
      box =>
        Math.min(box.right + scrollX, right) - Math.max(box.left + scrollX, left) > 1 &&
        Math.min(box.bottom + scrollY, bottom) - Math.max(box.top + scrollY, top) > 1,
    )
    if (isLeft) shown.push(text)
  }
  return { held, shown }

  /** White paper shows little of it: a contrast below 3:1 (WCAG 2.2, 1.4.3). */
  function isPale(color: string): boolean {
    const [red = 0, green = 0, blue = 0] = (/^rgba?\((.*)\)$/.exec(color)?.[1] ?? '')
      .split(',')
      .map(part => (Number.parseFloat(part) / 255) ** 2.2)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.3
  }

  function isUnfolded(fold: Element | null | undefined): boolean {
    return (
      fold?.matches('details:not([open])') === true &&
      [...fold.children].some(child => child.localName !== 'summary' && child.checkVisibility())
    )
  }
}
