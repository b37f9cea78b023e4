export { makeEpubExcerpt } from './excerpt/index.ts'
