import { sha256 } from '../disk/files.ts'

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
