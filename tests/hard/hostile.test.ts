import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, expect, it } from 'vitest'
import { readEpub } from '../../build/gate/read/epub.ts'
import { elementsOf, parseHtml, parseXml } from '../../build/gate/read/html.ts'
import { type PdfText, readPdf } from '../../build/gate/read/pdf.ts'
import { readSite, servedFiles } from '../../build/gate/read/site.ts'
import { openBrowser } from '../../build/ground/browser/browser.ts'
import { openOfflineTab, origin } from '../../build/ground/browser/offline-tab.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import { withPdf } from '../../build/ground/disk/with-pdf.ts'
import { runKit } from '../e2e/run-kit.ts'
import { folderOfFile } from '../temporary.ts'
import { findingsOf } from './workbench.ts'

const dir = folderOfFile('hostile')
const fiches = join(dir, 'fiches')
const out = join(dir, 'dist')

beforeEach(async () => {
  await rm(fiches, { recursive: true, force: true })
  await cp('tests/visual/carnet', fiches, { recursive: true })
})

const FICHE = 'pratiques/02-tenir-un-marche.md'
async function written(path: string, change: (text: string) => string) {
  const file = join(fiches, path)
  await writeFile(file, change(await readFile(file, 'utf8')))
}

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

it('tags, templates and entities of a fiche are text: they are shown, and do nothing', async () => {
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
        `{% include "${secret}" %} {{ kit.dir }} {{ [].constructor.constructor("return process.env")() }} &lt;b&gt; <img src=x onerror="alert(1)"> Il faut une place`,
      ),
  )
  const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out])
  expect(code, stderr).toBe(0)
  await expectHarmless()
  for (const [path, text] of await textsOfEditions()) expect(text, path).not.toContain(String(7 * 191))
})

/** What runs where a program takes it for its own. */
const code = {
  module: 'require("node:fs").writeFileSync("MARK", "x"); module.exports = class { render() { return "x" } }',
  template:
    "{{ [].constructor.constructor(\"return process.mainModule.require('node:fs').writeFileSync('MARK', 1)\")() }}",
  matter: '---js\n{ a: require("node:fs").writeFileSync("MARK", "x") }\n---\nx\n',
  package: '{ "type": "commonjs", "scripts": { "preinstall": "touch MARK" } }',
}

it('what lies in the folder is not run, nor is it a page', async () => {
  const mark = join(dir, 'marque')
  const put = async (path: string, text: string) => {
    await mkdir(join(fiches, path, '..'), { recursive: true })
    await writeFile(join(fiches, path), text.replaceAll('MARK', mark))
  }
  for (const path of [
    ...['_data/x.js', '_data/x.cjs', 'fiches.11tydata.cjs', 'pratiques/pratiques.11tydata.js'],
    ...['pratiques/02-tenir-un-marche.11tydata.cjs', 'eleventy.config.js', 'x.11ty.cjs', 'vite.config.js'],
  ])
    await put(path, code.module)
  await put('x.njk', code.template)
  await put('package.json', code.package)
  const { code: ended, stderr } = await runKit(['build', '--fiches', fiches, '--out', out, '--no-cache'])
  expect(ended, stderr).toBe(0)
  const made = await readdir(join(out, 'site'), { recursive: true })
  expect(made.filter(name => /(^|\/)x(\/|\.html|$)/.test(name))).toEqual([])
  await put('x.md', code.matter)
  await runKit(['check', '--fiches', fiches])
  expect(existsSync(mark)).toBe(false)
})
