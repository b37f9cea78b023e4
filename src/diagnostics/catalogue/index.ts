import { body } from './body.ts'
import { files } from './files.ts'

/** Every problem of content that the press can tell: code → severity, French message, what to write instead. */
export const catalogue = { ...files, ...body }

export type Code = keyof typeof catalogue
