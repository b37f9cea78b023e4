import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildEditions, keepBuild, keyOfBuild } from '../../../build/edition/build-editions.ts'
import type { BuildOptions, ProgressEvent } from '../../../build/edition/build-options.ts'
import { hashKit, hashLooks } from '../../../build/edition/build-options.ts'
import { browserIdentity } from '../../../build/ground/browser/chromium.ts'
import {
  describeSite,
  describeSiteOf,
  digestOf,
  type Manifest,
  writeManifest,
} from '../../../build/ground/disk/manifest.ts'
import { digestOfPress, openCache } from '../../../build/ground/store/cache.ts'
import { kitOf } from '../../unit/pdf/kit.ts'

/** A press, a kit that has an error, and an output that is told to have been made of them: whoever reads the kit refuses it. */
let dir: string
let options: BuildOptions
let manifest: Manifest
let events: ProgressEvent[]

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-garde-'))
  events = []
  options = {
    home: join(dir, 'presse'),
    fiches: join(dir, 'fiches'),
    out: join(dir, 'dist'),
    only: new Set(['site', 'pdf', 'epub'] as const),
    date: null,
    cacheDir: join(dir, 'cache'),
    keep: true,
    imposition: undefined,
    jobs: 1,
    executablePath: undefined,
    signal: new AbortController().signal,
    tell: event => events.push(event),
  }
  await write('presse/src/a.ts', 'a')
  await write('fiches/kit.yaml', 'titre: Carnet')
  await write('dist/site/index.html', '<p>Carnet</p>')
  await write('dist/epub/carnet.epub', 'livre')
  await write('dist/site/telechargements/carnet.epub', 'livre')
  const epub = { role: 'epub', path: 'epub/carnet.epub', ...digestOf(Buffer.from('livre')) } as const
  manifest = await writeManifest(options.out, kitOf([]), new Date('2031-03-01'), [
    describeSite(options.out),
    epub,
  ])
  const inputs = {
    kit: hashKit(options.fiches),
    press: digestOfPress(options.home),
    looks: hashLooks(options.home),
    browser: browserIdentity(options.executablePath),
  }
  const cache = openCache(options.cacheDir, inputs.press)
  await keepBuild(cache, keyOfBuild(options, inputs), { state: 'made', problems: [], manifest })
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(dir, path, '..'), { recursive: true })
  await writeFile(join(dir, path), text)
}

const state = async (changed: Partial<BuildOptions> = {}) =>
  (await buildEditions({ ...options, ...changed })).state

test('what a build of the same inputs made is left as it lies, and told, without a look at the kit', async () => {
  expect(await buildEditions(options)).toEqual({ state: 'made', problems: [], manifest })
  expect(events.flatMap(event => (event.state === 'fin' ? [[event.step, event.detail]] : []))).toEqual(
    ['controle', 'site', 'pdf', 'epub'].map(step => [step, 'inchangé depuis la fabrication précédente']),
  )
})

test('the site is described by its files as it is by its folder, in whatever order they come', async () => {
  const files = { 'telechargements/carnet.epub': 'livre', 'index.html': '<p>Carnet</p>' }
  const described = Object.entries(files).map(([file, text]) => ({ file, ...digestOf(Buffer.from(text)) }))
  expect(describeSiteOf(described)).toEqual(describeSite(options.out))
})

test('an equal output of another place is as good', async () => {
  const out = join(dir, 'ailleurs')
  await cp(options.out, out, { recursive: true })
  expect(await state({ out })).toBe('made')
})

test('what a killed build left beside the output is removed all the same', async () => {
  await mkdir(join(dir, '.dist.en-cours-999999999-abcdef01'))
  expect(await state()).toBe('made')
  expect((await readdir(dir)).sort()).toEqual(['cache', 'dist', 'fiches', 'presse'])
})

describe('is made anew when', () => {
  test.each<[string, Partial<BuildOptions>]>([
    ['another date is asked for', { date: new Date('2031-04-01') }],
    ['the booklet is asked for', { imposition: 'cahier' }],
    ['large print is asked for', { largePrint: true }],
    ['a draft is asked for', { draft: true }],
    ['nothing kept is to be taken', { keep: false }],
  ])('%s', async (_, changed) => {
    expect(await state(changed)).toBe('refused')
  })

  test('nothing was kept', async () => {
    expect(await state({ cacheDir: join(dir, 'cache-vide') })).toBe('refused')
  })

  test.each<[string, () => Promise<unknown>]>([
    ['a file of the kit is edited', () => write('fiches/kit.yaml', 'titre: Cahier')],
    ['the versions of the libraries change', () => write('presse/package-lock.json', '{}')],
  ])('%s', async (_, change) => {
    await change()
    expect(await state()).toBe('refused')
  })
})

/** What may have become of an output. */
const changes: readonly [string, () => Promise<unknown>][] = [
  ['a file of the output is edited', () => write('dist/epub/carnet.epub', 'Livre')],
  ['a file of the site is edited', () => write('dist/site/index.html', '<p>Cahier</p>')],
  ['the site is lost', () => rm(join(dir, 'dist/site'), { recursive: true })],
  ['a file is added to the output', () => write('dist/pdf/vieux.pdf', '')],
  ['the output is lost', () => rm(join(dir, 'dist'), { recursive: true })],
]

test.each(changes)('the editions are made anew when %s', async (_, change) => {
  await change()
  expect(await state()).toBe('refused')
  expect((await readdir(dir)).filter(name => name.startsWith('.'))).toEqual([])
})

test('links of a kit count by where they lead, whatever stands there', async () => {
  const link = join(dir, 'fiches/lien.yaml')
  await write('fiches/copie.yaml', 'titre: Carnet')
  const hashes = new Set<string>()
  for (const target of ['kit.yaml', 'copie.yaml', '../presse', 'absent.yaml']) {
    await symlink(target, link)
    hashes.add(hashKit(options.fiches))
    await rm(link)
  }
  expect(hashes.size).toBe(4)
})
