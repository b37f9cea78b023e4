/** The part of Nunjucks that renders compiled layouts; the bundle finds it where Eleventy does. */
declare module 'nunjucks-runtime' {
  export class PrecompiledLoader {
    constructor(templates: Readonly<Record<string, unknown>>)
  }
  export class Environment {
    constructor(loader: PrecompiledLoader)
    addFilter(name: string, filter: (...args: never[]) => unknown): void
    render(name: string, context: Record<string, unknown>): string
  }
}
