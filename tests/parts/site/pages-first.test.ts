import { expect, test } from 'vitest'
import { openCache } from '../../../build/ground/store/cache.ts'
import { finishSite, prepareSite } from '../../../build/site/build-site.ts'
import { kitOf } from '../../unit/pdf/kit.ts'

test('the service worker lists the pages and what the search knows', async () => {
  const kit = kitOf([])
  const cache = openCache('.cache', 'presse')
  const files = await finishSite({
    kit,
    news: [],
    cache,
    parts: await prepareSite(kit, cache),
    pages: new Map([['index.html', '<p>Carnet</p>']]),
    browser: { identity: '', open: () => Promise.reject(new Error('nothing is drawn')) },
    announced: [],
    beside: Promise.resolve([]),
  })
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['index.html', 'recherche.json']))
  const worker = Buffer.from(files['sw.js'] ?? []).toString()
  for (const url of ['./', 'recherche.json']) expect(worker).toContain(`"url":"${url}","revision":"`)
  // The index of the search has its content in its name: hosts and readers keep it for long.
  const { index } = JSON.parse(Buffer.from(files['recherche.json'] ?? []).toString())
  expect(index).toMatch(/^assets\/recherche-[0-9a-f]{16}\.bin$/)
  expect(Object.keys(files)).toContain(index)
  expect(worker).toContain(`"url":"${index}","revision":null`)
})
