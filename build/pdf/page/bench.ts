// The tools that a tab is given to page documents: this module is the object that holds them. Each function is sent as text: it may use
// `window.workbench` and the browser, and nothing of its own file.
export * from '../../../src/markdown/share-columns.ts'
export * from './tab/amend-paging.ts'
export * from './tab/cut-columns.ts'
export * from './tab/fit-text.ts'
export * from './tab/lay-copies.ts'
export * from './tab/lay-pages.ts'
export * from './tab/measure.ts'
export * from './tab/measure-flow.ts'
export * from './tab/measure-matter.ts'
export * from './tab/page-once.ts'
export * from './tab/set-apart.ts'
