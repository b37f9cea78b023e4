import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeSite } from '../../../build/release/editions/site.ts'
import { digestOf } from '../../../build/release/manifest.ts'
import { openOutputs } from '../../../build/release/output.ts'
import { promised } from '../../../build/release/promised.ts'
import { pack } from '../../../build/store/bundle.ts'
import { recorder } from '../../unit/cache/recorder.ts'
import { kitOf } from '../../unit/pdf/kit.ts'

test('a site that a former build kept offers the editions of this one', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kit-site-'))
  await mkdir(join(dir, 'epub'))
  await writeFile(join(dir, 'epub/carnet.epub'), 'livre')
  const details: (string | null)[] = []
  const handedOver = promised<void>()
  await makeSite(
    {
      kit: kitOf([]),
      date: new Date('2031-03-01'),
      cache: recorder(() => pack({ 'index.html': Buffer.from('<p>Carnet</p>') })),
      press: { cache: recorder(() => ''), fingerprint: 'presse' },
      cacheDir: null,
      browser: {
        identity: 'npm',
        open: () => Promise.reject(new Error('no browser')),
        [Symbol.asyncDispose]: async () => {},
      },
      pdfThread: () => {
        throw new Error('no thread')
      },
      standing: null,
      reuse: 'all',
      had: new Map(),
      output: openOutputs(false).begin(dir, join(dir, 'dist')),
      jobs: 1,
      signal: new AbortController().signal,
      tell: event => event.state === 'fin' && details.push(event.detail),
      dir,
      ink: 'estimate',
      news: [],
      inputs: ['kit'],
      keys: new Map(),
      later: [],
      inTurn: work => work(),
    },
    {
      pdf: { pages: new Promise(() => {}) },
      announced: () => Promise.reject(new Error('nothing is rendered')),
      // The e-book is made once the site has nothing more to hand over: a kept one has nothing at all.
      made: handedOver.promise.then(() => [
        { role: 'epub', path: 'epub/carnet.epub', ...digestOf(Buffer.from('livre')) },
      ]),
      onHandedOver: handedOver.resolve,
      key: '',
    },
  )
  expect(await readFile(join(dir, 'site/index.html'), 'utf8')).toBe('<p>Carnet</p>')
  expect(await readFile(join(dir, 'site/telechargements/carnet.epub'), 'utf8')).toBe('livre')
  expect(details).toEqual(['inchangé, repris de la fabrication précédente'])
  await rm(dir, { recursive: true })
})
