import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../../../build/browser/browser.ts'
import { makePress } from '../../../build/release/editions/make-press.ts'
import { openCache } from '../../../build/store/cache.ts'
import { sequence } from '../../../src/indexes/sequence.ts'
import { folio } from '../../../src/units.ts'
import { asSheets, otherKit, printSheets } from './workshop.ts'

let open: OpenBrowser
let order: Parameters<typeof makePress>[0]
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
    cache: openCache(null, 'presse'),
  }
})
afterAll(() => open?.[Symbol.asyncDispose]())

describe('the printer’s PDF', () => {
  it('comes with a report that finds nothing', async () => {
    const { report } = await makePress(order, new AbortController().signal)
    expect(report.verdict).toBe('conforme')
  })

  it('is refused when sheets are missing', async () => {
    const printed = order.printed.slice(1)
    await expect(makePress({ ...order, printed }, new AbortController().signal)).rejects.toThrow(
      'were printed of',
    )
  })
})
