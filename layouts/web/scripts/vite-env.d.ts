interface ImportMeta {
  /** Filled by Vite. */
  readonly env: {
    /** Base path of the site, with both slashes. */
    readonly BASE_URL: string
    /** false while authors work. */
    readonly PROD: boolean
  }
}

/** Loaded with the script that asks for it. */
declare module '*.css'
