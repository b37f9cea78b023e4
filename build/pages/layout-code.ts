import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { listFiles, sha256 } from '../disk/files.ts'
import { readSitePages } from './site-pages.ts'

/** The part of Nunjucks that turns the text of a layout into the code of a function. What it gives depends on what it is given
 *  and on nothing else. */
export type LayoutCompiler = {
  compile(
    text: string,
    asyncFilters: readonly string[],
    extensions: readonly { __name?: string }[],
    name: string | null,
    options: object,
  ): string
}

/** Digest of all that a layout's code depends on → the code. */
const codes = new Map<string, string>()
const sharing = new WeakSet<LayoutCompiler>()

/** From now on `compiler` compiles a text once. Nunjucks keeps the code of a layout with its environment, and Eleventy makes
 *  one for each run; the layout of a page it compiles anew for each page. A layout that is edited is another text. */
export function shareLayoutCode(compiler: LayoutCompiler): void {
  if (sharing.has(compiler)) return
  sharing.add(compiler)
  const compile = compiler.compile.bind(compiler)
  compiler.compile = (text, asyncFilters, extensions, name, options) => {
    const names = extensions.map(({ __name }) => __name)
    const digest = sha256(JSON.stringify([text, asyncFilters, names, name, options]))
    const code = codes.get(digest) ?? compile(text, asyncFilters, extensions, name, options)
    codes.set(digest, code)
    return code
  }
}

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
const LEFT = /^(?:epub\/|web\/(?:pages\/|sommaire|territoires|sigles|parts\/(?:carte|a-completer)))/

/** The layouts of what authors write, for the site and for print, as a module, compiled ahead: a page that forbids `eval` renders them.
 *  @param home folder of the press. @throws what Nunjucks says of a layout */
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
