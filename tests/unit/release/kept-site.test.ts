import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pack } from '../../../build/bundle.ts'
import { makeSite } from '../../../build/release/editions/site.ts'
import { describeFile } from '../../../build/release/manifest.ts'
import { recorder } from '../cache/recorder.ts'
import { kitOf } from '../pdf/kit.ts'

test('a site that a former build kept offers the editions of this one', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kit-site-'))
  await mkdir(join(dir, 'epub'))
  await writeFile(join(dir, 'epub/carnet.epub'), 'livre')
  const details: (string | null)[] = []
  await makeSite(
    {
      kit: kitOf([]),
      date: new Date('2031-03-01'),
      cache: recorder(() => pack({ 'index.html': Buffer.from('<p>Carnet</p>') })),
      press: { cache: recorder(() => ''), fingerprint: 'presse' },
      cacheDir: null,
      browser: { open: () => Promise.reject(new Error('no browser')), [Symbol.asyncDispose]: async () => {} },
      jobs: 1,
      signal: new AbortController().signal,
      tell: event => event.state === 'fin' && details.push(event.detail),
      dir,
      ink: 'estimate',
      news: [],
      inputs: ['kit'],
      keys: new Map(),
      unchanged: () => true,
      inTurn: work => work(),
    },
    {
      pdf: { pages: new Promise(() => {}) },
      announced: () => Promise.reject(new Error('nothing is rendered')),
      made: Promise.resolve([describeFile('epub', 'epub/carnet.epub', Buffer.from('livre'))]),
      key: '',
    },
  )
  expect(await readFile(join(dir, 'site/index.html'), 'utf8')).toBe('<p>Carnet</p>')
  expect(await readFile(join(dir, 'site/telechargements/carnet.epub'), 'utf8')).toBe('livre')
  expect(details).toEqual(['inchangé, repris de la fabrication précédente'])
  await rm(dir, { recursive: true })
})
