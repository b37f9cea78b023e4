import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { listFiles } from '../ground/index.ts'
import { readSitePages } from './site-pages.ts'

type Nunjucks = {
  precompileString(
    text: string,
    options: { name: string; wrapper(templates: { name: string; template: string }[]): string },
  ): string
}

/** The Nunjucks that Eleventy renders with. */
const { resolve } = createRequire(createRequire(import.meta.url).resolve('@11ty/eleventy'))

/** Finds what runs compiled layouts in a browser: Nunjucks without its compiler. */
export const nunjucksRuntime = (): string => resolve('nunjucks/browser/nunjucks-slim.js')

/** Layouts of the e-book, of pages of the site that no author writes, and of what these alone show. */
const LEFT = /^(?:epub\/|web\/(?:pages\/|sommaire|territoires|sigles|parts\/carte))/

/** Compiles the layouts of author texts, for the site and for print, into a module: a page that forbids `eval` can render
 *  them.
 *  @param home folder of the press. @throws Nunjucks' error for a layout */
export function layoutModule(home: string): string {
  const { precompileString } = createRequire(import.meta.url)(resolve('nunjucks')) as Nunjucks
  const root = join(home, 'layouts')
  const compiled = listFiles(root)
    .filter(path => path.endsWith('.njk') && !LEFT.test(path))
    .map(path =>
      precompileString(readFileSync(join(root, path), 'utf8'), {
        name: path,
        wrapper: ([one]) =>
          `${JSON.stringify(path)}: (function () {\n${withoutPlaces(one?.template ?? '')}\n})()`,
      }),
    )
  const pages = readSitePages().map(page => ({ ...page, template: null }))
  return `export const layouts = {\n${compiled.join(',\n')}\n}\nexport const sitePages = ${JSON.stringify(pages)}\n`
}

/** Without the line and column that a fault of a layout would tell: a build tells them of the same layouts. */
const withoutPlaces = (code: string) =>
  code.replace(/\b(?:lineno|colno) = \d+, /g, '').replace(/^(?:lineno|colno) = \d+;$/gm, '')
