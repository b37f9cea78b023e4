import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { UserConfig } from '@11ty/eleventy'
import { shareLayoutCode } from './build/layout-code.ts'
import { absolute } from './build/site/absolute.ts'
import { departementMap } from './build/site/map.ts'
import { structuredData } from './build/site/structured-data.ts'
import { viteOptions } from './build/site/vite.ts'
import { addressOf, withBase } from './src/addresses.ts'
import { readKit } from './src/content/read-kit.ts'
import { formatDiagnostics } from './src/diagnostics/format.ts'
import { formatDate } from './src/french.ts'
import { indexesOf } from './src/indexes/indexes.ts'
import { searchWords } from './src/indexes/search-words.ts'
import { type Item, sequence } from './src/indexes/sequence.ts'
import type { Kit, Medium } from './src/kit.ts'
import { mark } from './src/mark.ts'
import { createRenderer, type Rendered } from './src/markdown/create-renderer.ts'
import { icon } from './src/markdown/icons.ts'
import type { News } from './src/news.ts'
import { tokensCss } from './src/tokens.ts'
import { showWeight } from './src/weights.ts'

/** The folder of the press itself: layouts and styles are found beside this file, wherever the kit is. */
const home = fileURLToPath(new URL('.', import.meta.url))

/** What the other editions tell the site: files to download, and the printed page on which each id begins. */
export type Edition = {
  /** `bytes` may be a slot (`weightSlot`) while a file is being made. */
  artefacts: readonly { role: string; path: string; bytes: number | string; pages?: number; fiche?: string }[]
  pageOf: Readonly<Record<string, number>>
  /** What each edition brought, the latest first. */
  nouveautes?: News
}

export type View = {
  kit: Kit
  medium: Medium
  edition: Edition | null
  /** Told of each body as it is rendered: the e-book takes its pictures from here. */
  onBody?: (item: Item, rendered: Rendered) => void
  /** Of a built site: the tags of its style sheet, script and policy. Without them a page names the sources, which Vite serves. */
  head?: string
}

/** A kit is text and pictures: nothing of its folder is run. Eleventy would read data files, JavaScript in front matter and any
 *  template that lies there; it is given the checked fiches and pages, and no more. */
function closeKit(config: UserConfig, input: string, items: ReadonlyMap<string, unknown>): void {
  const refuse = () => {
    throw new Error('front matter is YAML')
  }
  config.setDataFileSuffixes([])
  config.directories.setData(relative(input, join(home, 'layouts/aucune-donnee')))
  config.setFrontMatterParsingOptions({ engines: { js: refuse, javascript: refuse, node: refuse } })
  for (const path of readdirSync(input, { recursive: true, encoding: 'utf8' })) {
    const file = path.replaceAll('\\', '/')
    if (/\.(md|njk)$/.test(file) && !items.has(file))
      config.ignores.add(escapeGlob(join(relative('.', input), file)))
  }
}

const escapeGlob = (path: string) => path.replaceAll('\\', '/').replace(/[()[\]{}!*?+@$^|]/g, '\\$&')

/** One configuration for the three media: `new Eleventy(input, output, { config: configure(view) })`. */
export const configure = (view: View) => (config: UserConfig) => {
  const { kit, medium, edition, onBody } = view
  const items = sequence(kit)
  const renderer = createRenderer(kit, medium)
  const itemOfFile = new Map<string, Item>()
  for (const item of items) {
    if (item.kind === 'fiche') itemOfFile.set(item.fiche.file, item)
    if (item.kind === 'page') itemOfFile.set(item.page.file, item)
  }
  const input = resolve(kit.dir)

  config.setQuietMode(true)
  // Eleventy tells of filters that took long, even when quiet: nobody can do anything about it.
  config.benchmarks.config.setIsVerbose(false)
  config.setUseGitIgnore(false)
  // The kit is the same for all pages: copied for each of them, a large one would cost more than its pages.
  config.setDataDeepMerge(false)
  // A layout compiled for one kit or medium must not serve another of the same process.
  config.setUseTemplateCache(false)
  config.on('eleventy.engine.njk', ({ nunjucks }) => shareLayoutCode(nunjucks.compiler))
  config.setTemplateFormats(['md', 'njk'])
  config.directories.setLayouts(relative(input, join(home, 'layouts')))
  config.directories.setIncludes(relative(input, join(home, 'layouts')))
  closeKit(config, input, itemOfFile)

  config.addGlobalData('kit', kit)
  config.addGlobalData('medium', medium)
  config.addGlobalData('edition', edition)
  config.addGlobalData('base', kit.site.base)
  config.addGlobalData('head', view.head ?? null)
  config.addGlobalData('sequence', items)
  const index = indexesOf(kit)
  config.addGlobalData('index', index)
  if (medium === 'web') {
    config.addGlobalData('carteDesDepartements', departementMap(index.territoires))
    config.addGlobalData('exemplesDeRecherche', searchWords(kit))
  }
  config.addGlobalData('tokensCss', tokensCss(kit))

  config.addFilter('typo', (text: string) => renderer.text(text))
  config.addFilter('picto', (name: string) => icon(name))
  config.addFilter('marque', (forme: Parameters<typeof mark>[0]) => mark(forme))
  config.addFilter('octets', showWeight)
  config.addFilter('date', formatDate)
  // Not `url`: Eleventy's own filter of that name is added after this configuration and would win.
  const { url } = kit.site
  if (url) {
    config.addFilter('adresseEntiere', (path: string) => absolute(url, path, kit))
    config.addFilter('donneesLiees', (item: Item | undefined) => structuredData(kit, item ?? null, url))
  } else {
    const unknown = () => {
      throw new Error('the site has no address in kit.yaml')
    }
    config.addFilter('adresseEntiere', unknown)
    config.addFilter('donneesLiees', unknown)
  }
  config.addFilter('adresse', (target: Item | string) =>
    typeof target === 'string' ? withBase(target, kit) : addressOf(target, medium, kit),
  )

  // A fiche is a template of Eleventy's; what its front matter says has been checked and comes from the kit.
  config.addExtension('md', {
    getData: path => dataOf(itemOfFile.get(relative(input, resolve(path)).replaceAll('\\', '/'))),
    compile: async (_content, path) => {
      const item = itemOfFile.get(relative(input, resolve(path)).replaceAll('\\', '/'))
      return async () => {
        if (item?.kind !== 'fiche' && item?.kind !== 'page') return ''
        const rendered = item.kind === 'fiche' ? renderer.fiche(item.fiche) : renderer.page(item.page)
        onBody?.(item, rendered)
        return rendered.html
      }
    },
  })
  for (const item of items) {
    if (item.kind === 'fiche' || item.kind === 'page') continue
    if (item.kind === 'couverture' && medium === 'web') continue
    config.addTemplate(`kit-${item.id}.njk`, '', dataOf(item))
  }
  if (medium === 'web') {
    const roles = new Set(edition?.artefacts.map(({ role }) => role))
    for (const name of readdirSync(join(home, 'layouts/web/pages')))
      if (name !== 'imprimeur.njk' || roles.has('pdf-impression') || roles.has('rapport-prepresse'))
        config.addTemplate(`kit-site-${name}`, readFileSync(join(home, 'layouts/web/pages', name), 'utf8'))
  }

  function dataOf(item: Item | undefined): Record<string, unknown> {
    if (!item) return { permalink: false }
    const linked = items.filter(({ kind }) => kind === 'fiche')
    const at = linked.indexOf(item)
    return {
      item,
      famille: item.kind === 'fiche' ? kit.familles.find(({ id }) => id === item.fiche.famille) : null,
      layout: `${medium}/${item.kind}.njk`,
      permalink: isPaperOnly(item, medium)
        ? false
        : medium === 'web'
          ? `${addressOf(item, 'web', { site: { ...kit.site, base: '/' } })}index.html`
          : `/${item.id}.html`,
      previous: at > 0 ? linked[at - 1] : null,
      next: at >= 0 ? (linked[at + 1] ?? null) : null,
    }
  }
}

/** The back cover is made for paper. */
const isPaperOnly = (item: Item, medium: Medium) =>
  medium === 'web' && item.kind === 'page' && item.page.gabarit === 'quatrieme'

/** The style sheet, the script and the fonts alone, bundled by Vite for one page that holds nothing but their tags.
 *  @param viteFolder where Vite works between Eleventy and its result. @param fonts folder to take the fonts from */
export const configureAssets =
  (kit: Kit, { viteFolder, fonts }: { viteFolder: string; fonts: string }) =>
  async (config: UserConfig) => {
    config.setQuietMode(true)
    config.setUseGitIgnore(false)
    const tags = readFileSync(join(home, 'layouts/web/parts/assets.njk'), 'utf8')
    config.addTemplate(
      'kit-assets.njk',
      `<!DOCTYPE html><html><head><meta charset="utf-8">${tags}</head><body></body></html>`,
      { permalink: '/index.html' },
    )
    await withVite(config, viteFolder, viteOptions(kit, fonts))
  }

async function withVite(
  config: UserConfig,
  tempFolderName: string,
  options: ReturnType<typeof viteOptions>,
): Promise<void> {
  // Vite is long to load, and most runs do without it.
  const { default: viteplugin } = await import('@11ty/eleventy-plugin-vite')
  for (const [from, to] of [
    ['styles/web', 'assets/styles'],
    ['layouts/web/scripts', 'assets/scripts'],
  ] as const)
    config.addPassthroughCopy({ [relative('.', join(home, from))]: to })
  config.addPlugin(viteplugin, { tempFolderName, viteOptions: options })
}

/** For `npx eleventy`: the site of the folder that KIT_FICHES names, `fiches` without it. */
export default async function (config: UserConfig) {
  const input = process.env['KIT_FICHES'] ?? 'fiches'
  const { kit, diagnostics } = await readKit(input)
  if (!kit) throw new Error(`\n${formatDiagnostics(diagnostics, 'texte')}`)
  configure({ kit, medium: 'web', edition: null })(config)
  await withVite(config, '.11ty-vite', viteOptions(kit))
  return { dir: { input, output: 'dist/eleventy' } }
}
