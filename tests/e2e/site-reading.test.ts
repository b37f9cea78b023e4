import { afterAll, beforeAll, expect, it } from 'vitest'
import { DESK, readKitSite, type SiteReader } from './site-reader.ts'

let site: SiteReader

beforeAll(async () => {
  site = await readKitSite()
})
afterAll(() => site?.[Symbol.asyncDispose]())

it('all of a card leads to its fiche; the family that is chosen is in the address, and the back button leaves it', async () => {
  await site.onTab(async tab => {
    await tab.setViewport(DESK)
    await site.open(tab, '')
    await tab.click('#famille-levier')
    expect(new URL(tab.url()).search).toBe('?famille=levier')
    await tab.goBack()
    await tab.waitForFunction(() => document.querySelector<HTMLInputElement>('#famille-toutes')?.checked)
    expect(new URL(tab.url()).search).toBe('')
    const href = await tab.$eval('.carte a', link => link.getAttribute('href'))
    await Promise.all([tab.waitForNavigation(), tab.click('.carte-resume')])
    expect(new URL(tab.url()).pathname).toBe(href)
  })
})

it('the plan beside a fiche says which section is being read', async () => {
  await site.onTab(async tab => {
    await tab.setViewport(DESK)
    await site.open(tab, 'fiches/scic/')
    const [, second] = await tab.$$eval('.sur-cette-page .plan > li > a', links =>
      links.map(({ hash }) => hash),
    )
    await tab.$eval(second ?? '', title => title.scrollIntoView({ block: 'start' }))
    await tab.waitForSelector(`.sur-cette-page a[aria-current][href="${second}"]`)
  })
})
