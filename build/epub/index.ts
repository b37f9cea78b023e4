export { buildEpub } from './build-epub.ts'
export { takeCover } from './cover.ts'
export type { PrintedPages } from './pages.ts'
export { epubCss } from './style.ts'
