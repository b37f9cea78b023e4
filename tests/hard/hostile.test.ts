import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readEpub } from '../../build/gate/read/epub.ts'
import { elementsOf, parseHtml, parseXml } from '../../build/gate/read/html.ts'
import { type PdfText, readPdf } from '../../build/gate/read/pdf.ts'
import { readSite, servedFiles } from '../../build/gate/read/site.ts'
import { openBrowser } from '../../build/ground/browser/browser.ts'
import { openOfflineTab, origin } from '../../build/ground/browser/offline-tab.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import { withPdf } from '../../build/ground/disk/with-pdf.ts'
import { runKit } from '../e2e/run-kit.ts'
import { findingsOf } from './workbench.ts'

let dir: string
let fiches: string
let out: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-hostile-'))
  out = join(dir, 'dist')
})
beforeEach(async () => {
  fiches = join(dir, 'fiches')
  await rm(fiches, { recursive: true, force: true })
  await cp('tests/visual/carnet', fiches, { recursive: true })
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const FICHE = 'pratiques/02-tenir-un-marche.md'
async function written(path: string, change: (text: string) => string) {
  const file = join(fiches, path)
  await writeFile(file, change(await readFile(file, 'utf8')))
}
const check = () => runKit(['check', '--fiches', fiches])

/** All that the editions hold as text, the book unzipped and the PDFs read. */
async function textsOfEditions(): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const path of await readdir(join(out, 'site'), { recursive: true }))
    if (/\.(html|css|js|json|xml|atom|svg|webmanifest)$/.test(path))
      texts.set(path, await readFile(join(out, 'site', path), 'utf8'))
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(join(out, 'epub/petit-carnet.epub')))))
    if (/\.(xhtml|opf|ncx|css|svg)$/.test(path)) texts.set(`epub/${path}`, strFromU8(bytes))
  for (const [path, { pages, metadata }] of await pdfs())
    texts.set(path, [...pages.map(({ text }) => text), metadata].join('\n'))
  return texts
}

/** Every PDF of the output, as another library than ours reads it. */
async function pdfs(): Promise<[path: string, pdf: PdfText & { metadata: string }][]> {
  const printed = (await readdir(join(out, 'pdf'), { recursive: true })).filter(path => path.endsWith('.pdf'))
  return Promise.all(
    printed.map(async path => {
      const bytes = await readFile(join(out, 'pdf', path))
      const { info, metadata } = await withPdf(bytes, pdf => pdf.getMetadata())
      const pdf = await readPdf(bytes, new AbortController().signal)
      return [`pdf/${path}`, { ...pdf, metadata: JSON.stringify(info) + (metadata?.getRaw() ?? '') }]
    }),
  )
}

/** What the pages of the site and the chapters of the book ask for, in a browser, that is not theirs. */
async function asksOutside(): Promise<string[]> {
  const { kit } = await readKit(fiches)
  if (!kit) throw new Error('the kit has errors')
  await using press = await openBrowser({ cacheDir: '.cache' })
  const site = await readSite(join(out, 'site'), kit.site.base)
  const book = await readEpub(await readFile(join(out, 'epub/petit-carnet.epub')))
  const asked: string[] = []
  for (const [files, paths] of [
    [await servedFiles(site), [...site.pages.keys()].map(path => `${site.base.slice(1)}${path}`)],
    [book.files, [...book.files.keys()].filter(path => path.endsWith('.xhtml'))],
  ] as const) {
    await using sheet = await openOfflineTab(press.browser, files)
    for (const path of paths) {
      await sheet.ask(sheet.tab.goto(`${origin}${path}`, { waitUntil: 'networkidle0' }))
      asked.push(...sheet.takeRefused().map(address => `${path} : ${address}`))
    }
  }
  return asked
}

/** What no edition may do, whatever the fiches say: act, ask for anything elsewhere, hold what is not the kit's. */
async function expectHarmless(): Promise<void> {
  for (const [path, text] of await textsOfEditions()) {
    expect(activeParts(path, text), path).toEqual([])
    expect(text, path).not.toMatch(/NE-PAS-PUBLIER|root:x:0/)
    expect(text, path).not.toContain(fiches)
  }
  for (const [path, { actions, attachments }] of await pdfs())
    expect([...actions, ...attachments], path).toEqual([])
  expect(await findingsOf(fiches, out, ['surete'])).toEqual([])
  expect(await asksOutside()).toEqual([])
}

/** Scripts in a page, and attributes that act. */
function activeParts(path: string, text: string): string[] {
  if (!/\.(html|xhtml|svg)$/.test(path)) return []
  const root = path.endsWith('.html') ? parseHtml(text) : parseXml(text)
  return [...elementsOf(root)].flatMap(({ name, attribs }) => [
    ...Object.keys(attribs).filter(attribute => attribute.startsWith('on')),
    ...(name === 'script' && !attribs['src'] && attribs['type'] !== 'application/ld+json' ? ['script'] : []),
  ])
}

describe('what a fiche writes is text', () => {
  it('tags, templates and entities are shown, and do nothing', async () => {
    const secret = join(dir, 'secret.txt')
    await writeFile(secret, 'NE-PAS-PUBLIER')
    await written(FICHE, text =>
      text
        .replace(
          'titre: Tenir un marché du samedi',
          "titre: 'Tenir </title><script>alert(1)</script> {{ 7*191 }} un marché'",
        )
        .replace('Une place, des étals, des habitudes.', '\'Une place" onload="alert(2)\'')
        .replace(
          'Il faut une place',
          `{% include "${secret}" %} {{ kit.dir }} {{ [].constructor.constructor("return process.env")() }} &lt;b&gt; Il faut une place`,
        ),
    )
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out])
    expect(code, stderr).toBe(0)
    await expectHarmless()
    for (const [path, text] of await textsOfEditions()) expect(text, path).not.toContain(String(7 * 191))
  })

  it.each([
    ['raw HTML', 'Un <img src=x onerror="alert(1)"> dans le texte.'],
    ['a link that is a script', '[ici](javascript:alert(1))'],
    ['a link to data', '[ici](data:text/html,<script>alert(1)</script>)'],
    ['a link to a file', '[ici](file:///etc/passwd)'],
    ['a picture from elsewhere', '![pixel](https://example.com/pixel.png)'],
    ['a picture out of the folder', '![mot](../../../../etc/passwd)'],
    ['a picture out of the folder, encoded', '![mot](images/%2e%2e/%2e%2e/secret.png)'],
  ])('%s is an error, or reaches no edition', async (_, line) => {
    await written(FICHE, text => `${text}\n${line}\n`)
    const checked = await check()
    if (checked.code !== 0) return expect(checked.stdout).toMatch(/02-tenir-un-marche\.md:\d+:\d+ {2}erreur/)
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out])
    expect(code, stderr).toBe(0)
    // In a PDF all of it is ink.
    // The scripts are the press's own: no words of a fiche stand in them.
    for (const [path, text] of await textsOfEditions())
      if (!path.startsWith('pdf/') && !path.endsWith('.js'))
        expect(text, path).not.toMatch(/<img src="?x|href="(?:javascript:|data:(?!,")|file:)|src="https?:/i)
    await expectHarmless()
  })
})

describe('what lies in the folder is not run', () => {
  it.each([
    ['_data/x.js', 'require("node:fs").writeFileSync("MARK", "x"); module.exports = {}'],
    ['_data/x.cjs', 'require("node:fs").writeFileSync("MARK", "x"); module.exports = {}'],
    ['fiches.11tydata.cjs', 'require("node:fs").writeFileSync("MARK", "x"); module.exports = {}'],
    ['pratiques/pratiques.11tydata.js', 'require("node:fs").writeFileSync("MARK", "x"); module.exports = {}'],
    [
      'pratiques/02-tenir-un-marche.11tydata.cjs',
      'require("node:fs").writeFileSync("MARK", "x"); module.exports = {}',
    ],
    ['eleventy.config.js', 'require("node:fs").writeFileSync("MARK", "x"); module.exports = () => {}'],
    [
      'x.11ty.cjs',
      'require("node:fs").writeFileSync("MARK", "x"); module.exports = class { render() { return "x" } }',
    ],
    ['x.md', '---js\n{ a: require("node:fs").writeFileSync("MARK", "x") }\n---\nx\n'],
    [
      'x.njk',
      "{{ [].constructor.constructor(\"return process.mainModule.require('node:fs').writeFileSync('MARK', 1)\")() }}",
    ],
    ['vite.config.js', 'require("node:fs").writeFileSync("MARK", "x"); module.exports = {}'],
    ['package.json', '{ "type": "commonjs", "scripts": { "preinstall": "touch MARK" } }'],
  ])('%s', async (path, code) => {
    const mark = join(dir, 'marque')
    await mkdir(join(fiches, path, '..'), { recursive: true })
    await writeFile(join(fiches, path), code.replaceAll('MARK', mark))
    await runKit(['build', '--fiches', fiches, '--out', out, '--no-cache'])
    expect(existsSync(mark)).toBe(false)
    if (existsSync(out))
      expect(
        (await readdir(join(out, 'site'), { recursive: true })).filter(name =>
          /(^|\/)x(\/|\.html|$)/.test(name),
        ),
      ).toEqual([])
  })
})
