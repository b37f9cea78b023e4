import type { Page } from 'puppeteer'
import { named } from '../../../src/problems/finding.ts'

/** What the keyboard, the pointer and a screen reader cannot use of the page of a tab at the width of a desk, and what of it gives no
 *  rest: a sentence each, in French. */
export async function faultsAtDesk(tab: Page): Promise<string[]> {
  await tab.emulateFocusedPage(true)
  const forever = await tab.evaluate(movingForever)
  await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  const moving = await tab.evaluate(movingAtRest)
  await tab.emulateMediaFeatures([])
  const unheard = await tab.evaluate(unheardWords)
  const { unseenFocus, skipSeen, unreachable } = await tab.evaluate(meetControls)
  const restless = [...new Set([...forever, ...moving])]
  return [
    ...faultOf(unseenFocus, names => `Au clavier, rien ne montre que l’on est sur ${names}.`),
    ...(skipSeen ? [] : ['Au clavier, le lien qui mène au contenu ne se montre pas.']),
    ...faultOf(unreachable, names => `Ni le doigt ni la souris n’atteignent ${names}.`),
    ...faultOf(unheard, names => `Un lecteur d’écran ne dit pas ${names}.`),
    ...faultOf(restless, names => `La page bouge sans fin, ou pour qui a demandé du repos : ${names}.`),
  ]
}

/** The sentence on some things of a page; none, when there are none. */
const faultOf = (things: readonly string[], sentence: (names: string) => string): string[] =>
  things.length > 0 ? [sentence(named(things))] : []

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

/** Runs in the tab: what of the page the keyboard reaches without that anything shows it, a name of each kind; whether the first link,
 *  which leads to the content, comes into sight when the keyboard reaches it; links and buttons that a finger or a mouse does not reach,
 *  as something lies over them, or takes nothing. */
function meetControls(): { unseenFocus: string[]; skipSeen: boolean; unreachable: string[] } {
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

/** What is folded on a narrow window and opens on nothing, in a sentence. */
export async function faultsOfFolds(tab: Page): Promise<string[]> {
  const emptyFolds = await tab.evaluate(() =>
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
  return faultOf(emptyFolds, names => `Sur un téléphone, ${names} s’ouvre sur rien.`)
}

/** What only a screen can use of the frame of a page and is printed, on the tab that shows it as it prints: the menu, the buttons around a
 *  text, in a sentence. */
export async function faultsOnPaper(tab: Page): Promise<string[]> {
  const tools = await tab.evaluate(() =>
    [...document.querySelectorAll('.entete :is(nav, button, summary), .evitement, .partage button')]
      .filter(tool => {
        const { width, height } = tool.getBoundingClientRect()
        return (
          tool.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width * height > 16
        )
      })
      .map(tool => (tool.getAttribute('aria-label') || tool.textContent || tool.localName).trim()),
  )
  return faultOf(tools, names => `Le papier porte ce dont seul un écran se sert : ${names}.`)
}
