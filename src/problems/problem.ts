import type { CatalogueEntry, Severity } from './catalogue/entry.ts'
import { forms } from './catalogue/forms.ts'
import { type Code, catalogue } from './catalogue/index.ts'

export type { Severity } from './catalogue/entry.ts'

/** Lines and columns count from 1; `file` is relative to the kit's folder, with `/`. */
export type Place = { file: string; line: number; column: number }

/** The first sign of a file: the place of what is wrong with the whole of it. */
export const topOf = (file: string): Place => ({ file, line: 1, column: 1 })

/** A problem of content: a value, never thrown. Its code is permanent and has a row in the authors' guide. */
export type Problem = {
  code: Code
  severity: Severity
  place: Place
  /** The keys that it is about, from the outermost; an item of a list by its rank, from 1. */
  keys: readonly string[]
  /** The fault, in French, with the value found. */
  message: string
  /** The remedy, in French. */
  hint: string
  /** The remedy for who writes in forms; undefined where the hint serves them too. */
  form: string | undefined
}

/** Fills the catalogue's `{name}` slots of `code` with `values`. A value `form` is the remedy in forms of a hint made of values. */
export function diagnose(code: Code, place: Place, values: Record<string, string | number> = {}): Problem {
  const { severity, key, message, hint } = catalogue[code]
  const fill = (text: string) =>
    typed(text).replace(/\{(\w+)\}/g, (slot, name: string) => (name in values ? String(values[name]) : slot))
  const form = 'form' in values ? String(values['form']) : forms.get(code)
  const keys = key === '' ? [] : fill(key).split(' › ')
  const whole = keys.length > 0 ? `${keys.join(' › ')} : ${fill(message)}` : fill(message)
  return { code, severity, place, keys, message: whole, hint: fill(hint), form }
}

/** Tells of a problem that a published edition may not have; a draft may, unless it is an error. */
export const refusesRelease = ({ code, severity }: Pick<Problem, 'code' | 'severity'>): boolean =>
  severity === 'erreur' || (catalogue as Record<Code, CatalogueEntry>)[code].publish === 'refuse'

/** A message in the characters of a keyboard: what is read on a terminal can be searched for as it is typed. The values
 *  found in a kit stay as their author wrote them. */
export const typed = (text: string) => text.replaceAll('’', "'").replace(/[\u00a0\u202f]/g, ' ')

/** By file, line, column, then code: the order in which a person mends them, equal on every machine. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Gives the words of a thrown value. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Says what a disk refuses, by the code of its fault; undefined for any other fault. Linux answers ENOENT to a folder that is to
 *  be made where none can be. */
export function diskRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined
  const isMade = error.code === 'ENOENT' && 'syscall' in error && error.syscall === 'mkdir'
  return isMade ? 'ce dossier ne peut pas être créé là' : refusals[String(error.code)]
}

const refusals: Record<string, string> = {
  ENOENT: 'ce fichier ou ce dossier n’existe pas',
  EEXIST: 'ce nom est déjà pris',
  ENOTDIR: 'un fichier est là où il faudrait un dossier',
  EISDIR: 'un dossier est là où il faudrait un fichier',
  EACCES: 'les droits sont insuffisants',
  EPERM: 'les droits sont insuffisants',
  EBUSY: 'un autre programme tient ce fichier ouvert',
  EROFS: 'ce disque ne s’écrit pas',
  ENOSPC: 'le disque est plein',
  ENAMETOOLONG: 'ce nom est trop long',
}
