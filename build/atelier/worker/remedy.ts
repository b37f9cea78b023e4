import type { Problem } from '../../../src/problems/index.ts'

/** Replaces a part of a line by a text. Lines and columns are the checker's; `at` is the column of the problem. */
export type Remedy = { code: string; line: number; at: number; column: number; length: number; text: string }

export const isFor = (remedy: Remedy, { code, place }: Pick<Problem, 'code' | 'place'>): boolean =>
  remedy.code === code && remedy.line === place.line && remedy.at === place.column

export const remedyLabel = ({ text }: Remedy): string =>
  text === ''
    ? 'Supprimer ce caractère'
    : /^\s*(?::::|\[\[|!?\[|\||\{)/.test(text)
      ? 'Corriger'
      : `Écrire « ${text.trim()} »`
