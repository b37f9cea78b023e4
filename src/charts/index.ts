export { graphiques, isTypeGraphique, largeurs } from './charts.ts'
export { drawBarCode, drawQrCode } from './codes/codes.ts'
export { dessiner, PLUS_HAUT, SANS_COULEURS } from './dessin.ts'
export {
  type Donnees,
  desaccordsOf,
  describe,
  describeTable,
  donneesOf,
  isAmbiguous,
  numberOf,
} from './donnees.ts'
export { roue } from './roue.ts'
export { bookPicture, publishedPicture } from './svg/published-picture.ts'
export { type Drawing, frameOf, writeDrawing } from './svg/write-drawing.ts'
export { textWidth } from './text-width.ts'
