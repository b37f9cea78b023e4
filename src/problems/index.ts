export type { Code } from './catalogue/index.ts'
export {
  attributeOf,
  changed,
  contentOf,
  elementsNamed,
  elementsOf,
  escapeXml,
  hasClass,
  insert,
  isIn,
  type MarkupElement,
  type TextEdit,
  textsOf,
} from './edit-html.ts'
export {
  type Check,
  count,
  type Finding,
  fault,
  gathered,
  type Look,
  type Outcome,
  onPage,
  remark,
  type Verdict,
  verdictOf,
  verified,
  worstOf,
} from './finding.ts'
export { countProblems, type Format, formatProblems, formats } from './format.ts'
export {
  enumerate,
  formatBytes,
  formatDate,
  formatDuration,
  ofMonth,
  plural,
  withCapital,
  withoutCapital,
  wordFor,
} from './french.ts'
export { nearest, nearestFew, slips } from './nearest.ts'
export {
  diagnose,
  diskRefusal,
  messageOf,
  type Place,
  type Problem,
  refusesRelease,
  sortProblems,
  topOf,
  typed,
} from './problem.ts'
export {
  badge,
  css,
  factList,
  faultySections,
  html,
  pageRanges,
  reportPage,
  table,
  verdictBlock,
} from './report-page.ts'
