import { EventEmitter } from 'node:events'
import type { Browser } from 'puppeteer'
import { expect, test } from 'vitest'
import { BrowserGone, whileThere } from '../../../build/ground/browser/browser.ts'
import { openOfflineTab } from '../../../build/ground/browser/offline-tab.ts'

/** A browser whose tab never opens. */
const hanging = () =>
  Object.assign(new EventEmitter(), {
    connected: true,
    newPage: () => new Promise<never>(() => {}),
  }) as unknown as Browser & EventEmitter

test('a tab that opens while its browser goes is told of at once', async () => {
  const browser = hanging()
  const opening = openOfflineTab(browser, new Map())
  browser.emit('disconnected')
  await expect(opening).rejects.toThrow(BrowserGone)
})

test('a browser that stays is not listened to any more', async () => {
  const browser = hanging()
  expect(await whileThere(browser, Promise.resolve(7))).toBe(7)
  expect(browser.listenerCount('disconnected')).toBe(0)
})
