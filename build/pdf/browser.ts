export { makeExcerpt } from './excerpt/cut/index.ts'
export { countPages } from './excerpt/cut/lay.ts'
export { deflate } from './object/zlib/fflate.ts'
