import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { expect, inject, it } from 'vitest'
import { chosen, ready, said } from './compose-page.ts'
import { readSite, type SiteReader } from './site-reader.ts'

const dir = join(inject('editions').kit, 'site')

/** Whether pages of a reader may write to the clipboard. */
const allowClipboard = async (site: SiteReader, tab: Page, state: 'granted' | 'denied') => {
  const { origin } = new URL(site.url)
  await tab.browserContext().setPermission(origin, {
    permission: { name: 'clipboard-write' },
    state,
  })
  if (state === 'granted')
    await tab.browserContext().setPermission(origin, { permission: { name: 'clipboard-read' }, state })
}

it('copies the address of a choice; who opens it finds the same, who has been there finds his own', async () => {
  await using site = await readSite(dir, '/')
  const address = await site.onTab(async tab => {
    await allowClipboard(site, tab, 'granted')
    await site.open(tab, 'composer/#fiches=5,8&recto-verso')
    await ready(tab)
    await tab.click('input[name=fiche][value="12"]')
    await tab.click('[data-copier]')
    await tab.waitForFunction(() => document.querySelector('.composer-suite')?.textContent !== '')
    expect(await said(tab)).toBe('Adresse copiée : qui l’ouvre trouve le même choix.')
    return tab.evaluate(() => navigator.clipboard.readText())
  })
  expect(address).toBe(`${site.url}composer/#fiches=5,8,12&recto-verso`)

  // Another reader, who had chosen something else before.
  await site.onTab(async tab => {
    const duplex = () => tab.$eval('[name=recto-verso]', box => (box as HTMLInputElement).checked)
    await site.open(tab, 'composer/')
    await ready(tab)
    expect(await chosen(tab)).toEqual([])
    await tab.click('input[name=fiche][value="17"]')
    await site.open(tab, '')
    await tab.goto(address)
    await ready(tab)
    expect(await chosen(tab)).toEqual([5, 8, 12])
    expect(await duplex()).toBe(true)

    // What was chosen last is remembered, on this device alone.
    await tab.click('input[name=fiche][value="5"]')
    await site.open(tab, '')
    await site.open(tab, 'composer/')
    await ready(tab)
    expect(await chosen(tab)).toEqual([8, 12])
    expect(await duplex()).toBe(true)
    expect(new URL(tab.url()).hash).toBe('#fiches=8,12&recto-verso')
    await tab.click('[data-rien]')
    await site.open(tab, '')
    await site.open(tab, 'composer/')
    await ready(tab)
    expect(await chosen(tab)).toEqual([])
  })
})

it('a reader who goes to the content keeps the choice, in the address too', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async (tab, faults) => {
    await site.open(tab, 'composer/#fiches=5,8&recto-verso')
    await ready(tab)
    await tab.focus('.evitement')
    await tab.keyboard.press('Enter')
    await tab.waitForFunction(() => document.activeElement?.matches('.evitement') === false)
    expect(await chosen(tab)).toEqual([5, 8])
    await tab.waitForFunction(() => location.hash === '#fiches=5,8&recto-verso')
    await site.open(tab, '')
    await site.open(tab, 'composer/#contenu')
    await ready(tab)
    expect(await chosen(tab)).toEqual([5, 8])
    expect(faults).toEqual([])
  })
})

it('says where the address stands, where the browser lets no page copy', async () => {
  await using site = await readSite(dir, '/')
  await site.onTab(async (tab, faults) => {
    await allowClipboard(site, tab, 'denied')
    await site.open(tab, 'composer/#fiches=8')
    await ready(tab)
    await tab.click('[data-copier]')
    await tab.waitForFunction(() => document.querySelector('.composer-suite')?.textContent !== '')
    expect(await said(tab)).toBe(
      'Ce navigateur ne laisse rien copier : l’adresse de ce choix est celle qu’il affiche en haut de la page.',
    )
    expect(faults).toEqual([])
  })
})
