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

/** The layouts, compiled: each gives a function; and what the pages of the site say of themselves. */
declare module 'press-layouts' {
  export const layouts: Readonly<Record<string, unknown>>
  export const sitePages: readonly import('../../pages/index.ts').SitePage[]
}

/** The style sheets of the print edition and the rules that name its fonts. */
declare module 'press-print-styles' {
  export const printStyles: import('../../paper/index.ts').PrintSheets & { fonts: string }
}

/** Ships no types: `Window` says what the press uses of it. */
declare module 'pagedjs'
