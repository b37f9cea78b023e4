export { drawnOf, wordName, wordOfFiche } from './fiche-to-word.ts'
export type { Imported } from './import-word.ts'
export { type Pasted, pastedMarkdown } from './paste.ts'
export { refuseLarge, UnreadableWord } from './read/open-package.ts'
export { sayComment } from './read/read-comments.ts'
export {
  type FicheChoice,
  freeName,
  likeFiche,
  type TakenFiche,
  type TakenReview,
  takeFiche,
  takeReview,
} from './take-word.ts'
export { wordTemplate } from './template.ts'
export { maxPicturePx, type WordPicture } from './write/markup.ts'
export { paletteOf } from './write/style-sheet.ts'
