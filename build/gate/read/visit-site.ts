import type { Browser, Page } from 'puppeteer'
import { openOfflineTab, origin } from '../../ground/index.ts'
import { runAxe, type Violation } from './axe.ts'
import { find } from './html.ts'
import { type SiteText, servedFiles } from './site.ts'
import { lettersOf } from './words.ts'

/** A page of the site, as a browser shows it. */
export type PageVisit = {
  path: string
  day: Violation[]
  night: Violation[]
  /** Addresses that the page asked for and the site does not have. */
  refused: string[]
  /** Widths of the window, in px, at which the page scrolls sideways. */
  wide: number[]
  /** Texts and pictures that the page holds and does not show, by view. */
  hidden: { view: string; texts: string[] }[]
  /** Errors with which scripts of the page stopped. */
  scriptErrors: string[]
}

/** Two tabs keep two cores busy; more only wait for each other. */
const TABS = 2

/** Widths of a window, in px: the narrowest that is promised, a desk. */
const [TELEPHONE, DESK] = [320, 1280]

/** Opens every page once, and looks at it by day, by night, at several widths and as it prints. */
export async function visitSite(site: SiteText, browser: Browser, signal: AbortSignal): Promise<PageVisit[]> {
  const files = await servedFiles(site)
  const paths = [...site.pages.keys()]
  const samples = samplesOf(site)
  const shares = Array.from({ length: TABS }, (_, tab) => paths.filter((_, index) => index % TABS === tab))
  const visits = await Promise.all(
    shares.map(async share => {
      await using sheet = await openOfflineTab(browser, files)
      const pageVisits: PageVisit[] = []
      for (const path of share) {
        signal.throwIfAborted()
        const address = `${origin}${site.base.slice(1)}${path}`
        const visibleLetters = await sheet.ask(visit(sheet.tab, address, samples.has(path)))
        pageVisits.push({
          path,
          ...visibleLetters,
          refused: sheet.takeRefused(),
          scriptErrors: sheet.takeErrors(),
        })
      }
      return pageVisits
    }),
  )
  return visits.flat().sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Chooses one page of each kind: pages of one folder and one family have the same colours. */
function samplesOf({ pages }: SiteText): Set<string> {
  const kinds = new Map<string, string>()
  for (const { path, root } of pages.values()) {
    const kind = `${path.split('/')[0]} ${find(root, 'article')?.attribs['class'] ?? ''}`
    if (!kinds.has(kind)) kinds.set(kind, path)
  }
  return new Set(kinds.values())
}

/** @param isSample whether its colours are measured */
async function visit(
  tab: Page,
  address: string,
  isSample: boolean,
): Promise<Omit<PageVisit, 'path' | 'refused' | 'scriptErrors'>> {
  const hidden: PageVisit['hidden'] = []
  const wide: number[] = []
  const look = async (view: string, isPaper = false) => {
    const { held: texts, shown: visibleTexts } = await tab.evaluate(textsOfPage, isPaper)
    const visibleLetters = lettersOf(visibleTexts.join(' '))
    // A text that is folded on a narrow window stands elsewhere in the page.
    const invisible = texts.filter(text => !visibleLetters.includes(lettersOf(text)))
    if (invisible.length > 0) hidden.push({ view, texts: invisible })
  }
  const lookAt = async (width: number) => {
    await tab.setViewport({ width, height: 900 })
    const isWide = await tab.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    if (isWide) wide.push(width)
    await look(`à ${width} px`)
  }
  await tab.setViewport({ width: DESK, height: 900 })
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
  await tab.goto(address, { waitUntil: 'load' })
  const day = await runAxe(tab, { contrast: isSample })
  await tab.emulateMediaType('print')
  await look('sur papier', true)
  await tab.emulateMediaType('screen')
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  const night = isSample ? await runAxe(tab, { rules: ['color-contrast'] }) : []
  for (const width of [DESK, TELEPHONE]) await lookAt(width)
  return { day, night, wide, hidden }
}

/** Runs in the tab: the title and the text of a page, and what of them can be seen. */
function textsOfPage(isPaper: boolean): { held: string[]; shown: string[] } {
  const [texts, visibleTexts] = [[] as string[], [] as string[]]
  for (const part of document.querySelectorAll('main h1, main .corps')) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? ''
      const element = walker.currentNode.parentElement
      // The tools of a fiche stand in its text, and are none of it.
      if (text === '' || !element || element.closest('script, style, template, noscript, .fiche-outils'))
        continue
      const isSilent = element.closest('[hidden], .hors-vue, [aria-hidden="true"], option, datalist, svg')
      // A reader opens a fold; paper needs no name of it.
      const isFolded = element.closest('details:not([open]) > :not(summary)')
      if (!isSilent && !isFolded && !(isPaper && element.closest('summary'))) texts.push(text)
      if (isDrawn(element) && isInSight(walker.currentNode, element)) visibleTexts.push(text)
    }
    // On a phone a table is read row by row: each value has the name of its column.
    for (const cell of part.querySelectorAll<HTMLElement>('[data-colonne]'))
      if (isDrawn(cell) && getComputedStyle(cell, '::before').content !== 'none')
        visibleTexts.push(cell.dataset['colonne'] ?? '')
  }
  return { held: texts, shown: visibleTexts }

  function isDrawn(element: Element): boolean {
    const { color, fontSize } = getComputedStyle(element)
    return (
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      Number.parseFloat(fontSize) > 8 &&
      !/^rgba\(.*, 0\)$/.test(color)
    )
  }

  /** Is some box of a text left after all elements around have cut it? */
  function isInSight(text: Node, element: Element): boolean {
    const range = document.createRange()
    range.selectNodeContents(text)
    let boxes = [...range.getClientRects()]
    let [left, top, right, bottom] = [-scrollX, -scrollY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (
      let ancestor: Element | null = element;
      ancestor && ancestor !== document.body;
      ancestor = ancestor.parentElement
    ) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(ancestor)
      const cut = ancestor.getBoundingClientRect()
      // A text that scrolls can be brought wherever its scroller is.
      if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) boxes = [cut]
      if (/hidden|clip/.test(overflowX))
        [left, right] = [Math.max(left, cut.left), Math.min(right, cut.right)]
      if (/hidden|clip/.test(overflowY))
        [top, bottom] = [Math.max(top, cut.top), Math.min(bottom, cut.bottom)]
      if (/^inset\((?:50|100)%/.test(clipPath)) return false
    }
    return boxes.some(
      box =>
        Math.min(box.right, right) - Math.max(box.left, left) > 1 &&
        Math.min(box.bottom, bottom) - Math.max(box.top, top) > 1,
    )
  }
}
