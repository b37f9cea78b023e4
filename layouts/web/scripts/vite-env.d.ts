interface ImportMeta {
  /** Filled by Vite. */
  readonly env: {
    /** false while authors work. */
    readonly PROD: boolean
  }
}

/** Loaded with the script that asks for it. */
declare module '*.css'
