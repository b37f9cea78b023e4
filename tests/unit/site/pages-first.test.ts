import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAssets } from '../../../build/pages/renditions.ts'
import { promised } from '../../../build/release/promised.ts'
import { buildSite } from '../../../build/site/index.ts'
import type { Bundle } from '../../../build/store/bundle.ts'
import { openCache } from '../../../build/store/cache.ts'
import { kitOf } from '../pdf/kit.ts'

test('pages are written while the search is made; the service worker, which lists both, comes last', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kit-site-'))
  const kit = kitOf([])
  const indexed = promised<Bundle>()
  const told: string[][] = []
  await buildSite({
    kit,
    dir: join(dir, 'site'),
    downloads: dir,
    cache: openCache('.cache'),
    bundle: (...folders) => writeAssets(kit, ...folders),
    render: async () => new Map([['index.html', '<p>Carnet</p>']]),
    search: {
      begin: async () => ({ files: indexed.promise }),
      [Symbol.asyncDispose]: async () => {},
    },
    browser: { identity: '', open: () => Promise.reject(new Error('nothing is drawn')) },
    editions: async () => [],
    onHandedOver() {},
    onFiles(files) {
      told.push(Object.keys(files))
      indexed.resolve({ 'pagefind/mots.pf_index': Buffer.from('carnet') })
      if (files['sw.js']) expect(Buffer.from(files['sw.js']).toString()).toContain('pagefind/mots.pf_index')
    },
  })
  expect(told[0]).toContain('index.html')
  expect(told.slice(1)).toEqual([['pagefind/mots.pf_index', 'sw.js']])
  await rm(dir, { recursive: true })
})
