export { leadingStrong, reportRenvois } from './items.ts'
export { blockNamed, blocks } from './list.ts'
