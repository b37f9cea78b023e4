import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader, type Reader } from '../../unit/epub/open-reader.ts'
import { HANG_MS } from '../../until.ts'
import { buildBook } from './book.ts'

describe('a reader (epub.js, offline)', () => {
  let reader: Reader
  let tab: Page

  beforeAll(async () => {
    reader = await openReader(await buildBook())
    tab = reader.tab
  })

  afterAll(() => reader?.close())

  /** The reader lays pages out in its own time. */
  const expectPlace = (href: string) =>
    expect.poll(() => tab.evaluate(() => window.place()), { timeout: HANG_MS }).toBe(href)

  it('opens at the cover and turns to the sommaire', async () => {
    await expectPlace('couverture.xhtml')
    await tab.evaluate(() => window.turn())
    await expectPlace('sommaire.xhtml')
  })

  it('shows the table of contents and the page list, and their entries lead there', async () => {
    const { toc, pages } = await tab.evaluate(() => window.contents())
    expect(toc.filter(Boolean)).toHaveLength(18)
    expect(pages).toHaveLength(18)
    for (const href of ['fiche-vallee.xhtml#agir', pages[12] ?? '', pages[3] ?? '']) {
      await tab.evaluate(target => window.go(target), href)
      await expectPlace(href.split('#')[0] ?? '')
    }
  })

  it('follows a cross-reference to its fiche', async () => {
    await tab.evaluate(() => window.go('fiche-vallee.xhtml'))
    await expectPlace('fiche-vallee.xhtml')
    await tab.evaluate(() => window.follow('a.renvoi'))
    await expectPlace('fiche-col.xhtml')
  })

  it('asked nobody for anything', () => {
    expect(reader.refused).toEqual([])
  })
})
