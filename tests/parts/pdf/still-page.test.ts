import { type Browser, type Page, ProtocolError } from 'puppeteer'
import { expect, it } from 'vitest'
import { openBrowser } from '../../../build/ground/browser/browser.ts'
import { newStillPage } from '../../../build/ground/browser/offline-tab.ts'
import { HANG_MS } from '../../until.ts'

/** Whether a display frame comes after a change. @param most longest wait for it, in ms */
const drawn = (page: Page, most: number) =>
  page.evaluate(
    most =>
      new Promise<boolean>(resolve => {
        requestAnimationFrame(() => resolve(true))
        document.body.append('changed')
        setTimeout(() => resolve(false), most)
      }),
    most,
  )

it('makes no display frame, and prints', async () => {
  await using press = await openBrowser({ cacheDir: '.cache' })
  const [still, ordinary] = [await newStillPage(press.browser), await press.browser.newPage()]
  expect(await drawn(still, 300)).toBe(false)
  expect(await drawn(ordinary, HANG_MS)).toBe(true)
  const pdf = await still.pdf()
  expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-')
})

it('is an ordinary tab of a browser that cannot do without frames', async () => {
  const ordinary = {} as Page
  const session = {
    send: async () => {
      throw new ProtocolError('BeginFrameControl is not supported')
    },
  }
  const browser = { target: () => ({ createCDPSession: async () => session }), newPage: async () => ordinary }
  expect(await newStillPage(browser as unknown as Browser)).toBe(ordinary)
})
