import { expect, test } from 'vitest'
import { openOfflineTab, origin } from '../../../build/ground/browser/offline-tab.ts'
import { standingBrowser } from '../../chromium.ts'

test('a tab refuses what a page asks for and has not; the icon that whole browsers ask for by themselves is only not there', async () => {
  await using sheet = await openOfflineTab(await standingBrowser(), new Map([['page.html', '<p>page</p>']]))
  await sheet.tab.goto(`${origin}page.html`)
  const statusOf = (path: string) =>
    sheet.tab.evaluate(`fetch('${path}').then(({ status }) => status, () => 'refused')`)
  expect(await statusOf('/favicon.ico')).toBe(404)
  expect(sheet.takeRefused()).toEqual([])
  expect(await statusOf('/image.png')).toBe('refused')
  expect(sheet.takeRefused()).toEqual([`${origin}image.png`])
})
