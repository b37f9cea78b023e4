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

it('steps are ticked: the device keeps them, a link tells them, and without script they are a list', async () => {
  const page = 'pages/par-ou-commencer/'
  await site.onTab(async (tab, faults) => {
    const ticked = () =>
      tab.$$eval('.corps li > input', boxes => boxes.flatMap(({ checked }, at) => (checked ? [at + 1] : [])))
    await site.open(tab, page)
    await tab.waitForSelector('.cases')
    for (const at of [2, 4]) await tab.click(`::-p-xpath((//li/input)[${at}])`)
    await site.open(tab, page)
    await tab.waitForSelector('.cases')
    expect(await ticked()).toEqual([2, 4])
    await site.open(tab, `${page}?fait=3,5,12,40`)
    await tab.waitForSelector('.cases')
    expect(await ticked()).toEqual([3, 5, 12])
    // The link of another changes nothing here, until one ticks.
    await site.open(tab, page)
    await tab.waitForSelector('.cases')
    expect(await ticked()).toEqual([2, 4])
    expect(faults).toEqual([])
  })
  await site.onTab(async tab => {
    await tab.setJavaScriptEnabled(false)
    await site.open(tab, page)
    expect(await tab.$eval('.corps li', item => item.textContent)).toMatch(/^☐ Nommez/)
  })
})
