export { departementOfCode } from './departement-of-code.ts'
export {
  type Answer,
  anchorOf,
  examplesOf,
  nameOf,
  SEARCH_POINTER,
  type SearchData,
  type SearchDocument,
  type SearchHit,
  type SearchPart,
  type SearchPointer,
  usualAnchor,
} from './documents.ts'
export { openEngine } from './engine.ts'
export { excerptOf } from './excerpt.ts'
