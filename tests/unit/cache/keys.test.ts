import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { browserIdentity } from '../../../build/browser/browser-identity.ts'
import { keep, recall, type Workplace } from '../../../build/release/editions/workplace.ts'
import { hashKit, hashPress, hashReaders } from '../../../build/release/inputs.ts'
import type { Bundler } from '../../../build/site/assets.ts'
import { cutFonts } from '../../../build/site/fonts.ts'
import { pack } from '../../../build/store/bundle.ts'
import type { Item } from '../../../src/indexes/sequence.ts'
import type { Kit } from '../../../src/kit.ts'
import { fiche, kitOf } from '../pdf/kit.ts'
import { recorder } from './recorder.ts'

/** Files of the press that read otherwise than they are: end of the path → content. */
const edited = vi.hoisted(() => new Map<string, string>())

vi.mock('node:fs/promises', async original => {
  const real = await original<typeof import('node:fs/promises')>()
  const readFile: typeof real.readFile = (async (path: string | URL, encoding?: 'utf8') => {
    const end = [...edited.keys()].find(name => String(path).endsWith(name))
    const content = end === undefined ? undefined : edited.get(end)
    if (content === undefined) return real.readFile(path, encoding)
    return encoding ? content : Buffer.from(content)
  }) as typeof real.readFile
  return { ...real, readFile }
})

vi.mock('node:fs', async original => {
  const real = await original<typeof import('node:fs')>()
  const readFileSync = ((path: string, encoding?: 'utf8') => {
    const end = [...edited.keys()].find(name => String(path).endsWith(name))
    return end === undefined ? real.readFileSync(path, encoding) : Buffer.from(edited.get(end) ?? '')
  }) as typeof real.readFileSync
  return { ...real, readFileSync }
})

vi.mock('node:module', async original => {
  const real = await original<typeof import('node:module')>()
  const createRequire: typeof real.createRequire = from => {
    const load = real.createRequire(from)
    const loadEdited = (name: string) => (edited.has(name) ? JSON.parse(edited.get(name) ?? '') : load(name))
    return Object.assign(loadEdited, load)
  }
  return { ...real, createRequire }
})

beforeEach(() => edited.clear())

/** A module reads the code that it depends on once, as it was when it was loaded itself. */
async function loadAnew<Module>(load: () => Promise<Module>): Promise<Module> {
  vi.resetModules()
  return load()
}

/** Expects that a step asks for the same key twice, and for another one after each of the changes.
 *  @param keyWith the key asked for when the step is given such an input */
function changesWith<Input extends object>(
  name: string,
  good: Input,
  keyWith: (input: Input) => Promise<string>,
  changes: Record<string, Partial<Input> | { edit: [path: string, content: string] }>,
) {
  describe(`the key of ${name}`, () => {
    test('is the same when nothing has changed', async () => {
      expect(await keyWith(good)).toBe(await keyWith(good))
    })
    test.each(Object.entries(changes))('changes with %s', async (_, change) => {
      const before = await keyWith(good)
      if ('edit' in change) edited.set(...change.edit)
      expect(await keyWith({ ...good, ...change })).not.toBe(before)
    })
  })
}

const kit = kitOf([fiche(1, 'lac'), fiche(2, 'pont')])
const withKit = (change: Partial<Kit>) => ({ kit: { ...kit, ...change } })

changesWith(
  'the fonts',
  { characters: 'abc' },
  async ({ characters }) => {
    const cache = recorder(() => 'police')
    await cutFonts(characters, cache)
    expect(new Set(cache.keys).size).toBe(cache.keys.length)
    return cache.keys.join()
  },
  {
    'the characters': { characters: 'abcd' },
    'the bytes of a font': { edit: ['source-sans-3-latin-wght-normal.woff2', 'autre'] },
    'the version of the tool that cuts them': { edit: ['subset-font/package.json', '{ "version": "0" }'] },
    'the weights that are asked for': {
      edit: [
        'styles/web/fonts.css',
        '@font-face { font-weight: 300 500; src: url("@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2") }',
      ],
    },
  },
)

const page = (text: string) =>
  `<header><a class="logo">Carnet</a></header><article class="fiche"><header class="tete-fiche"><h1>${text}</h1></header><p>${text}</p></article>`

const assets = { 'assets/a.css': new Uint8Array([97]), 'assets/a.woff2': new Uint8Array([98]) }

changesWith(
  'the picture of a link',
  { kit, assets, text: 'un', identity: 'npm' },
  async ({ assets, text, identity }) => {
    const { sharePictures } = await loadAnew(() => import('../../../build/site/share-pictures.ts'))
    const cache = recorder(() => 'image')
    await sharePictures({
      kit: { ...kit, fiches: [fiche(1, 'lac')] },
      pageOf: () => page(text),
      assets,
      browser: {
        identity,
        open: () => Promise.reject(new Error('a picture that is kept needs no browser')),
      },
      cache,
    })
    return cache.keys.join()
  },
  {
    'the head of the page': { text: 'deux' },
    'the style sheet of the site': { assets: { ...assets, 'assets/a.css': new Uint8Array([99]) } },
    'the fonts': { assets: { ...assets, 'assets/a.woff2': new Uint8Array([99]) } },
    'its own style sheet': { edit: ['styles/web/share-picture.css', 'p {}'] },
    'the code that takes it': { edit: ['build/site/share-pictures.ts', ''] },
    'the browser that draws it': { identity: '/usr/bin/chromium 1 1' },
    'how the browser is started': { edit: ['build/browser/browser.ts', ''] },
    'the version of the browser': { edit: ['package-lock.json', '{}'] },
  },
)

changesWith(
  'the icons of the site',
  { kit },
  async ({ kit }) => {
    const { icons } = await loadAnew(() => import('../../../build/site/icons.ts'))
    const cache = recorder(() => pack({}))
    await icons(kit, cache)
    return cache.keys.join()
  },
  {
    'the colours of the kit': withKit({ familles: kit.familles.map(one => ({ ...one, couleur: 'autre' })) }),
    'the families': withKit({ familles: kit.familles.slice(1) }),
    'the code that draws them': { edit: ['build/site/icons.ts', ''] },
    'the versions of the libraries': { edit: ['package-lock.json', '{}'] },
  },
)

const coverItem: Item = { kind: 'couverture', id: 'couverture' }
const cover = (html: string) => [{ item: coverItem, html, resources: [] }]

changesWith(
  'the cover',
  { kit, html: '<h1>Carnet</h1>', identity: 'npm' },
  async ({ kit, html, identity }) => {
    const { coverOf } = await loadAnew(() => import('../../../build/release/editions/cover.ts'))
    const cache = recorder(() => 'image')
    await coverOf({ ...workplace, browser: { ...workplace.browser, identity }, kit, cache }, cover(html))
    return cache.keys.join()
  },
  {
    'what it says': { html: '<h1>Cahier</h1>' },
    'the style of the sheet': { edit: ['styles/print/frame/couverture.css', 'h1 {}'] },
    'the bytes of a font': { edit: ['source-sans-3-latin-400-normal.woff2', 'autre'] },
    'the code that takes it': { edit: ['build/epub/cover.ts', ''] },
    'the browser that draws it': { identity: '/usr/bin/chromium 1 1' },
    'how the browser is started': { edit: ['build/browser/browser.ts', ''] },
    'the version of the browser': { edit: ['package-lock.json', '{}'] },
  },
)

changesWith(
  'the style sheet, script and fonts of the site',
  { kit },
  async ({ kit }) => {
    const { makeAssets } = await loadAnew(() => import('../../../build/site/assets.ts'))
    const head = '<head><meta charset="utf-8"><link></head>'
    const cache = recorder(key =>
      key.startsWith('ressources') ? pack({ 'index.html': Buffer.from(head) }) : 'police',
    )
    const bundle: Bundler = () => Promise.reject(new Error('assets that are kept are not bundled'))
    await makeAssets(kit, { cache, work: '/nulle-part', bundle })
    return cache.keys.filter(key => key.startsWith('ressources')).join()
  },
  {
    'the address of the site': withKit({ site: { url: null, base: '/autre/' } }),
    'the colours of the kit': withKit({
      tokens: { ...kit.tokens, web: { fond: '#123456' } },
    }),
    'a style sheet': { edit: ['styles/web/index.css', 'p {}'] },
    'a script': { edit: ['layouts/web/scripts/share.ts', 'export {}'] },
    'the tags of a page': { edit: ['layouts/web/parts/assets.njk', '<link>'] },
    'how Vite is told': { edit: ['build/pages/vite.ts', ''] },
    'how Eleventy is told': { edit: ['eleventy.config.ts', ''] },
    'the versions of the libraries': { edit: ['package-lock.json', '{}'] },
  },
)

const workplace: Workplace = {
  kit,
  date: new Date('2031-03-01'),
  cache: recorder(() => ''),
  press: { cache: recorder(() => ''), fingerprint: 'presse' },
  cacheDir: null,
  browser: {
    identity: 'npm',
    open: () => Promise.reject(new Error('what is kept needs no browser')),
    [Symbol.asyncDispose]: async () => {},
  },
  pdfThread: () => {
    throw new Error('what is kept needs no thread')
  },
  standing: null,
  reuse: 'all',
  had: new Map(),
  output: { put: () => null },
  jobs: 1,
  signal: new AbortController().signal,
  tell: () => {},
  dir: '/nulle-part',
  ink: 'estimate',
  news: [],
  inputs: ['kit', 'presse', '2031-03-01', ''],
  later: [],
  keys: new Map(),
  inTurn: work => work(),
}

changesWith(
  'an edition',
  { name: 'pdf', inputs: workplace.inputs, rest: ['estimate'] },
  async ({ name, inputs, rest }) => {
    const cache = recorder(() => pack({}))
    await recall({ ...workplace, cache, inputs }, name, ...rest)
    return cache.keys.join()
  },
  {
    'its name': { name: 'epub' },
    'the kit': { inputs: ['kit 2', 'presse', '2031-03-01', ''] },
    'the press': { inputs: ['kit', 'presse 2', '2031-03-01', ''] },
    'the date': { inputs: ['kit', 'presse', '2031-04-01', ''] },
    'another browser': { inputs: ['kit', 'presse', '2031-03-01', '/usr/bin/chromium'] },
    'how the ink is measured': { rest: ['exact'] },
  },
)

test('an edition is kept once the build is done', async () => {
  const written: string[] = []
  const cache = { ...workplace.cache, write: async (key: string) => void written.push(key) }
  const later: Workplace['later'] = []
  keep({ ...workplace, cache, later }, 'epub', {})
  expect(written).toEqual([])
  for (const keepOne of later) await keepOne()
  expect(written).toEqual([expect.stringMatching(/^edition-epub-/)])
})

test('a browser that is replaced by another version of it is another browser', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kit-navigateur-'))
  const path = join(dir, 'chrome')
  const identities = [browserIdentity(), browserIdentity(path)]
  for (const version of ['147', '148.0']) {
    await writeFile(path, version)
    identities.push(browserIdentity(path))
  }
  expect(new Set(identities).size).toBe(4)
  expect(browserIdentity(path)).toBe(identities.at(-1))
  await rm(dir, { recursive: true })
})

describe('the hash of a folder', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kit-hash-'))
    for (const folder of ['src', 'build', 'layouts', 'styles/print', 'leviers'])
      await mkdir(join(dir, folder), { recursive: true })
    for (const file of [
      'eleventy.config.ts',
      'package-lock.json',
      'kit.yaml',
      'leviers/08-a.md',
      'styles/print/a.css',
    ])
      await writeFile(join(dir, file), file)
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  test.each<[string, () => Promise<void>]>([
    ['a changed fiche', () => writeFile(join(dir, 'leviers/08-a.md'), 'autre')],
    ['a file more', () => writeFile(join(dir, 'leviers/09-b.md'), '')],
    ['a file less', () => rm(join(dir, 'kit.yaml'))],
    [
      'a file that is moved',
      async () => {
        await rm(join(dir, 'leviers/08-a.md'))
        await writeFile(join(dir, 'leviers/09-a.md'), 'leviers/08-a.md')
      },
    ],
  ])('of a kit changes with %s', async (_, change) => {
    const before = hashKit(dir)
    expect(hashKit(dir)).toBe(before)
    await change()
    expect(hashKit(dir)).not.toBe(before)
  })

  test.each([
    'src/a.ts',
    'build/a.ts',
    'layouts/a.njk',
    'styles/print/a.css',
    'eleventy.config.ts',
    'package-lock.json',
  ])('of the press changes with %s', async file => {
    const before = hashPress(dir)
    expect(hashPress(dir)).toBe(before)
    await writeFile(join(dir, file), 'autre')
    expect(hashPress(dir)).not.toBe(before)
  })

  test.each(['src/a.ts', 'scripts/write-validators.js', 'package-lock.json'])(
    'of the code that reads changes with %s',
    async file => {
      const before = hashReaders(dir)
      expect(hashReaders(dir)).toBe(before)
      await mkdir(dirname(join(dir, file)), { recursive: true })
      await writeFile(join(dir, file), 'autre')
      expect(hashReaders(dir)).not.toBe(before)
    },
  )

  test('of the press does not change with what makes no edition', async () => {
    const before = hashPress(dir)
    await writeFile(join(dir, 'kit.yaml'), 'autre')
    expect(hashPress(dir)).toBe(before)
  })
})
