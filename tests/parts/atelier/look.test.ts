import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runAxe } from '../../../build/gate/read/axe.ts'
import { sampleOf } from '../../thorough.ts'
import { app, chord, openApp, placeCursor, press, previewReads, reads, serveKit } from './open-app.ts'

test('a menu closes by Escape, which gives the focus back, and when something else is pressed', async () => {
  await using kit = await openApp()
  const { tab } = kit
  const isOpen = () => tab.$eval('.rayon details', one => one.open)
  await tab.focus('.rayon summary')
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
})

test('by night the words of the search panel are read on its own colours', async () => {
  await using kit = await openApp()
  const { tab } = kit
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  await press(tab, 'Acheter autrement')
  await placeCursor(tab, 'Un achat simple.')
  await chord(tab, 'f')
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
})

test.each(sampleOf([390, 768], 2))(
  'at %i px nothing is cut or grows, and axe finds nothing beside the sheets',
  async width => {
    await using kit = await openApp()
    const { tab } = kit
    await tab.setViewport({ width, height: 900 })
    const sideways = () => tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await sideways()).toBe(0)
    const brokenWords = await tab.evaluate(() =>
      [...document.querySelectorAll('.etat, .mesure, summary')].flatMap(cell => {
        const range = document.createRange()
        range.selectNodeContents(cell)
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
        return cell.textContent && !cell.textContent.includes(' ') && tops.size > 1 ? [cell.textContent] : []
      }),
    )
    expect(brokenWords).toEqual([])
    await press(tab, 'Acheter autrement')
    await previewReads(tab, 'Trente emplois')
    await press(tab, 'Feuilles')
    await reads(tab, 'Cette fiche tient en')
    expect(await sideways()).toBe(0)
    expect(
      await tab.evaluate(() =>
        ['.page', '.feuilles'].map(name => (document.querySelector(name)?.clientHeight ?? 0) / innerHeight),
      ),
    ).toEqual([0.6, 0.8])
    expect(await runAxe(tab)).toEqual([])
  },
)

describe.each(sampleOf(['light', 'dark'], 2))('axe finds nothing, %s', value => {
  test('in the kit and in a fiche with problems', async () => {
    await using kit = await openApp()
    const { tab } = kit
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
    await press(tab, 'Texte source')
    expect(await runAxe(tab)).toEqual([])
    expect(await tab.$eval('.entete', ({ clientHeight }) => clientHeight)).toBe(0)
    await press(tab, 'Texte source')
    await press(tab, 'Le kit')
    await press(tab, 'Habiter')
    await tab.waitForSelector('.entete button')
    expect(await runAxe(tab)).toEqual([])
    await press(tab, 'Commencer à écrire')
    await reads(tab, 'est commencée')
    await tab.waitForSelector('.entete [name=resume]')
    expect(await runAxe(tab)).toEqual([])
  })
})

test('the fonts of the kit show even when they come late', async () => {
  expect(String((await app()).get('atelier.css'))).not.toContain('font-display:optional')
})

test('the address names the fiche: « Back » and a reload lead where one was, and the focus is nowhere else', async () => {
  await using kit = await openApp()
  const { tab } = kit
  await tab.setViewport({ width: 1280, height: 300 })
  const focus = () => tab.evaluate(() => document.activeElement?.textContent)
  const place = () => tab.evaluate(() => decodeURI(location.hash))
  await tab.evaluate(() => scrollTo(0, 400))
  const top = await tab.evaluate(() => scrollY)
  await press(tab, 'Contractualiser')
  expect(await place()).toBe('#/leviers/03-contrats.md')
  expect(await tab.title()).toBe("Contractualiser · Kit d'essai · Atelier")
  expect(await focus()).toBe('3. Contractualiser')
  await tab.goBack()
  await tab.waitForSelector('.kit:not([hidden])')
  expect(await place()).toBe('')
  expect(await tab.evaluate(() => scrollY)).toBe(top)
  expect(await focus()).toBe('Contractualiser')
  await tab.goForward()
  await tab.waitForSelector('.fiche-ouverte:not([hidden])')
  await tab.reload()
  await reads(tab, '3. Contractualiser')
  expect(await tab.title()).toContain('Contractualiser')
  await press(tab, 'Le kit')
  expect(await focus()).toBe('Contractualiser')
})

test('the focus stays in the kit that is read anew, and goes near by where its place is gone', async () => {
  await using kit = await openApp()
  const { tab } = kit
  const tag = () => tab.evaluate(() => document.activeElement?.tagName)
  await tab.focus('.rayon summary')
  await tab.keyboard.press('Enter')
  await tab.keyboard.press('Tab')
  expect(await tag()).toBe('BUTTON')
  const path = join(kit.dir, 'leviers/03-contrats.md')
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('titre: Contractualiser', 'titre: Contractualiser mieux'),
  )
  await reads(tab, 'Contractualiser mieux')
  expect(await tab.$eval('.rayon details', one => one.open)).toBe(true)
  expect(await tag()).toBe('BUTTON')
  const remove = await tab.$(
    '::-p-xpath(//li[@data-file and contains(., "Contractualiser")]//button[.="Supprimer"])',
  )
  await remove?.evaluate(one => {
    const menu = one.closest('details')
    if (menu) menu.open = true
    if (one instanceof HTMLElement) one.focus()
  })
  await tab.keyboard.press('Enter')
  await reads(tab, 'est supprimée')
  expect(await tag()).toBe('H1')
  await (await tab.$('::-p-xpath(//div[@class="avis"]//button[.="Annuler"])'))?.focus()
  await tab.keyboard.press('Enter')
  await reads(tab, 'Contractualiser mieux')
  expect(await tag()).toBe('H1')

  await press(tab, 'Acheter autrement')
  await previewReads(tab, 'Trente emplois')
  expect(
    await tab.evaluate(
      () =>
        [...(document.querySelector('iframe')?.contentDocument?.querySelectorAll('a, button') ?? [])].filter(
          one => (one as HTMLElement).tabIndex >= 0,
        ).length,
    ),
  ).toBe(0)
  await (await tab.$('::-p-xpath(//summary[.="Insérer"])'))?.focus()
  await tab.keyboard.press('Enter')
  await tab.keyboard.press('Tab')
  await tab.keyboard.press('Enter')
  await tab.waitForSelector('dialog')
  await tab.keyboard.press('Escape')
  await tab.waitForFunction(() => !document.querySelector('dialog'))
  expect(await tag()).toBe('SUMMARY')
  // All tools stand on one line.
  const tops = await tab.$$eval('.texte > .outils > *', tools =>
    tools.map(one => one.getBoundingClientRect().top),
  )
  expect(new Set(tops).size).toBe(1)
})

test('by keyboard, nothing of the kit is hidden by the bar, and each stop has a ring', async () => {
  await using kit = await openApp(serveKit('tests/visual/carnet'))
  const { tab } = kit
  await tab.setViewport({ width: 1280, height: 420 })
  const hidden: string[] = []
  for (let stop = 0; stop < 40; stop++) {
    await tab.keyboard.down('Shift')
    await tab.keyboard.press('Tab')
    await tab.keyboard.up('Shift')
    const under = await tab.evaluate(() => {
      const one = document.activeElement
      const bar = document.querySelector('.barre')
      if (!one || !bar || one === document.body) return ''
      if (getComputedStyle(one).outlineStyle === 'none') return `no ring: ${one.textContent}`
      if (bar.contains(one)) return ''
      return one.getBoundingClientRect().top < bar.getBoundingClientRect().bottom
        ? (one.textContent ?? '?')
        : ''
    })
    if (under) hidden.push(under)
  }
  expect(hidden).toEqual([])
})
