import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAssets } from '../../../build/pages/renditions.ts'
import { buildSite } from '../../../build/site/index.ts'
import { openCache } from '../../../build/store/cache.ts'
import { kitOf } from '../../unit/pdf/kit.ts'

test('the service worker lists the pages and what the search knows', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kit-site-'))
  const kit = kitOf([])
  const told: Record<string, Uint8Array>[] = []
  await buildSite({
    kit,
    news: [],
    dir: join(dir, 'site'),
    downloads: dir,
    cache: openCache('.cache', 'presse'),
    bundle: (...folders) => writeAssets(kit, ...folders),
    render: async () => new Map([['index.html', '<p>Carnet</p>']]),
    browser: { identity: '', open: () => Promise.reject(new Error('nothing is drawn')) },
    editions: async () => [],
    onHandedOver() {},
    onFiles: files => void told.push(files),
  })
  const [files] = told
  expect(Object.keys(files ?? {})).toEqual(expect.arrayContaining(['index.html', 'recherche.bin']))
  const worker = Buffer.from(files?.['sw.js'] ?? []).toString()
  for (const url of ['./', 'recherche.bin']) expect(worker).toContain(`"url":"${url}","revision":"`)
  await rm(dir, { recursive: true })
})
