import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { BASE, openAlone, placeCursor, press, previewReads, serveKit } from './open-app.ts'

/** Has every change of the elements that match `globalThis.planted` throw. Runs in the page, before all else. */
function plantThrows(): void {
  const check = (node: unknown) => {
    const { planted } = globalThis as { planted?: string }
    if (planted && node instanceof Element && node.closest(planted)) throw new Error('planté')
  }
  for (const [prototype, names] of [
    [
      Element.prototype,
      ['append', 'replaceChildren', 'setAttribute', 'removeAttribute', 'toggleAttribute', 'remove'],
    ],
    [Node.prototype, ['insertBefore', 'appendChild', 'removeChild']],
  ] as const)
    for (const name of names) {
      const former = Reflect.get(prototype, name) as (...given: unknown[]) => unknown
      Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]) {
        check(this)
        return former.apply(this, given)
      })
    }
  for (const [prototype, name] of [
    [Node.prototype, 'textContent'],
    [HTMLElement.prototype, 'hidden'],
  ] as const) {
    const former = Object.getOwnPropertyDescriptor(prototype, name)
    if (former)
      Object.defineProperty(prototype, name, {
        ...former,
        set(value: unknown) {
          check(this)
          former.set?.call(this, value)
        },
      })
  }
}

const plant = (tab: Page, selector: string) =>
  tab.evaluate(words => {
    Object.assign(globalThis, { planted: words })
  }, selector)

/** Waits until a view is told to have thrown, then until it is there again. */
async function mends(tab: Page, view: string): Promise<void> {
  await tab.waitForSelector(`${view}.en-panne + .panne`)
  await plant(tab, '')
  await press(tab, 'Réessayer')
  await tab.waitForFunction(() => !document.querySelector('.panne'))
  expect(await tab.$eval(view, one => one.matches('.en-panne'))).toBe(false)
}

test('a view that throws is told in its own place, the rest of the room lives, and it comes back', async () => {
  await using served = await serveKit(BASE)
  await using page = await openAlone('about:blank')
  const { tab, complaints } = page
  await tab.evaluateOnNewDocument(plantThrows)
  await tab.goto(served.url)
  await tab.waitForSelector('.coup-d-oeil')
  await press(tab, 'Acheter autrement')
  await previewReads(tab, 'Un achat simple.')
  const views = ['.tete-de-fiche', '.problemes', '.apercu', '.relecture', '.texte > .outils', '.barre']
  for (const [at, view] of views.entries()) {
    await placeCursor(tab, 'Un achat simple.')
    await plant(tab, view)
    // An English quotation mark: a problem comes, or goes.
    await tab.keyboard.type(at % 2 === 0 ? '"a' : '"')
    await tab.waitForSelector(`${view}.en-panne + .panne`)
    expect(await tab.$$eval('.en-panne', all => all.length), view).toBe(1)
    await tab.keyboard.type(`Suite${at}.`)
    if (view !== '.apercu') await previewReads(tab, `Suite${at}.`)
    await mends(tab, view)
  }
  await plant(tab, '.coup-d-oeil')
  await press(tab, 'Le kit')
  await mends(tab, '.kit')
  await press(tab, 'Réglages du kit')
  const title = await tab.waitForSelector('.reglage [name=titre]')
  await plant(tab, '.reglage')
  await title?.type('!')
  await mends(tab, '.reglage')
  expect(new Set(complaints.map(words => /planté/.exec(words)?.[0] ?? words))).toEqual(new Set(['planté']))
})
