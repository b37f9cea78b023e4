import { readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { UserConfig } from '@11ty/eleventy'
import { createRenderer, type Rendered } from '../../src/kit/index.ts'
import { layoutFilters } from './layout-filters.ts'
import type { Template, Templates } from './templates.ts'

/** The folder of the press itself: layouts are found there, wherever the kit is. */
const home = fileURLToPath(new URL('../..', import.meta.url))

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

/** One run of Eleventy. */
export type EleventyRun = {
  /** The kit's folder. */
  dir: string
  templates: Templates
  /** Told of each body as it is rendered: the e-book takes its pictures from here. */
  onBody?: (template: Template, rendered: Rendered) => void
}

/** One configuration for the three media: `new Eleventy(input, output, { config: configure(run) })`. */
export const configure =
  ({ dir, templates: { common, list }, onBody }: EleventyRun) =>
  (config: UserConfig) => {
    const { kit, medium } = common
    const renderer = createRenderer(kit, medium)
    const input = resolve(dir)
    const files = new Map(list.filter(({ content }) => content === null).map(one => [one.path, one]))
    const templateOf = (path: string) => files.get(relative(input, resolve(path)).replaceAll('\\', '/'))

    config.setQuietMode(true)
    // Eleventy tells of filters that took long, even when quiet: nobody can do anything about it.
    config.benchmarks.config.setIsVerbose(false)
    config.setUseGitIgnore(false)
    // The kit is the same for all pages: copied for each of them, a large one would cost more than its pages.
    config.setDataDeepMerge(false)
    // A layout compiled for one kit or medium must not serve another of the same process.
    config.setUseTemplateCache(false)
    config.setTemplateFormats(['md', 'njk'])
    config.directories.setLayouts(relative(input, join(home, 'layouts')))
    config.directories.setIncludes(relative(input, join(home, 'layouts')))
    closeKit(config, input, files)

    for (const [name, value] of Object.entries(common)) config.addGlobalData(name, value)

    for (const [name, filter] of Object.entries(layoutFilters(kit, medium, renderer)))
      config.addFilter(name, filter)

    // A fiche is a template of Eleventy's; what its front matter says has been checked and comes from the kit.
    config.addExtension('md', {
      getData: path => templateOf(path)?.data ?? { permalink: false },
      compile: async (_content, path) => {
        const template = templateOf(path)
        const item = template?.item
        return async () => {
          if (item?.kind !== 'fiche' && item?.kind !== 'page') return ''
          const rendered = item.kind === 'fiche' ? renderer.fiche(item.fiche) : renderer.page(item.page)
          if (template) onBody?.(template, rendered)
          return rendered.html
        }
      },
    })
    for (const { path, content, data, overview } of list)
      if (content !== null) config.addTemplate(path, content, { ...data, ...overview })
  }
