import type { Page } from 'puppeteer'

/** Whether what a page offers can be used, and not only seen. Empty lists: all of it can. */
export type PageUse = {
  /** What of the page the keyboard reaches without that anything shows it: a name of each kind. */
  unseenFocus: string[]
  /** Whether the first link, which leads to the content, comes into sight when the keyboard reaches it. */
  skipSeen: boolean
  /** Links and buttons that a finger or a mouse does not reach: something lies over them, or takes nothing. */
  unreachable: string[]
  /** Words for who listens to the page alone that are kept from them as well. */
  unheard: string[]
  /** What moves for ever, or for who asked for rest. */
  restless: string[]
  /** What of the screen alone is printed: the menu, the buttons around a text. */
  printedTools: string[]
  /** Folds of a narrow window that open on nothing. */
  emptyFolds: string[]
}

/** What the keyboard and the pointer meet on the page of a tab, at the width of a desk. */
export async function useAtDesk(tab: Page): Promise<Omit<PageUse, 'emptyFolds' | 'printedTools'>> {
  await tab.emulateFocusedPage(true)
  const restless = await tab.evaluate(movingForever)
  await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  const moving = await tab.evaluate(movingAtRest)
  await tab.emulateMediaFeatures([])
  const unheard = await tab.evaluate(unheardWords)
  return { ...(await tab.evaluate(meetControls)), unheard, restless: [...new Set([...restless, ...moving])] }
}

/** Runs in the tab: a screen reader says what is out of sight, and nothing of what is not displayed or invisible. */
function unheardWords(): string[] {
  return [...document.querySelectorAll('.hors-vue')]
    .filter(
      element =>
        !element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest('[hidden]') &&
        element.parentElement?.checkVisibility({ visibilityProperty: true }),
    )
    .map(element => (element.textContent ?? '').trim().replace(/\s+/g, ' '))
    .filter(words => words !== '')
}

/** Runs in the tab. */
function movingForever(): string[] {
  return document
    .getAnimations()
    .filter(({ effect, timeline }) => {
      const { endTime = 0 } = effect?.getComputedTiming() ?? {}
      return timeline === document.timeline && Number(endTime) > 5000
    })
    .map(({ effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null
      return target ? `${target.localName}.${target.className}` : 'la page'
    })
}

/** Runs in the tab of who asked for rest. */
function movingAtRest(): string[] {
  const moving = (value: string) => value.split(',').some(one => Number.parseFloat(one) > 0.01)
  const all = [...document.querySelectorAll('body *')].filter(element => {
    const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
    return moving(transitionDuration) || (animationName !== 'none' && moving(animationDuration))
  })
  const scrolls = getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? ['la page'] : []
  return [...new Set([...scrolls, ...all.map(({ localName, className }) => `${localName}.${className}`)])]
}

/** Runs in the tab. */
function meetControls(): Pick<PageUse, 'unseenFocus' | 'skipSeen' | 'unreachable'> {
  const shown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const nameOf = (element: HTMLElement) =>
    (
      element.getAttribute('aria-label') ||
      ('labels' in element && element.labels instanceof NodeList && element.labels[0]?.textContent) ||
      element.textContent ||
      ''
    )
      .trim()
      .replace(/\s+/g, ' ')
      .slice(0, 60)
  const [skip, ...controls] = [
    ...document.querySelectorAll<HTMLElement>('a[href], summary, button, input, select, textarea'),
  ].filter(element => !element.matches(':disabled, [tabindex="-1"], [type="hidden"]'))
  skip?.focus()
  const { left = 0, top = 0, width = 0, height = 0 } = skip?.getBoundingClientRect() ?? {}
  const met = document.elementFromPoint(left + width / 2, top + height / 2)
  const skipSeen = skip === undefined || (met !== null && (met === skip || skip.contains(met)))
  skip?.blur()

  const visible = controls.filter(shown)
  const kinds = new Map(
    visible.map(one => [`${one.localName}.${one.className}.${one.getAttribute('type')}`, one] as const),
  )
  // A field may leave the mark to its label.
  const marksOf = (control: Element) =>
    [control, control.nextElementSibling, control.parentElement, control.closest('label')].map(one => {
      if (!one) return ''
      const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(one)
      const outline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 ? outlineStyle : ''
      return `${outline} ${boxShadow} ${borderColor} ${backgroundColor}`
    })
  const unseenFocus = [...kinds.values()]
    .filter(control => {
      const before = marksOf(control).join()
      control.focus({ preventScroll: true })
      const isSeen =
        document.activeElement !== control ||
        (control.matches(':focus-visible') && marksOf(control).join() !== before)
      control.blur()
      return !isSeen
    })
    .map(nameOf)

  const [from, until] = [scrollX, scrollY]
  const unreachable = visible
    .filter(control => {
      if (control.closest('svg') || control.matches('input')) return false
      control.scrollIntoView({ block: 'center', behavior: 'instant' })
      const [box] = control.getClientRects()
      if (!box || box.width < 2) return false
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      return at === null || !(control.contains(at) || at.closest('label')?.contains(control))
    })
    .map(nameOf)
  // What came into sight moved the page, and what scrolls in it.
  for (const element of document.querySelectorAll('body *')) element.scrollTop = 0
  scrollTo(from, until)
  return { unseenFocus, skipSeen, unreachable }
}

/** What is folded on a narrow window and opens on nothing: the words that open it. */
export const emptyFoldsOf = (tab: Page): Promise<string[]> =>
  tab.evaluate(() =>
    [...document.querySelectorAll('details:not([open])')].flatMap(fold => {
      const summary = fold.querySelector('summary')
      if (!(fold instanceof HTMLDetailsElement) || !summary?.checkVisibility()) return []
      fold.open = true
      const isFilled = [...fold.children].some(
        child => child !== summary && child.checkVisibility() && child.getBoundingClientRect().height > 4,
      )
      fold.open = false
      return isFilled ? [] : [(summary.textContent ?? '').trim().replace(/\s+/g, ' ')]
    }),
  )

/** What only a screen can use of the frame of a page, on the tab that shows it as it prints. */
export const printedToolsOf = (tab: Page): Promise<string[]> =>
  tab.evaluate(() =>
    [...document.querySelectorAll('.entete :is(nav, button, summary), .evitement, .partage button')]
      .filter(tool => {
        const { width, height } = tool.getBoundingClientRect()
        return (
          tool.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width * height > 16
        )
      })
      .map(tool => (tool.getAttribute('aria-label') || tool.textContent || tool.localName).trim()),
  )
