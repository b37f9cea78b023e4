import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../../../build/browser/browser.ts'
import type { PressOrder } from '../../../build/release/editions/make-press.ts'
import { openPressRoom } from '../../../build/release/editions/press-room.ts'
import { openCache } from '../../../build/store/cache.ts'
import { sequence } from '../../../src/indexes/sequence.ts'
import { folio } from '../../../src/units.ts'
import { asSheets, otherKit, printSheets } from './workshop.ts'

let open: OpenBrowser
let order: PressOrder
beforeAll(async () => {
  open = await openBrowser({ cacheDir: join(process.cwd(), '.cache') })
  const kit = await otherKit()
  const documents = sequence(kit).map(({ id }, index) => ({
    id,
    first: folio(index + 1),
    last: folio(index + 1),
  }))
  order = {
    printed: asSheets(
      await printSheets(
        open.browser,
        documents.map(({ id }) => `<p>${id}</p>`),
      ),
    ),
    kit,
    pages: { count: documents.length, documents },
    date: '2031-03-01T00:00:00Z',
    fingerprint: 'essai',
    fileName: 'essai-impression.pdf',
    ink: 'estimate',
  }
})
afterAll(() => open?.[Symbol.asyncDispose]())

describe('the printer’s PDF', () => {
  it('has the same bytes and the same report, made here or in a thread of its own', async () => {
    const { signal } = new AbortController()
    await using here = openPressRoom({ cache: openCache(null), cacheDir: null, standing: false })
    await using beside = openPressRoom({ cache: openCache(null), cacheDir: null, standing: false })
    beside.expectMuch()
    const [one, other] = [await here.make(order, signal), await beside.make(order, signal)]
    expect(Buffer.compare(one.press, other.press)).toBe(0)
    expect(other.report).toEqual(one.report)
    expect(one.report.verdict).toBe('conforme')
  })

  it.each([
    ['here', false],
    ['in a thread', true],
  ])('tells its fault to whoever waits for it, made %s', async (_, much) => {
    await using room = openPressRoom({
      cache: openCache(null),
      cacheDir: null,
      standing: false,
    })
    if (much) room.expectMuch()
    await expect(
      room.make({ ...order, printed: order.printed.slice(1) }, new AbortController().signal),
    ).rejects.toThrow('were printed of')
  })
})
