// The tools of a tab for paging documents, as one object: this module. Each function is sent as text, so it may use
// `window.workbench` and the browser, and nothing else of its file.

export * from './page/tab/amend-paging.ts'
export * from './page/tab/cut-columns.ts'
export * from './page/tab/fit-text.ts'
export * from './page/tab/lay-copies.ts'
export * from './page/tab/lay-pages.ts'
export * from './page/tab/measure.ts'
export * from './page/tab/measure-flow.ts'
export * from './page/tab/measure-matter.ts'
export * from './page/tab/page-once.ts'
export * from './page/tab/set-apart.ts'
export * from './page/tab/share-columns.ts'
export * from './print/lay-sheets.ts'
