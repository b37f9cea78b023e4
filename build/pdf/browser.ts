export { makeExcerpt } from './excerpt/cut/index.ts'
export { deflate } from './object/zlib/fflate.ts'
