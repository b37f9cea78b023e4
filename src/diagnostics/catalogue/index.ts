import { body } from './body.ts'
import { edition } from './edition.ts'
import { files } from './files.ts'
import { links } from './links.ts'

/** Every problem of content that the press can tell: code → severity, French message, what to write instead. */
export const catalogue = { ...files, ...body, ...edition, ...links }

export type Code = keyof typeof catalogue
