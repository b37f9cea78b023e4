import { body } from './body.ts'
import { edition, links } from './editions.ts'
import { files } from './files.ts'

/** Every problem of content that the press can tell: code → severity, French message, what to write instead. */
export const catalogue = { ...files, ...body, ...edition, ...links }

export type Code = keyof typeof catalogue
