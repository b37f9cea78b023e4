export { departementOfCode } from './departement-of-code.ts'
export {
  anchorOf,
  examplesOf,
  nameOf,
  SEARCH_POINTER,
  type SearchAnswer as Answer,
  type SearchData,
  type SearchDocument,
  type SearchHit,
  type SearchPart,
  type SearchPointer,
  usualAnchor,
} from './documents.ts'
export { openEngine } from './engine.ts'
export { excerptOf } from './excerpt.ts'
