import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { browserIdentity } from '../../../build/browser/browser-identity.ts'
import { sheetsOf } from '../../../build/pages/vite.ts'
import { coverOf } from '../../../build/release/editions/cover.ts'
import type { Workplace } from '../../../build/release/editions/workplace.ts'
import { hashKit, hashLooks } from '../../../build/release/inputs.ts'
import { makeAssets } from '../../../build/site/assets.ts'
import { cutFonts } from '../../../build/site/fonts.ts'
import { icons } from '../../../build/site/icons.ts'
import { sharePictures } from '../../../build/site/share-pictures.ts'
import { pack } from '../../../build/store/bundle.ts'
import { digestOfPress } from '../../../build/store/cache.ts'
import { NO_TEXT } from '../../../src/indexes/listing.ts'
import type { Item } from '../../../src/indexes/sequence.ts'
import type { Kit } from '../../../src/kit.ts'
import { fiche, kitOf } from '../pdf/kit.ts'
import { recorder } from './recorder.ts'

/** Expects that a step asks for the same key twice, and for another one after each of the changes.
 *  @param keyWith the key asked for when the step is given such an input */
function changesWith<Input extends object>(
  name: string,
  good: Input,
  keyWith: (input: Input) => Promise<string>,
  changes: Record<string, Partial<Input>>,
) {
  describe(`the key of ${name}`, () => {
    test('is the same when nothing has changed', async () => {
      expect(await keyWith(good)).toBe(await keyWith(good))
    })
    test.each(Object.entries(changes))('changes with %s', async (_, change) => {
      const before = await keyWith(good)
      expect(await keyWith({ ...good, ...change })).not.toBe(before)
    })
  })
}

const kit = kitOf([fiche(1, 'lac'), fiche(2, 'pont')])
const example = { titre: 'Lac', levier: null, ancre: 'lac', lieu: 'Lac', departements: ['01'], pays: [] }
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
  },
)

const page = (text: string) =>
  `<link rel="stylesheet" href="/assets/a.css"><header><a class="logo">Carnet</a></header><article class="fiche"><header class="tete-fiche"><h1>${text}</h1></header><p>${text}</p></article>`

const assets = { 'assets/a.css': new Uint8Array([97]), 'assets/a.woff2': new Uint8Array([98]) }

changesWith(
  'the picture of a link',
  { kit, assets, text: 'un', identity: 'npm' },
  async ({ assets, text, identity }) => {
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
    'the browser that draws it': { identity: '/usr/bin/chromium 1 1' },
  },
)

changesWith(
  'the icons of the site',
  { kit },
  async ({ kit }) => {
    const cache = recorder(() => pack({}))
    await icons(kit, cache)
    return cache.keys.join()
  },
  {
    'the colours of the kit': withKit({ familles: kit.familles.map(one => ({ ...one, couleur: 'autre' })) }),
    'the families': withKit({ familles: kit.familles.slice(1) }),
  },
)

const coverItem: Item = { kind: 'couverture', id: 'couverture' }
const cover = (html: string) => [{ item: coverItem, html, resources: [] }]

changesWith(
  'the cover',
  { kit, html: '<h1>Carnet</h1>', identity: 'npm' },
  async ({ kit, html, identity }) => {
    const cache = recorder(() => 'image')
    await coverOf({ ...workplace, browser: { ...workplace.browser, identity }, kit, cache }, cover(html))
    return cache.keys.join()
  },
  {
    'what it says': { html: '<h1>Cahier</h1>' },
    'the browser that draws it': { identity: '/usr/bin/chromium 1 1' },
  },
)

changesWith(
  'the style sheet, script and fonts of the site',
  { kit },
  async ({ kit }) => {
    const source = (name: string) => [`styles/web/sheets/${name}.css`, `assets/${name}.css`]
    const sources = {
      'layouts/web/scripts/index.ts': 'assets/i.js',
      ...Object.fromEntries(sheetsOf(kit).map(source)),
    }
    const cache = recorder(key =>
      key.startsWith('ressources')
        ? pack({ 'sources.json': Buffer.from(JSON.stringify(sources)) })
        : 'police',
    )
    await makeAssets(kit, cache)
    return cache.keys.filter(key => key.startsWith('ressources')).join()
  },
  {
    'its style sheets': withKit({
      fiches: [{ ...fiche(1, 'lac'), corps: { ...NO_TEXT, exemples: [example] } }],
    }),
    'the address of the site': withKit({ site: { url: null, base: '/autre/', atelier: false } }),
    'the colours of the kit': withKit({
      tokens: { ...kit.tokens, web: { fond: '#123456' } },
    }),
  },
)

const workplace: Workplace = {
  kit,
  date: new Date('2031-03-01'),
  cache: recorder(() => ''),
  renditions: { cache: recorder(() => ''), looks: 'allure' },
  cacheDir: null,
  name: 'presse',
  browser: {
    identity: 'npm',
    open: () => Promise.reject(new Error('what is kept needs no browser')),
    endpoint: () => Promise.reject(new Error('what is kept needs no browser')),
    [Symbol.asyncDispose]: async () => {},
  },
  pdfThread: () => {
    throw new Error('what is kept needs no thread')
  },
  jobs: 1,
  signal: new AbortController().signal,
  tell: () => {},
  dir: '/nulle-part',
  ink: 'estimate',
  news: [],
  inputs: ['kit', 'presse', '2031-03-01', ''],
  inTurn: work => work(),
}

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

  test.each(['.DS_Store', 'leviers/.08-a.md.swp', '.git/objects/index', 'leviers/~$08-a.md'])(
    'of a kit does not change with %s, which is no part of it',
    async file => {
      const before = hashKit(dir)
      await mkdir(dirname(join(dir, file)), { recursive: true })
      await writeFile(join(dir, file), '')
      expect(hashKit(dir)).toBe(before)
    },
  )

  test.each(['layouts/a.njk', 'styles/print/a.css'])('of the looks changes with %s', async file => {
    const before = hashLooks(dir)
    expect(hashLooks(dir)).toBe(before)
    await writeFile(join(dir, file), 'autre')
    expect(hashLooks(dir)).not.toBe(before)
  })

  test.each([
    'src/a.ts',
    // The pages of a document depend on all of these, and on the flags and the fonts that the browser is started with.
    'build/pdf/print/fast-frames.ts',
    'build/pdf/page/tab/workbench.ts',
    'build/browser/browser.ts',
    'build/browser/chromium.ts',
    'build/store/write-validators.js',
    'eleventy.config.ts',
    'package-lock.json',
  ])('of the press changes with %s', async file => {
    const before = digestOfPress(dir)
    expect(digestOfPress(dir)).toBe(before)
    await mkdir(dirname(join(dir, file)), { recursive: true })
    await writeFile(join(dir, file), 'autre')
    expect(digestOfPress(dir)).not.toBe(before)
  })

  test('of the press changes with what runs it', () => {
    const { version, platform, arch } = process
    const runtimes = [
      { version: 'v0.0.0', platform, arch },
      { version, platform: 'plan9', arch },
      { version, platform, arch: 'mips' },
    ]
    const digests = [digestOfPress(dir), ...runtimes.map(runtime => digestOfPress(dir, runtime))]
    expect(new Set(digests).size).toBe(4)
  })

  test('of the press does not change with what makes no edition', async () => {
    const before = digestOfPress(dir)
    await writeFile(join(dir, 'kit.yaml'), 'autre')
    expect(digestOfPress(dir)).toBe(before)
  })
})
