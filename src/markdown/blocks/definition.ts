import { picto, tete } from '../render/parts.ts'
import { encart } from './encart.ts'

export const definition = encart('definition', '::: definition SCIC', cadre =>
  tete('p', 'Définition', picto('book-open', cadre)),
)
