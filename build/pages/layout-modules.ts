import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { listFiles } from '../disk/list-files.ts'

type Nunjucks = {
  precompileString(
    text: string,
    options: { name: string; wrapper(templates: { name: string; template: string }[]): string },
  ): string
}

/** The Nunjucks that Eleventy renders with. */
const { resolve } = createRequire(createRequire(import.meta.url).resolve('@11ty/eleventy'))

/** What runs compiled layouts in a browser: Nunjucks without its compiler. */
export const nunjucksRuntime = (): string => resolve('nunjucks/browser/nunjucks-slim.js')

/** The layouts as a module, compiled ahead: a page that forbids `eval` renders them. The pages that are the site's alone, with
 *  a front matter, are left to Eleventy.
 *  @param home folder of the press. @throws what Nunjucks says of a layout */
export function layoutModule(home: string): string {
  const { precompileString } = createRequire(import.meta.url)(resolve('nunjucks')) as Nunjucks
  const root = join(home, 'layouts')
  const compiled = listFiles(root)
    .filter(path => path.endsWith('.njk') && !path.startsWith('web/pages/'))
    .map(path =>
      precompileString(readFileSync(join(root, path), 'utf8'), {
        name: path,
        wrapper: ([one]) => `${JSON.stringify(path)}: (function () {\n${one?.template}\n})()`,
      }),
    )
  return `export const layouts = {\n${compiled.join(',\n')}\n}\n`
}
