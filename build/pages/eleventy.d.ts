/** The part of Eleventy 3 that the press uses; the package ships no types. */
declare module '@11ty/eleventy' {
  export type UserConfig = {
    directories: {
      setIncludes(dir: string): void
      setLayouts(dir: string): void
    }
    setQuietMode(quiet: boolean): void
    benchmarks: { config: { setIsVerbose(isVerbose: boolean): void } }
    setUseGitIgnore(use: boolean): void
    setDataFileSuffixes(suffixes: string[]): void
    setUseTemplateCache(use: boolean): void
    setDataDeepMerge(deep: boolean): void
    setTemplateFormats(formats: string[]): void
    addGlobalData(name: string, value: unknown): void
    addFilter(name: string, filter: (...args: never[]) => unknown): void
    addTemplate(path: string, content: string, data?: Record<string, unknown>): void
    addWatchTarget(glob: string, options: { resetConfig: boolean }): void
    addPassthroughCopy(paths: Record<string, string>): void
    addExtension(
      extension: string,
      options: {
        compile: (
          content: string,
          inputPath: string,
        ) => Promise<(data: Record<string, unknown>) => Promise<string>>
      },
    ): void
    addPlugin(plugin: (config: UserConfig, options: never) => void, options?: unknown): void
  }

  export type TemplateResult = {
    url: string | false
    inputPath: string
    outputPath: string | false
    content: string
  }

  export class Eleventy {
    static getVersion(): string
    constructor(
      input: string,
      output: string,
      options: {
        configPath?: string | null
        quietMode?: boolean
        config?: (config: UserConfig) => void | Promise<void>
      },
    )
    /** Eleventy prints otherwise, even when quiet; its errors are thrown all the same. */
    disableLogger(): void
    toJSON(): Promise<TemplateResult[]>
    write(): Promise<[unknown, TemplateResult[]]>
  }
  export default Eleventy
}

declare module '@11ty/eleventy-plugin-vite' {
  import type { UserConfig } from '@11ty/eleventy'
  import type { InlineConfig } from 'vite'

  const plugin: (config: UserConfig, options: { tempFolderName?: string; viteOptions?: InlineConfig }) => void
  export default plugin
}
