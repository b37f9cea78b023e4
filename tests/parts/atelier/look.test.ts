import type { Browser } from 'puppeteer'
import { beforeAll, describe, expect, test } from 'vitest'
import { runAxe } from '../../../build/gate/read/axe.ts'
import { standingBrowser } from '../../chromium.ts'
import { sampleOf } from '../../thorough.ts'
import { openKit, placeCursor, press, reads, serveKit } from './open-app.ts'

const BASE = 'tests/fixtures/erreurs/_base'

let browser: Browser
beforeAll(async () => {
  browser = await standingBrowser()
})

test('a menu closes by Escape, which gives the focus back, and when something else is pressed', async () => {
  await using kit = await serveKit(BASE)
  const { tab, context } = await openKit(browser, kit.url)
  const isOpen = () => tab.$eval('tbody details', one => one.open)
  await tab.focus('tbody summary')
  await tab.keyboard.press('Enter')
  expect(await isOpen()).toBe(true)
  await tab.keyboard.press('Tab')
  await tab.keyboard.press('Escape')
  expect(await isOpen()).toBe(false)
  expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
  await tab.keyboard.press('Enter')
  expect(await isOpen()).toBe(true)
  await tab.click('h1')
  expect(await isOpen()).toBe(false)
  await context.close()
})

test('by night the words of the search panel are read on its own colours', async () => {
  await using kit = await serveKit(BASE)
  const { tab, context } = await openKit(browser, kit.url)
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  await press(tab, 'Acheter autrement')
  await placeCursor(tab, 'Un achat simple.')
  await tab.keyboard.down('Control')
  await tab.keyboard.press('f')
  await tab.keyboard.up('Control')
  const looks = await tab.waitForFunction(() => {
    const panel = document.querySelector('.editeur')?.shadowRoot?.querySelector('.cm-search')
    if (!panel) return false
    const light = (colour: string) =>
      (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765
    return [...panel.querySelectorAll('.cm-button, .cm-textfield')].map(one => {
      const { color, backgroundColor, backgroundImage } = getComputedStyle(one)
      return { apart: light(color) - light(backgroundColor), backgroundImage }
    })
  })
  for (const { apart, backgroundImage } of (await looks.jsonValue()) || []) {
    expect(apart).toBeGreaterThan(0.5)
    expect(backgroundImage).toBe('none')
  }
  expect(await looks.jsonValue()).toHaveLength(7)
  await context.close()
})

test.each(sampleOf([390, 768], 2))(
  'at %i px nothing is cut or grows, and axe finds nothing beside the sheets',
  async width => {
    await using kit = await serveKit(BASE)
    const { tab, context } = await openKit(browser, kit.url)
    await tab.setViewport({ width, height: 900 })
    const sideways = () => tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await sideways()).toBe(0)
    const brokenWords = await tab.evaluate(() =>
      [...document.querySelectorAll('.etat, .nombre, summary')].flatMap(cell => {
        const range = document.createRange()
        range.selectNodeContents(cell)
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
        return cell.textContent && !cell.textContent.includes(' ') && tops.size > 1 ? [cell.textContent] : []
      }),
    )
    expect(brokenWords).toEqual([])
    await press(tab, 'Acheter autrement')
    await tab.waitForFunction(() =>
      document.querySelector('iframe')?.contentDocument?.body.textContent?.includes('Trente emplois'),
    )
    await press(tab, 'Feuilles')
    await reads(tab, 'Cette fiche tient en')
    expect(await sideways()).toBe(0)
    expect(
      await tab.evaluate(() =>
        ['.page', '.feuilles'].map(name => (document.querySelector(name)?.clientHeight ?? 0) / innerHeight),
      ),
    ).toEqual([0.6, 0.8])
    expect(await runAxe(tab)).toEqual([])
    await context.close()
  },
)

describe.each(sampleOf(['light', 'dark'], 2))('axe finds nothing, %s', value => {
  test('in the kit and in a fiche with problems', async () => {
    await using kit = await serveKit(BASE)
    const { tab, context } = await openKit(browser, kit.url)
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
    expect(await runAxe(tab)).toEqual([])
    await press(tab, 'Acheter autrement')
    await placeCursor(tab, 'Un achat simple.')
    await tab.keyboard.type(' Etat.')
    await press(tab, 'Un exemple')
    expect(await runAxe(tab)).toEqual([])
    await tab.keyboard.press('Escape')
    await tab.waitForSelector('.problemes .corriger')
    expect(await runAxe(tab)).toEqual([])
    await context.close()
  })
})
