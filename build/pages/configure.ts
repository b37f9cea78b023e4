import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { UserConfig } from '@11ty/eleventy'
import { createRenderer, type Rendered } from '../../src/kit/index.ts'
import { layoutFilters } from './layout-filters.ts'
import type { Template, Templates } from './templates.ts'

/** The folder of the press itself: layouts are found there, wherever the kit is. */
const home = fileURLToPath(new URL('../..', import.meta.url))

/** The input folder of Eleventy, which is empty: a kit is text and pictures that people send, and nothing of its folder is found or run. All
 *  templates are handed over, with data that has been checked. */
export const INPUT = 'build/pages/empty'

/** One run of Eleventy. */
export type EleventyRun = {
  templates: Templates
  /** Told of each body as it is rendered: the e-book takes its pictures from here. */
  onBody?: (template: Template, rendered: Rendered) => void
}

/** One configuration for the three media: `new Eleventy(INPUT, output, { config: configure(run) })`. */
export const configure =
  ({ templates: { common, list }, onBody }: EleventyRun) =>
  (config: UserConfig) => {
    const { kit, medium } = common
    const renderer = createRenderer(kit, medium)
    const byPath = new Map(list.map(template => [template.path, template]))
    const layouts = relative(INPUT, join(home, 'layouts'))

    config.setQuietMode(true)
    // Eleventy tells of filters that took long, even when quiet: nobody can do anything about it.
    config.benchmarks.config.setIsVerbose(false)
    config.setUseGitIgnore(false)
    config.setDataFileSuffixes([])
    // The kit is the same for all pages: copied for each of them, a large one would cost more than its pages.
    config.setDataDeepMerge(false)
    // A layout compiled for one kit or medium must not serve another of the same process.
    config.setUseTemplateCache(false)
    config.setTemplateFormats(['md', 'njk'])
    config.directories.setLayouts(layouts)
    config.directories.setIncludes(layouts)

    for (const [name, value] of Object.entries(common)) config.addGlobalData(name, value)

    for (const [name, filter] of Object.entries(layoutFilters(kit, medium, renderer)))
      config.addFilter(name, filter)

    // The body of a fiche was parsed with the kit.
    config.addExtension('md', {
      compile: async (_content, path) => {
        const template = byPath.get(pathIn(INPUT, path))
        const item = template?.item
        return async () => {
          if (item?.kind !== 'fiche' && item?.kind !== 'page') return ''
          const rendered = item.kind === 'fiche' ? renderer.fiche(item.fiche) : renderer.page(item.page)
          onBody?.(template as Template, rendered)
          return rendered.html
        }
      },
    })
    for (const { path, content, data, overview } of list)
      config.addTemplate(path, content, { ...data, ...overview })
  }

/** The path of a file below a folder, with `/`. */
export const pathIn = (dir: string, path: string): string =>
  relative(dir, resolve(path)).replaceAll('\\', '/')
