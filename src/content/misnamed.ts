import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { isCopy } from './is-copy.ts'

/** The files of settings of a kit. */
export const settings = [
  'kit.yaml',
  'partenaires.yaml',
  'sigles.yaml',
  'recherche.yaml',
  'images/credits.yaml',
  'tokens.json',
]

const format = /\.(?:ya?ml|json)(?:\.txt)?$/i
const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const stems = new Map(settings.map(path => [baseOf(path).replace(format, ''), path]))

/** A file that was most probably meant to be one of the settings, and is not read; null for any other.
 *  @param present the settings that the kit has */
export function misnamedSetting(file: string, present: ReadonlySet<string>): Diagnostic | null {
  const name = baseOf(file)
  if (!format.test(name)) return null
  const stem = name
    .replace(format, '')
    .replace(/^copie de /i, '')
    .toLowerCase()
  const isAtHome = /^(?:images\/)?[^/]+$/.test(file)
  const named = [...stems.keys()].find(one => stem === one || new RegExp(`^${one}[ _.(-]`).test(stem))
  const target = stems.get(named ?? (isAtHome ? nearest(stem, stems.keys()) : null) ?? '')
  if (target === undefined) return null
  const move = baseOf(target) === name ? `Le déplacer : ${target}` : `Le renommer « ${target} »`
  const remede = !present.has(target)
    ? move
    : isCopy(file)
      ? 'Le supprimer s’il n’est qu’une copie'
      : `Reporter dans « ${target} » ce qui y manque, puis le supprimer`
  return ignored(file, `le kit lit « ${target} »`, remede)
}

/** Whether a text begins as a fiche or a page does, with these keys. */
export const declares = (text: string, keys: RegExp): boolean => /^\ufeff?---\s/.test(text) && keys.test(text)

/** What is said of a file that nothing reads. */
export const ignored = (file: string, cause: string, remede: string): Diagnostic =>
  diagnose('fichier-ignore', { file, line: 1, column: 1 }, { cause, remede })
