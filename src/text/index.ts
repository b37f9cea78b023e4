export {
  absolute,
  addressOf,
  epubPath,
  idOfEpubPath,
  type Medium,
  onlineAddress,
  servedAt,
  shortAddress,
  siteFile,
  sitePath,
  withBase,
} from './addresses.ts'
export { type Attributs, attributsRule, takeAttributs, VALEUR } from './attributs.ts'
export {
  type Bloc,
  type Block,
  type BlockSheet,
  type Cible,
  type Couleurs,
  checkSource,
  checkTitre,
  cutOpening,
  fenceOf,
  isBox,
  type Opening,
  type OpeningLine,
  openingPart,
  type RenderContext,
  type Report,
  type ReportAt,
  sourceLine,
  titreSeul,
} from './block.ts'
export { contrast, type Hex, mix, type Nuance, stepTowards } from './contrast.ts'
export type { Corps, Exemple, Section } from './corps.ts'
export { departements } from './departements.ts'
export { fillWeights, isDrawing, mediaTypeOf, showWeight, weightSlot } from './files.ts'
export {
  completeAddress,
  type Form,
  type FormPart,
  leverForm,
  listForm,
  oneLine,
  type Parts,
  pictureForm,
  readParts,
  rowsOf,
  signedForm,
  sourcePart,
  tableForm,
  tableOf,
  titledForm,
  writeParts,
} from './form.ts'
export {
  blockHead,
  blockTitle,
  enclose,
  image,
  inlineOf,
  picto,
  source,
  titleAsWritten,
} from './frame.ts'
export { iconFile, iconNames } from './icon-files.ts'
export { icon, iconShapes, isIcon, nearIcons, pictos } from './icons.ts'
export { findingsOf, matchesOf } from './lint/punctuation.ts'
export { motLong, typographyRules } from './lint/rules.ts'
export { fold, isSoundName, plainName, refusalByWindows, slugify, soundName } from './names.ts'
export { betweenCommon, commonPart, inOrder, oneByOne, rememberOf } from './order.ts'
export {
  bleed,
  type ColumnName,
  columns,
  excerpt,
  type Folio,
  folio,
  largePlanOf,
  line,
  type Mm,
  MOST_PIXELS,
  mm,
  type PagePlan,
  type Pixels,
  type Pt,
  type Px,
  pageFormats,
  pageHead,
  pageVariables,
  pagingCss,
  planOf,
  printWidths,
  pt,
  sayTrim,
  sharpWidth,
  tab,
  toPt,
  wantedPixels,
  widestColumn,
  withLengths,
} from './page-plan.ts'
export { childrenOf, noteOffsets, notePositions, offsetOf, positionOf } from './positions.ts'
export { findSigles, sigleAnchor } from './sigles.ts'
export {
  copyToken,
  copyWith,
  countWords,
  derive,
  figuresOf,
  type Marked,
  markIn,
  plainText,
  type TableCell,
  tablesOf,
  textOfTokens,
  withinBlocs,
} from './tokens.ts'
export { bulletAhead, codeOf, trapsIn } from './traps.ts'
export { rules, typographText } from './typography/index.ts'
export { maskAddresses, maskMarkup } from './typography/protect.ts'
export { applyRules, hyphens } from './typography/run.ts'
export { typographChildren, typographTokens } from './typography/tokens.ts'
