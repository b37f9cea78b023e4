import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'
import { findChromium } from '../../../build/ground/browser/chromium.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { home } from '../../e2e/run-kit.ts'
import { folderOfTest } from '../../temporary.ts'

type Assertion = { 'earl:test': { 'dct:title': string }; 'earl:result': { 'dct:description': string } }
type Report = { assertions: { 'earl:testSubject': { url: string }; assertions: Assertion[] }[] }

it('Ace by DAISY finds no barrier in the e-book of fiches', async () => {
  const { kit } = await readKit('fiches')
  const { executablePath, env } = await findChromium(join(home, '.cache'))
  const bin = join(
    dirname(createRequire(import.meta.url).resolve('@daisy/ace-cli/package.json')),
    'bin/ace.js',
  )
  const dir = folderOfTest('ace')
  const book = join(inject('editions').kit, `epub/${kit?.slug}.epub`)
  await promisify(execFile)(process.execPath, [bin, '-f', '-l', 'fr', '-o', dir, book], {
    env: { ...process.env, ...env, PUPPETEER_EXECUTABLE_PATH: executablePath },
  })
  const { assertions } = JSON.parse(await readFile(join(dir, 'report.json'), 'utf8')) as Report
  const found = assertions.flatMap(({ 'earl:testSubject': { url }, assertions }) =>
    assertions.map(
      one => `${url} ${one['earl:test']['dct:title']}: ${one['earl:result']['dct:description']}`,
    ),
  )
  expect(assertions.length).toBeGreaterThan(20)
  expect(found).toEqual([])
})
